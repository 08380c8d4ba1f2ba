"""A list as a feed: the newest of what its filters leave, as Atom (RFC 4287) and as JSON Feed 1.1.

A view says once what of a row a feed shows (`Feed`) and hands it to its Listing, which answers `?format=atom` and `?format=jsonfeed` with the
same filters as its page. What is not in the list is not in the feed: a withdrawn text leaves both with the same commit.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from xml.etree import ElementTree as ET

from flask import Response, current_app, jsonify, request

from association.kernel import clock
from association.kernel.rendering import choose_locale
from association.kernel.settings import Settings
from association.kernel.site import site

NEWEST = 50
"""Entries of one feed."""
ATOM = "http://www.w3.org/2005/Atom"
FORMATS = {"atom": "application/atom+xml", "jsonfeed": "application/feed+json"}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EMPTY = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What of a row a feed shows; `newest` orders the rows and ends in a unique column, `at` is when the row became what it is."""

    title: object
    newest: Sequence[Any]
    called: Callable[[Any], str]
    at: Callable[[Any], datetime | date | None]
    says: Callable[[Any], str] = lambda _row: ""


@dataclass(frozen=True, slots=True)
class _Entry:
    url: str
    title: str
    at: datetime
    says: str


def answer(
    feed: Feed, rows: Sequence[Any], url_of: Callable[[Any], str], *, page: str, wanted: str
) -> Response:
    """The feed in the wanted format; `page` is the path of the list it belongs to."""
    settings: Settings = current_app.extensions["settings"]
    base = settings.base_url
    entries = [_Entry(base + url_of(r), feed.called(r), _moment(feed.at(r)), feed.says(r)) for r in rows]
    name = f"{feed.title} – {site(choose_locale() == 'en').name}"
    here = base + request.full_path.rstrip("?")
    if wanted == "jsonfeed":
        return _json(entries, name=name, page=base + page, here=here)
    found = Response(_atom(entries, name=name, page=base + page, here=here), mimetype=FORMATS["atom"])
    found.last_modified = _updated(entries)
    return found


def _moment(at: datetime | date | None) -> datetime:
    if isinstance(at, datetime):
        return at
    return datetime.combine(at, time(), tzinfo=clock.CHINA) if at is not None else _EMPTY


def _updated(entries: Sequence[_Entry]) -> datetime:
    return max((entry.at for entry in entries), default=_EMPTY)


def _atom(entries: Sequence[_Entry], *, name: str, page: str, here: str) -> bytes:
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed")

    def put(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
        element = ET.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
        element.text = _NOT_XML.sub("", text) or None
        return element

    put(root, "id", here)
    put(root, "title", name)
    put(root, "updated", _updated(entries).isoformat(timespec="seconds"))
    put(root, "link", rel="self", href=here, type=FORMATS["atom"])
    put(root, "link", rel="alternate", href=page, type="text/html")
    put(put(root, "author"), "name", site(choose_locale() == "en").name)
    for entry in entries:
        one = put(root, "entry")
        put(one, "id", entry.url)
        put(one, "title", entry.title)
        put(one, "updated", entry.at.isoformat(timespec="seconds"))
        put(one, "link", rel="alternate", href=entry.url, type="text/html")
        put(one, "summary", entry.says or entry.title)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _json(entries: Sequence[_Entry], *, name: str, page: str, here: str) -> Response:
    items = [
        {"id": e.url, "url": e.url, "title": e.title, "content_text": e.says or e.title, "date_published": e.at.isoformat(timespec="seconds")}
        for e in entries
    ]  # fmt: skip
    found = jsonify(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": name,
            "home_page_url": page,
            "feed_url": here,
            "items": items,
        }
    )
    found.mimetype = FORMATS["jsonfeed"]
    return found
