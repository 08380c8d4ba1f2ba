"""Every link of the public site, followed as a machine follows them: nothing dead, nothing broken, nothing private."""

import html
import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from flask import Flask
from sqlalchemy import select

from association.accounts.models import Account
from association.kernel.db import db, session
from association.kernel.personal import Encrypted
from association.organisations.models import Organisation
from association.panels.matters import matters
from tests.walk.people import VISITOR, Browser, entered

pytestmark = [pytest.mark.slow, pytest.mark.timeout(2400)]

SITE = "http://site.example"
LINK = re.compile(r'(?:href|src|action)="([^"#]+)')
HOW_IT_LOOKS = "/preferences/"
LONG_ENOUGH = 6
"""Characters from which on a private text is not found in a page by chance."""


def _links(path: str, page: str) -> Iterator[str]:
    """Addresses of this site the page leads to; of filters one at a time, with each format and the next pages."""
    for found in LINK.findall(page):
        parts = urlsplit(urljoin(SITE + path, html.unescape(found)))
        asked = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
        here = f"{parts.scheme}://{parts.netloc}" == SITE and not parts.path.startswith(
            (HOW_IT_LOOKS, "/static/")
        )
        if here and len([name for name in asked if name not in ("page", "format", "next")]) <= 1:
            yield f"{parts.path}?{parts.query}".rstrip("?")


def _everything(visitor: Browser) -> Iterator[tuple[str, str | None, int, bytes]]:
    """(address, where it was linked, status, body), from the home page on."""
    linked: dict[str, str | None] = {"/": None}
    waiting = deque(linked)
    while waiting:
        path = waiting.popleft()
        answer = visitor.get(path)
        yield path, linked[path], answer.status_code, answer.get_data()
        answer.close()
        page = answer.text if answer.mimetype == "text/html" else ""
        for link in _links(path, page + (f'href="{answer.location}"' if answer.location else "")):
            if link not in linked:
                linked[link] = path
                waiting.append(link)


def _private() -> set[bytes]:
    """What the demo's people have entrusted to the site: every text under a key that is no name of the register
    and no code of a vote, every address of an account."""
    said: set[object] = set(session.scalars(select(Account.email)))
    for mapper in db.Model.registry.mappers:
        for column in mapper.columns:
            if isinstance(column.type, Encrypted):
                said |= set(session.scalars(select(mapper.get_property_by_column(column).class_attribute)))
    said -= set(session.scalars(select(Organisation.name)))
    said -= {choice.word for matter in matters().values() for choice in matter.votes.choices}
    return {text.encode() for text in said if isinstance(text, str) and len(text) >= LONG_ENOUGH}


@pytest.mark.parametrize("demo_site", ["sqlite"], indirect=True)  # pages do not depend on the database
def test_no_link_is_dead_and_nothing_private_is_anywhere(walked: Flask) -> None:
    private = _private()
    session.rollback()
    dead, told, seen = [], [], 0
    for path, linked_from, status, body in _everything(entered(walked, VISITOR)):
        seen += 1
        if status >= 400:
            dead.append(f"{status} {path}, linked on {linked_from}")
        told += [f"{text.decode()} on {path}" for text in private if text in body]
    assert dead == []
    assert told == []
    assert seen > 1000
    assert len(private) > 50
