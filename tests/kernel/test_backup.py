"""One archive and its keys: made while the site runs, restored into an empty place only, refused when it is not what it was."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from association.accounts.models import Account
from association.kernel import files
from association.kernel.backup import keys
from association.kernel.db import session
from association.kernel.transactions import writing
from tests import cast
from tests.elsewhere import empty_site

PASSPHRASE = "twelve horses and a gate"


def said(app: Flask, *words: str, passphrase: str = PASSPHRASE) -> Result:
    with app.app_context():
        return app.test_cli_runner().invoke(
            args=["backup", *words, "--passphrase-stdin"], input=f"{passphrase}\n"
        )


@pytest.fixture
def made(app: Flask, tmp_path: Path) -> Path:
    """A backup of a site with one account and one file."""
    cast.somebody(email="chen@example.org")
    with writing():
        files.keep(io.BytesIO(b"a scan"))
    path = tmp_path / "backup.zip"
    assert said(app, "create", str(path)).exit_code == 0
    return path


def test_a_restored_site_has_its_people_files_and_keys(app: Flask, made: Path, tmp_path: Path) -> None:
    with empty_site(app, tmp_path / "new") as new:
        answer = said(new, "restore", str(made))
        assert (answer.exit_code, answer.output.splitlines()[-1]) == (0, "now: flask site prepare, flask log verify, flask index check")  # fmt: skip
        with new.app_context():
            assert "chen@example.org" in session.scalars(select(Account.email)).all()
            kept = session.scalars(select(files.StoredFile.sha256)).one()
            assert files.read(kept) == b"a scan"
        ours = keys.opened(made.with_name("backup.zip.keys").read_bytes(), PASSPHRASE)
        folder = tmp_path / "new" / "keys"
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == ours
        assert {oct(path.stat().st_mode & 0o777) for path in folder.iterdir()} == {"0o600"}


def test_archive_and_keys_are_nobody_elses_to_read(made: Path) -> None:
    assert [oct(p.stat().st_mode & 0o777) for p in (made, made.with_name("backup.zip.keys"))] == ["0o600"] * 2
    assert bytes(range(32)).hex().encode() not in made.with_name("backup.zip.keys").read_bytes()


def test_a_site_with_people_in_it_is_not_written_over(app: Flask, made: Path) -> None:
    answer = said(app, "restore", str(made))
    assert answer.exit_code == 1
    assert "not empty" in answer.output
    with app.app_context():
        assert "chen@example.org" in session.scalars(select(Account.email)).all()


def test_a_wrong_passphrase_changes_nothing(app: Flask, made: Path, tmp_path: Path) -> None:
    with empty_site(app, tmp_path / "new") as new:
        answer = said(new, "restore", str(made), passphrase="thirteen horses")
        assert answer.exit_code == 1
        assert "does not open the keys" in answer.output
        assert not (tmp_path / "new" / "keys").exists()
        assert said(new, "restore", str(made)).exit_code == 0


def test_a_passphrase_that_is_too_short_is_refused_before_anything_is_written(
    app: Flask, tmp_path: Path
) -> None:
    answer = said(app, "create", str(tmp_path / "backup.zip"), passphrase="short")
    assert (answer.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "at least 12" in answer.output


def test_an_earlier_backup_is_not_written_over(app: Flask, made: Path) -> None:
    before = made.read_bytes()
    answer = said(app, "create", str(made))
    assert (answer.exit_code, made.read_bytes()) == (1, before)


def test_a_file_the_store_has_lost_is_named(app: Flask, tmp_path: Path) -> None:
    with writing():
        kept = files.keep(io.BytesIO(b"lost"))
    for path in app.extensions["settings"].data.joinpath("files").rglob(kept.sha256):
        path.unlink()
    answer = said(app, "create", str(tmp_path / "backup.zip"))
    assert answer.exit_code == 1
    assert f"missing from the store: {kept.sha256}" in answer.output


def _changed(made: Path, change: Callable[[str, bytes], bytes]) -> None:
    """Write the archive anew, each part as `change` has it."""
    with zipfile.ZipFile(made) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(made, "w") as new:
        for name, content in parts.items():
            new.writestr(name, change(name, content))


def _about(**words: object) -> Callable[[str, bytes], bytes]:
    return lambda name, content: (
        json.dumps(json.loads(content) | words).encode() if name == "about.json" else content
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda name, content: b"another scan" if name.startswith("files/") else content, "is not what it was"),
        (lambda name, content: content + b" " if name == "database" else content, "the database is not what it was"),
        (lambda name, content: b"{" if name == "about.json" else content, "not an archive of this software"),
        (_about(sort="yuezhang 2"), "not an archive this version reads"),
        (_about(kind="oracle"), "holds a oracle database"),
        (_about(migration="9999"), "of a newer version (migration 9999)"),
        (_about(files=2), "files are missing"),
    ],
    ids=["a file changed", "database changed", "not ours", "another format", "another database", "a newer version", "a file taken out"],
)  # fmt: skip
def test_an_archive_that_does_not_fit_is_refused_and_changes_nothing(
    app: Flask, made: Path, tmp_path: Path, change: Callable[[str, bytes], bytes], sentence: str
) -> None:
    _changed(made, change)
    with empty_site(app, tmp_path / "new") as new:
        answer = said(new, "restore", str(made))
        assert answer.exit_code == 1
        assert sentence in answer.output
        assert list((tmp_path / "new").rglob("*.key")) == []
        assert not (tmp_path / "new" / "files").exists()


def test_what_is_no_zip_is_refused(app: Flask, made: Path, tmp_path: Path) -> None:
    made.write_bytes(made.read_bytes()[:200])
    with empty_site(app, tmp_path / "new") as new:
        assert "damaged" in said(new, "restore", str(made)).output


def test_a_personal_key_of_the_environment_that_would_not_open_it_is_refused(
    app: Flask, made: Path, tmp_path: Path
) -> None:
    with empty_site(app, tmp_path / "new") as new:
        new.extensions["settings"] = replace(new.extensions["settings"], personal_key=bytes(32))
        answer = said(new, "restore", str(made))
        assert answer.exit_code == 1
        assert "YUEZHANG_PERSONAL_KEY" in answer.output
