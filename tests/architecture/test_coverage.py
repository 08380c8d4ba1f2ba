"""docs/coverage.md keeps its word: every address is a page, every file named is there; and the README's map has every feature."""

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


def test_the_map_of_the_readme_has_every_feature() -> None:
    the_map = (ROOT / "README.md").read_text().split("## The map")[1].split("\n## ")[0]
    features = [
        folder.name
        for home in ("association", "mcn")
        for folder in sorted((ROOT / home).iterdir())
        if (folder / "__init__.py").exists()
    ]
    assert [name for name in features if f"{name}/" not in the_map] == []
