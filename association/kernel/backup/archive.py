"""The archive: a zip of `about.json`, `database` and `files/<SHA-256>`. Read whole and compared before anything is put anywhere.

`about.json` says what it is: the sort of archive, the moment (UTC), demo or live, the kind of database, its migration, SHA-256 of `database`, how many files
there are, and number and head of both chains, so that `flask log verify` of the restored site can be held against it.
"""

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import select

from association.kernel import audit, chain, clock, files
from association.kernel.backup import databases
from association.kernel.db import session
from association.kernel.settings import ROOT, Settings

SORT = "yuezhang 1"
ABOUT, DATABASE, FILES = "about.json", "database", "files/"


class Unfit(Exception):
    """This archive cannot be restored here; the words say why."""


def write(path: Path, settings: Settings) -> tuple[dict[str, Any], list[str]]:
    """A new archive; returns what it says of itself and the files the store should have and has not.

    The database is copied first: files are only ever added, and stay a day longer than anything speaks of them.
    """
    aside = path.with_name(f".{path.name}.unfinished")
    try:
        with aside.open("wb") as out:
            aside.chmod(0o600)
            about, missing = _fill(out, path.parent, settings)
            out.flush()
            os.fsync(out.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return about, missing


def _fill(out: IO[bytes], beside: Path, settings: Settings) -> tuple[dict[str, Any], list[str]]:
    with TemporaryDirectory(dir=beside) as folder, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        copy = Path(folder) / DATABASE
        about = _about(settings)
        databases.copy_to(copy)
        zipped.write(copy, DATABASE)
        named = session.scalars(select(files.StoredFile.sha256).order_by(files.StoredFile.sha256)).all()
        session.rollback()
        missing = [sha256 for sha256 in named if not _add(zipped, sha256)]
        about |= {"database_sha256": _digest(copy), "files": len(named) - len(missing)}
        zipped.writestr(ABOUT, json.dumps(about, indent=1))
    return about, missing


def _about(settings: Settings) -> dict[str, Any]:
    def head(kind: type[chain.Chained]) -> dict[str, Any]:
        number, digest = chain.head(kind)
        return {"entries": number, "head": digest}

    return {
        "sort": SORT,
        "made_at": clock.now().isoformat(timespec="seconds"),
        "mode": settings.mode,
        "kind": databases.kind(),
        "migration": MigrationContext.configure(session.connection()).get_current_revision(),
        "public_log": head(audit.LogEntry),
        "audit_trail": head(audit.AuditEntry),
    }


def _add(zipped: zipfile.ZipFile, sha256: str) -> bool:
    try:
        source = files.open_file(sha256)
    except FileNotFoundError:
        return False
    # Pictures, papers and films are pressed already.
    entry = zipfile.ZipInfo(FILES + sha256, date_time=clock.now().timetuple()[:6])
    with source, zipped.open(entry, "w", force_zip64=True) as out:
        shutil.copyfileobj(source, out, 1 << 20)
    return True


@contextmanager
def opened(path: Path) -> Iterator["Archive"]:
    """Raises Unfit when it is damaged, of another kind of database, or newer than this code."""
    try:
        with zipfile.ZipFile(path) as zipped, TemporaryDirectory(dir=path.parent) as folder:
            yield Archive(zipped, Path(folder))
    except zipfile.BadZipFile as fault:
        raise Unfit(f"The archive is damaged: {fault}.") from None


class Archive:
    """An archive found sound: every file is what its name says, and the database what the archive says of it."""

    def __init__(self, zipped: zipfile.ZipFile, folder: Path) -> None:
        self._zipped = zipped
        self.about = self._read_about()
        self._fits()
        self._names = [name for name in zipped.namelist() if name.startswith(FILES)]
        if len(self._names) != self.about.get("files"):
            raise Unfit("The archive is damaged: files are missing from it.")
        for name in self._names:
            with zipped.open(name) as stream:
                if hashlib.file_digest(stream, "sha256").hexdigest() != name.removeprefix(FILES):  # type: ignore[arg-type]
                    raise Unfit(f"The archive is damaged: {name} is not what it was.")
        self._copy = Path(zipped.extract(DATABASE, folder))
        if _digest(self._copy) != self.about.get("database_sha256"):
            raise Unfit("The archive is damaged: the database is not what it was.")

    def put_back(self, settings: Settings) -> None:
        """Files first: they are called by their content, so that a restore that was cut off can be done again."""
        for name in self._names:
            with self._zipped.open(name) as stream:
                files.park(stream)
        (settings.data / "mode").write_text(f"{self.about['mode']}\n")
        databases.put_back(self._copy)

    def _read_about(self) -> dict[str, Any]:
        try:
            about = json.loads(self._zipped.read(ABOUT))
        except (KeyError, ValueError):
            raise Unfit("This is not an archive of this software.") from None
        if not isinstance(about, dict) or about.get("sort") != SORT:
            raise Unfit("This is not an archive this version reads.")
        return about

    def _fits(self) -> None:
        if (kind := self.about.get("kind")) != databases.kind():
            raise Unfit(f"The archive holds a {kind} database, and this site works with {databases.kind()}.")
        if (migration := self.about.get("migration")) is not None:
            try:
                ScriptDirectory(str(ROOT / "migrations")).get_revision(migration)
            except CommandError:
                raise Unfit(
                    f"The archive is of a newer version (migration {migration}) than this code."
                ) from None


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
