"""Bringing the index up to the rows: by the worker after deeds, by commands, and after whatever befell the
index.

Every way is the same three steps under the engine's lock: read rows, write the index, mark the rows. Stopped
anywhere, the rows still say what is missing, and writing it again changes nothing.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import delete, func, select, update

from association.kernel import clock, health, jobs, worker
from association.kernel.db import session
from association.kernel.search.engine import Busy, Damaged, Document
from association.kernel.search.models import SearchRecord
from association.kernel.search.site import search
from association.kernel.transactions import rollback, writing

log = structlog.get_logger(__name__)

INDEX = "index"
"""Kind of job: something in `search_record` waits for the index."""
MEND = "index.mend"
"""Kind of job: compare rows and index."""
AT_ONCE = 500
"""Rows written by one commit."""


def sync(*, gathered: bool = False) -> int:
    """Write every waiting row into the index; returns how many.

    `gathered` keeps to one commit a second: it waits for the second to end, so that what is done meanwhile
    comes along. Raises Busy, Damaged.
    """
    done = 0
    while _is_waiting():
        if gathered:
            search().wait_for_the_second()
        with search().engine.alone():
            rows = session.scalars(
                select(SearchRecord)
                .where(SearchRecord.indexed_at.is_(None))
                .order_by(SearchRecord.version)
                .limit(AT_ONCE)
            ).all()
            put = [row.document for row in rows if not row.withdrawn]
            gone = {row.key: row.version for row in rows if row.withdrawn}
            rollback()  # the index is slow; no transaction waits for it
            search().engine.apply(put=put, remove=gone)
            _mark({document.key: document.version for document in put}, gone)
        search().committed_at = time.monotonic()
        done += len(put) + len(gone)
    return done


def _is_waiting() -> bool:
    waiting = session.scalar(select(SearchRecord.id).where(SearchRecord.indexed_at.is_(None)).limit(1))
    rollback()
    return waiting is not None


def _mark(put: Mapping[str, int], gone: Mapping[str, int]) -> None:
    """Say what the index knows now; a row changed meanwhile has another version and goes on waiting."""
    with writing():
        for key, version in put.items():
            session.execute(
                update(SearchRecord)
                .where(SearchRecord.key == key, SearchRecord.version == version)
                .values(indexed_at=clock.now())
            )
        for key, version in gone.items():
            session.execute(
                delete(SearchRecord).where(SearchRecord.key == key, SearchRecord.version == version)
            )


def rebuild() -> int:
    """Make the index anew from all rows; returns how many documents it holds. Raises Busy."""
    put: dict[str, int] = {}
    with search().engine.alone():
        gone = dict(
            session.execute(
                select(SearchRecord.key, SearchRecord.version).where(SearchRecord.withdrawn)
            ).all()
        )
        search().engine.rebuild(_all_documents(put))
        rollback()
        keys = list(put)
        for start in range(0, len(keys), AT_ONCE):
            _mark({key: put[key] for key in keys[start : start + AT_ONCE]}, {})
        _mark({}, gone)
    return len(put)


def _all_documents(put: dict[str, int]) -> Iterator[Document]:
    last = 0
    while True:
        rows = session.scalars(
            select(SearchRecord)
            .where(SearchRecord.id > last, SearchRecord.withdrawn.is_(False))
            .order_by(SearchRecord.id)
            .limit(AT_ONCE)
        ).all()
        if not rows:
            return
        for row in rows:
            document = row.document
            put[document.key] = document.version
            yield document
        last = rows[-1].id
        session.expunge_all()  # a hundred thousand texts are not kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Where rows and index differ, as keys: rows the worker has still to bring, rows the index should know
    and does not, documents without a row."""

    waiting: tuple[str, ...]
    missing: tuple[str, ...]
    left_over: tuple[str, ...]
    count: int
    """Rows that can be found."""

    @property
    def agree(self) -> bool:
        return not (self.waiting or self.missing or self.left_over)


def compare() -> Comparison:
    """Rows against index, key by key and version by version. Raises Busy, Damaged."""
    with search().engine.alone():
        indexed = search().engine.contents()
        rows = session.execute(
            select(SearchRecord.key, SearchRecord.version, SearchRecord.indexed_at, SearchRecord.withdrawn)
        ).all()
    rollback()
    versions = {row.key: row.version for row in rows if not row.withdrawn}
    waiting = {row.key for row in rows if row.indexed_at is None}
    return Comparison(
        waiting=tuple(sorted(waiting)),
        missing=tuple(sorted(k for k, v in versions.items() if indexed.get(k) != v and k not in waiting)),
        left_over=tuple(sorted(k for k in indexed if k not in versions and k not in waiting)),
        count=len(versions),
    )


def mend() -> int:
    """Bring back what the index has lost (a restored backup, a power cut); returns how many keys were mended.

    For the start of the site, and now and then: cheap when nothing is wrong. While somebody else writes the
    index it is left to them.
    """
    try:
        return _mend()
    except Busy:
        log.info("index_busy")
        return 0
    except Damaged:
        log.warning("index_damaged")
        return rebuild()


def _mend() -> int:
    found = compare()
    if found.missing:
        with writing():
            for start in range(0, len(found.missing), AT_ONCE):
                some = found.missing[start : start + AT_ONCE]
                session.execute(
                    update(SearchRecord).where(SearchRecord.key.in_(some)).values(indexed_at=None)
                )
    if found.left_over:
        with search().engine.alone():
            search().engine.apply(remove=found.left_over)
    if not found.agree:
        log.info(
            "index_mended",
            missing=len(found.missing),
            left_over=len(found.left_over),
            waiting=len(found.waiting),
        )
        sync()
    return len(found.missing) + len(found.left_over) + len(found.waiting)


def backlog() -> int:
    """Rows the index does not know yet."""
    waiting = select(func.count()).select_from(SearchRecord).where(SearchRecord.indexed_at.is_(None))
    return int(session.scalar(waiting) or 0)


def _no_subject(_payload: dict[str, Any]) -> None:
    """What waits is read under the engine's lock, not before."""


def _nothing(_payload: dict[str, Any], _made: Any) -> None:
    """`sync` and `mend` have marked the rows themselves."""


# Every deed promises one job; the first one done brings the rows of all of them, the others find nothing
# waiting.
jobs.handles_slowly(
    INDEX, prepare=_no_subject, work=lambda _subject: sync(gathered=True), finish=_nothing, unseen=True
)
jobs.handles_slowly(MEND, prepare=_no_subject, work=lambda _subject: mend(), finish=_nothing, unseen=True)


@health.part("index")
def _is_readable() -> str:
    try:
        return "" if search().engine.generation else "not made yet"
    except Damaged:
        return "damaged"


@worker.every(timedelta(hours=1), "search.mend")
def _mend_later() -> None:
    # As a job, because regular work runs inside a transaction and mending is slow.
    jobs.later(MEND, key=MEND)
