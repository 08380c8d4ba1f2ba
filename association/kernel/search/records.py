"""The one face of search for features: write what can be found, in the deed's own transaction, and find it.

::

    records.publish(key=f"organisation:{o.id}", kind="organisation", title=o.name, body=…, url=…,
                    audience="public", dated_on=day, facets={"province": "99"})
    records.withdraw(f"organisation:{o.id}")    # gone from every answer at once, even before the index knows
    found = records.find("晨曦", actor, limit=10)
"""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import func, select

from association.kernel import jobs
from association.kernel.db import session
from association.kernel.search.analysis import plain
from association.kernel.search.finding import Found, Hit, find
from association.kernel.search.models import (
    NOBODY,
    PUBLIC,
    Facets,
    SearchRecord,
    plain_facets,
    storable,
    thing_words,
)
from association.kernel.search.syncing import INDEX, sync
from association.kernel.walls import Thing

__all__ = ["Found", "Hit", "SearchRecord", "find", "publish", "sync", "texts_at", "withdraw"]


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
) -> None:
    """Let something be found, or found as it is now; nothing happens when nothing is new.

    `audience` is `"public"` or the code of a permission somebody must have in general
    (`organisations.VERIFY`). `url` is a path on this site. `facets` are what lists of results may be narrowed
    by. `body` is shown in snippets: it must hold nothing the audience may not read. What is not public and
    `concerns` a thing is found by nobody who stands behind a wall from it.
    """
    wanted = {
        "kind": kind,
        "title": storable(title),
        "body": storable(body),
        "url": url,
        "audience": audience,
        "dated_on": dated_on,
        "facets": plain_facets(facets),
        "concerns": thing_words(concerns),
        "withdrawn": False,
    }
    record = session.scalar(select(SearchRecord).where(SearchRecord.key == key))
    if record is None:
        record = SearchRecord(key=key)
        session.add(record)
    elif all(getattr(record, name) == value for name, value in wanted.items()):
        return
    for name, value in wanted.items():
        setattr(record, name, value)
    record.plain_title, record.plain_body = plain(record.title), plain(record.body)
    _changed(record)


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
    record.withdrawn = True
    record.title = record.body = record.plain_title = record.plain_body = ""
    record.audience, record.facets, record.concerns = NOBODY, {}, []
    _changed(record)


def _changed(record: SearchRecord) -> None:
    with session.no_autoflush:
        latest = session.scalar(select(func.max(SearchRecord.version))) or 0
    # Rows of this transaction that are not written yet may have the same number; only one row's own numbers
    # must differ.
    record.version = max(latest, record.version or 0) + 1
    record.indexed_at = None
    # Without a key: a promise made while an earlier one is being kept must not be taken for it.
    jobs.later(INDEX, record=record.key)
