"""Every address of the demo as somebody tied to an organisation: where a role is needed, its name stands nowhere."""

from collections.abc import Mapping
from urllib.parse import quote

import pytest
from flask import Flask

from association.kernel.db import session
from demo.cast import FIRMS, Firm, code
from tests.walk.addresses import Address, addresses
from tests.walk.people import VISITOR, Browser, entered

TIED = {"registrar2": "songyan", "expert2": "aurora"}
"""Who, to whom; told in demo/ties.py."""
OWN = ("own_ties.index", "tie_desk.show", "inbox.index", "inbox.show")
"""Where one reads what is kept of oneself, and letters written before the tie."""


def _behind_roles(walked: Flask) -> list[Address]:
    """Addresses that neither everybody may open nor everybody who is signed in."""
    found = [a for a in addresses(walked) if a.endpoint not in OWN]
    return [a for a in found if getattr(walked.view_functions[a.endpoint], "access", None) not in ("public", "signed_in")]  # fmt: skip


def _told(browser: Browser, path: str, firm: Firm) -> Mapping[str, bytes]:
    """The page and, where it is a list, the search in it and its exports."""
    page = browser.get(path).get_data()
    more = (f"?q={quote(firm.short[:2])}", "?format=csv", "?format=json") if b"format=csv" in page else ()
    return {path: page, **{path + query: browser.get(path + query).get_data() for query in more}}


@pytest.mark.timeout(1500)  # every address, its search and its exports
@pytest.mark.parametrize("person", TIED)
def test_a_tied_person_meets_the_other_side_only_where_everybody_does(walked: Flask, person: str) -> None:
    firm = next(f for f in FIRMS if f.word == TIED[person])
    name, number = firm.short.encode(), code(firm.serial).encode()
    found = _behind_roles(walked)
    session.rollback()
    tied, visitor = entered(walked, person), entered(walked, VISITOR)
    leaks = [
        path
        for address in found
        for path, body in _told(tied, address.path, firm).items()
        if (name in body or number in body) and name not in visitor.get(path).get_data()
    ]
    assert leaks == []
