"""A backup of the whole demo, restored on an empty machine: every public page, every paper and every proof is what it was."""

import io
import re
import zipfile
from pathlib import Path

import pytest
import time_machine
from flask import Flask

from association.kernel import clock
from association.kernel.db import session
from association.kernel.search import syncing
from tests.elsewhere import empty_site
from tests.page import Page
from tests.walk.addresses import addresses

pytestmark = [pytest.mark.slow, pytest.mark.timeout(2400)]

PASSPHRASE = "twelve horses and a gate\n"
TOKENS = re.compile(rb'(name="(?:csrf_token|once)"[^>]*value=")[^"]*|nonce-[^\' ]*')


def _said(site: Flask, *words: str) -> str:
    with site.app_context():
        answer = site.test_cli_runner().invoke(args=list(words), input=PASSPHRASE)
    assert answer.exit_code == 0, answer.output
    return answer.output


def _lasting(path: str, body: bytes) -> bytes:
    """The body without what each drawing makes anew: tokens of forms, the moment in a workbook."""
    if not path.endswith(".xlsx"):
        return TOKENS.sub(rb"\1", body)
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return b"".join(book.read(name) for name in book.namelist() if not name.startswith("docProps/"))


def _seen(site: Flask, paths: list[str]) -> dict[str, tuple[int, bytes]]:
    visitor = Page(site)
    answers = {}
    for path in paths:
        visitor.get(path, follow=False)
        answers[path] = (
            visitor.status,
            _lasting(path, visitor.answer.data) if visitor.status == 200 else b"",
        )
    return answers


def test_a_restored_site_is_the_same_site(walked: Flask, tmp_path: Path) -> None:
    archive = str(tmp_path / "backup.zip")
    paths = [address.path for address in addresses(walked)]
    session.rollback()
    with time_machine.travel(clock.now(), tick=False):
        before, proofs = _seen(walked, paths), _said(walked, "log", "verify")
        _said(walked, "backup", "create", archive, "--passphrase-stdin")
        with empty_site(walked, tmp_path / "new") as new:
            _said(new, "backup", "restore", archive, "--passphrase-stdin")
            with new.app_context():
                syncing.rebuild()
            after = _seen(new, paths)
            assert _said(new, "log", "verify") == proofs
            assert {p for p in paths if after[p] != before[p]} == set()
            # And none of it is only a refusal.
            assert sum(status == 200 for status, _body in after.values()) > 100
