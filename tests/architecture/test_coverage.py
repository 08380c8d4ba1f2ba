"""docs/coverage.md keeps its word: every address is a page, every file named is there."""

import re

from flask import Flask
from werkzeug.exceptions import NotFound

from tests.architecture.house import ROOT

TEXT = (ROOT / "docs/coverage.md").read_text()
NAMED = sorted(set(re.findall(r"`([^`\s]+)`", TEXT)))


def test_every_address_in_the_coverage_is_a_page(app: Flask) -> None:
    adapter = app.url_map.bind("localhost")
    addresses = [word for word in NAMED if word.startswith("/")]

    def leads_nowhere(address: str) -> bool:
        try:
            adapter.match(address)
        except NotFound:
            return True
        return False

    assert addresses
    assert [a for a in addresses if leads_nowhere(a)] == []


def test_every_file_in_the_coverage_is_there() -> None:
    files = [word for word in NAMED if not word.startswith("/")]
    assert [f for f in files if not (ROOT / f).exists()] == []
