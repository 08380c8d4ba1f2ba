"""The one face of search for features: write what can be found, in the deed's own transaction, and find it.

::

    records.publish(key=f"organisation:{o.id}", kind="organisation", title=o.name, body=…, url=…,
                    audience="public", dated_on=day, facets={"province": "99"})
    records.withdraw(f"organisation:{o.id}")    # gone from every answer at once, even before the index knows
    found = records.find("晨曦", actor, limit=10)
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from association.kernel import jobs
from association.kernel.db import session
from association.kernel.search.analysis import plain
from association.kernel.search.finding import Found, Hit, find
from association.kernel.search.meant import meant
from association.kernel.search.models import (
    NOBODY,
    PUBLIC,
    Facets,
    SearchRecord,
    plain_facets,
    storable,
    thing_words,
)
from association.kernel.search.readings import readings
from association.kernel.search.syncing import INDEX, sync
from association.kernel.walls import Thing

__all__ = [
    "Entry", "Found", "Hit", "SearchRecord", "find", "keep", "meant", "publish", "renew", "sync", "texts_at", "withdraw",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What can be found.

    `audience` is `"public"` or the code of a permission somebody must have in general
    (`organisations.VERIFY`). `url` is a path on this site. `facets` are what lists of results may be narrowed
    by. `body` is shown in snippets: it must hold nothing the audience may not read; `also` finds and is shown
    nowhere (other ways to write it). What is not public and `concerns` a thing is found by nobody who stands
    behind a wall from it.
    """

    key: str
    kind: str
    title: str
    body: str
    url: str
    dated_on: date
    audience: str = PUBLIC
    facets: Facets | None = None
    concerns: Iterable[Thing] = ()
    also: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        title, body = storable(self.title), storable(self.body)
        return {
            "kind": self.kind,
            "title": title,
            "body": body,
            "url": self.url,
            "audience": self.audience,
            "dated_on": self.dated_on,
            "facets": plain_facets(self.facets),
            "concerns": thing_words(self.concerns),
            "withdrawn": False,
            "plain_title": plain_title_of(title, self.url),
            "plain_body": plain(body) + (f"\n{plain(storable(self.also))}" if self.also else ""),
        }


def plain_title_of(title: str, url: str) -> str:
    """The title's words, and behind them how they are read; a part of a page is not looked for by reading."""
    return plain(title) + ("" if "#" in url else readings(title))


def renew() -> int:
    """Readings for rows written before there were any; at every start, and nothing when the oldest row has its own."""
    living = select(SearchRecord).where(SearchRecord.withdrawn.is_(False)).order_by(SearchRecord.id)
    oldest = session.scalars(living.limit(1)).first()
    if oldest is None or oldest.plain_title == plain_title_of(oldest.title, oldest.url):
        return 0
    changed = []
    for record in session.scalars(living).all():
        if record.plain_title != (wanted := plain_title_of(record.title, record.url)):
            record.plain_title = wanted
            changed.append(record)
    _changed(changed)
    return 0


def publish(
    *,
    key: str,
    kind: str,
    title: str,
    body: str,
    url: str,
    dated_on: date,
    audience: str = PUBLIC,
    facets: Facets | None = None,
    concerns: Iterable[Thing] = (),
    also: str = "",
) -> None:
    """Let something be found, or found as it is now; nothing happens when nothing is new. See Entry."""
    record = session.scalar(select(SearchRecord).where(SearchRecord.key == key))
    entry = Entry(
        key=key, kind=kind, title=title, body=body, url=url, dated_on=dated_on, audience=audience, facets=facets,
        concerns=concerns, also=also,
    )  # fmt: skip
    _write([entry], {key: record} if record else {})


def keep(prefix: str, entries: Iterable[Entry]) -> None:
    """Let exactly these be found among what is called `prefix…`: the parts of one thing, in few statements."""
    rows = select(SearchRecord).where(SearchRecord.key.startswith(prefix, autoescape=True))
    known = {record.key: record for record in session.scalars(rows)}
    wanted = list(entries)
    _write(wanted, known)
    kept = {entry.key for entry in wanted}
    gone = [record for key, record in known.items() if key not in kept and not record.withdrawn]
    for record in gone:
        _empty(record)
    _changed(gone)


def _write(entries: Iterable[Entry], known: Mapping[str, SearchRecord]) -> None:
    changed = []
    for entry in entries:
        wanted, record = entry.columns, known.get(entry.key)
        if record is None:
            record = SearchRecord(key=entry.key)
            session.add(record)
        elif all(getattr(record, name) == value for name, value in wanted.items()):
            continue
        for name, value in wanted.items():
            setattr(record, name, value)
        changed.append(record)
    _changed(changed)


def texts_at(urls: Collection[str]) -> dict[str, str]:
    """The texts by which everybody may find the pages at these paths, in one statement; what is withdrawn is not among them."""
    rows = select(SearchRecord.url, SearchRecord.body).where(
        SearchRecord.url.in_(urls), SearchRecord.audience == PUBLIC, SearchRecord.withdrawn.is_(False)
    )
    return {row.url: row.body for row in session.execute(rows.order_by(SearchRecord.id.desc()))}


def withdraw(key: str) -> None:
    """Let something be found no longer, from this transaction on. Its texts leave the row now, the row leaves
    with the index."""
    record = session.scalar(select(SearchRecord).where(SearchRecord.key == key))
    if record is None or record.withdrawn:
        return
    _empty(record)
    _changed([record])


def _empty(record: SearchRecord) -> None:
    record.withdrawn = True
    record.title = record.body = record.plain_title = record.plain_body = ""
    record.audience, record.facets, record.concerns = NOBODY, {}, []


def _changed(records: Iterable[SearchRecord]) -> None:
    some = list(records)
    if not some:
        return
    with session.no_autoflush:
        latest = session.scalar(select(func.max(SearchRecord.version))) or 0
    for record in some:
        # Rows of this transaction that are not written yet may have the same number; only one row's own numbers
        # must differ.
        record.version = max(latest, record.version or 0) + 1
        record.indexed_at = None
    # Without a key: a promise made while an earlier one is being kept must not be taken for it.
    jobs.later(INDEX, record=some[0].key)
