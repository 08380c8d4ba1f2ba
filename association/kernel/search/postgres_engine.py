"""The index in PostgreSQL, for many machines: terms as a `tsvector` without positions under GIN, newest first.

It lives in a schema of its own beside the site's tables: derived data, in no migration and no backup, made when first written.
Ranking is left out: `ts_rank` reads every match, and a match in the title comes first anyway (finding.py).
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from threading import local
from typing import Any

from sqlalchemy import Connection, text

from association.kernel.db import db, session
from association.kernel.search.analysis import Question, terms
from association.kernel.search.engine import EVERYTHING, Busy, Document, Filters, Hits, Order

PATIENCE = 20.0
"""Seconds to wait for another writer."""
AT_ONCE = 200
"""Documents sent by one statement."""
_LOOK_AGAIN = 0.05
_LOCK = 4_907_312_455
"""The number of our advisory lock; any number nobody else in this database uses."""

_TABLE = """
CREATE TABLE search_index.{name} (
    key text PRIMARY KEY, version bigint NOT NULL, kind text NOT NULL, audience text NOT NULL, dated_on date NOT NULL,
    facets text[] NOT NULL, terms tsvector NOT NULL)
"""
_STATE = """
CREATE TABLE IF NOT EXISTS search_index.state (one boolean PRIMARY KEY DEFAULT true CHECK (one), generation bigint NOT NULL)
"""
_PUT = """
INSERT INTO search_index.{name} (key, version, kind, audience, dated_on, facets, terms)
VALUES (:key, :version, :kind, :audience, :dated_on, :facets, CAST(:terms AS tsvector))
ON CONFLICT (key) DO UPDATE SET (version, kind, audience, dated_on, facets, terms)
    = (excluded.version, excluded.kind, excluded.audience, excluded.dated_on, excluded.facets, excluded.terms)
"""


class PostgresEngine:
    """See engine.SearchEngine. Reads through the site's session, writes in transactions of its own."""

    def __init__(self, *, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._held = local()
        self._exists = False

    @contextmanager
    def alone(self) -> Iterator[None]:
        if getattr(self._held, "lock", False):
            yield
            return
        # The lock belongs to this connection and ends with it, should the process die.
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            self._wait_for(connection)
            self._held.lock = True
            try:
                yield
            finally:
                self._held.lock = False
                connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LOCK})

    def _wait_for(self, connection: Connection) -> None:
        until = time.monotonic() + self._patience
        while not connection.scalar(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": _LOCK}):
            if time.monotonic() > until:
                raise Busy
            time.sleep(_LOOK_AGAIN)

    @property
    def generation(self) -> str:
        if not self._is_there():
            return "none"
        return str(session.scalar(text("SELECT generation FROM search_index.state")))

    def contents(self) -> Mapping[str, int]:
        if not self._is_there():
            return {}
        rows = session.execute(text("SELECT key, version FROM search_index.document"))
        return {row.key: row.version for row in rows}

    def _is_there(self) -> bool:
        # Asking for a missing table would spoil the transaction of the page.
        if not self._exists:
            self._exists = (
                session.scalar(text("SELECT to_regclass('search_index.document') IS NOT NULL")) is True
            )
        return self._exists

    def find(
        self,
        question: Question,
        *,
        filters: Filters = EVERYTHING,
        order: Order = "best",  # noqa: ARG002 - the newest are the best this engine can tell
        offset: int = 0,
        limit: int,
    ) -> Hits:
        if not question or not self._is_there():
            return Hits()
        clauses, values = _narrowed(filters)
        statement = f"""
            SELECT key FROM search_index.document WHERE terms @@ CAST(:asked AS tsquery) {clauses}
            ORDER BY dated_on DESC, key LIMIT :limit OFFSET :offset"""  # noqa: S608 - clauses are ours, values are bound
        asked = " & ".join(map(_quoted, question.terms))
        rows = session.execute(
            text(statement), {"asked": asked, "limit": limit + 1, "offset": offset, **values}
        )
        keys = tuple(rows.scalars())
        return Hits(keys=keys[:limit], more=len(keys) > limit)

    def apply(self, *, put: Iterable[Document] = (), remove: Iterable[str] = ()) -> None:
        with self.alone(), db.engine.begin() as connection:
            if connection.scalar(text("SELECT to_regclass('search_index.document')")) is None:
                _make(connection, "document")
                _index(connection, "document")
            forgotten = [{"key": key} for key in remove]
            if forgotten:
                connection.execute(text("DELETE FROM search_index.document WHERE key = :key"), forgotten)
            _put(connection, "document", put)
            _count_up(connection)

    def rebuild(self, documents: Iterable[Document]) -> None:
        # One transaction: until it commits everybody reads the old table, and stopped anywhere nothing has happened.
        with self.alone(), db.engine.begin() as connection:
            _make(connection, "fresh")
            _put(connection, "fresh", documents)
            _index(connection, "fresh")
            connection.execute(text("DROP TABLE IF EXISTS search_index.document"))
            connection.execute(text("ALTER TABLE search_index.fresh RENAME TO document"))
            connection.execute(text("ANALYZE search_index.document"))
            _count_up(connection)


def _make(connection: Connection, name: str) -> None:
    connection.execute(text("CREATE SCHEMA IF NOT EXISTS search_index"))
    connection.execute(text(_STATE))
    connection.execute(text(_TABLE.format(name=name)))


def _index(connection: Connection, name: str) -> None:
    """Made after a bulk of rows, which is twice as fast as before them."""
    connection.execute(text(f"CREATE INDEX ON search_index.{name} USING gin (terms)"))
    connection.execute(text(f"CREATE INDEX ON search_index.{name} (dated_on DESC, key)"))


def _put(connection: Connection, name: str, documents: Iterable[Document]) -> None:
    left = iter(documents)
    while some := list(islice(left, AT_ONCE)):
        connection.execute(text(_PUT.format(name=name)), [_row(document) for document in some])


def _count_up(connection: Connection) -> None:
    connection.execute(
        text(
            "INSERT INTO search_index.state AS s (one, generation) VALUES (true, 1)"
            " ON CONFLICT (one) DO UPDATE SET generation = s.generation + 1"
        )
    )


def _row(document: Document) -> dict[str, Any]:
    held = terms(document.title) | terms(document.body)
    return {
        "key": document.key,
        "version": document.version,
        "kind": document.kind,
        "audience": document.audience,
        "dated_on": document.dated_on,
        "facets": sorted(document.facets),
        "terms": " ".join(map(_quoted, held)),
    }


def _quoted(term: str) -> str:
    """A term as a lexeme taken literally; terms hold no quotes and no backslashes (folding.py)."""
    return f"'{term}'"


def _narrowed(filters: Filters) -> tuple[str, dict[str, Any]]:
    clauses, values = "", {}
    for column, wanted in (("kind", filters.kinds), ("audience", filters.audiences)):
        if wanted:
            clauses += f" AND {column} = ANY(:{column})"
            values[column] = sorted(wanted)
    for sign, name, day in ((">=", "since", filters.since), ("<=", "until", filters.until)):
        if day is not None:
            clauses += f" AND dated_on {sign} :{name}"
            values[name] = day
    for number, group in enumerate(sorted(filters.facets, key=sorted)):
        clauses += f" AND facets && CAST(:facets{number} AS text[])"
        values[f"facets{number}"] = sorted(group)
    return clauses, values
