"""The index in PostgreSQL, for many machines: terms as a `tsvector` without positions under GIN, newest
first.

It lives in a schema of its own beside the site's tables: derived data, in no migration and no backup, made
when first written. Ranking is left out: `ts_rank` reads every match, and a match in the title comes first
anyway (finding.py).
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from threading import local
from typing import Any

import structlog
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from association.kernel.db import db, session
from association.kernel.search.analysis import Question, terms
from association.kernel.search.engine import (
    EVERYTHING,
    Busy,
    Document,
    Filters,
    Hits,
    Near,
    Order,
    rarities,
    read_for,
)

log = structlog.get_logger(__name__)

PATIENCE = 20.0
"""Seconds to wait for another writer."""
AT_ONCE = 200
"""Documents sent by one statement."""
_LOOK_AGAIN = 0.05
_LOCK = 4_907_312_455
"""The number of our advisory lock; any number nobody else in this database uses."""

_STATE = """
CREATE TABLE IF NOT EXISTS search_index.state (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), serving text NOT NULL, generation bigint NOT NULL)
"""
_TABLE = """
CREATE TABLE search_index.{name} (
    key text PRIMARY KEY, version bigint NOT NULL, kind text NOT NULL, audience text NOT NULL,
    dated_on date NOT NULL, facets text[] NOT NULL, terms tsvector NOT NULL)
"""
_PUT = """
INSERT INTO search_index.{name} (key, version, kind, audience, dated_on, facets, terms)
VALUES (:key, :version, :kind, :audience, :dated_on, :facets, CAST(:terms AS tsvector))
ON CONFLICT (key) DO UPDATE SET (version, kind, audience, dated_on, facets, terms)
    = (excluded.version, excluded.kind, excluded.audience, excluded.dated_on, excluded.facets, excluded.terms)
"""
_SERVE = """
INSERT INTO search_index.state AS s (one, serving, generation) VALUES (true, :name, 1)
ON CONFLICT (one) DO UPDATE SET serving = excluded.serving, generation = s.generation + 1
"""
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'search_index' AND tablename LIKE 'document%'"


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
        state = self._state()
        return f"{state.serving}.{state.generation}" if state else "none"

    def contents(self) -> Mapping[str, int]:
        state = self._state()
        if state is None:
            return {}
        rows = session.execute(text(f"SELECT key, version FROM search_index.{state.serving}"))  # noqa: S608
        return {row.key: row.version for row in rows}

    def _state(self) -> Any | None:
        """Which table serves; None while there is none."""
        # Asking for a missing table would spoil the transaction of the page.
        if not self._exists:
            self._exists = (
                session.scalar(text("SELECT to_regclass('search_index.state') IS NOT NULL")) is True
            )
        if not self._exists:
            return None
        return session.execute(text("SELECT serving, generation FROM search_index.state")).one_or_none()

    def find(
        self,
        question: Question,
        *,
        filters: Filters = EVERYTHING,
        order: Order = "best",  # noqa: ARG002 - the newest are the best this engine can tell
        offset: int = 0,
        limit: int,
    ) -> Hits:
        state = self._state() if question else None
        if state is None:
            return Hits()
        clauses, values = _narrowed(filters)
        statement = f"""
            SELECT key FROM search_index.{state.serving} WHERE terms @@ CAST(:asked AS tsquery) {clauses}
            ORDER BY dated_on DESC, key LIMIT :limit OFFSET :offset"""  # noqa: S608 - names are ours, values are bound
        asked = " & ".join(map(_quoted, question.terms))
        rows = session.execute(
            text(statement), {"asked": asked, "limit": limit + 1, "offset": offset, **values}
        )
        keys = tuple(rows.scalars())
        return Hits(keys=keys[:limit], more=len(keys) > limit)

    def near(self, terms: Sequence[str], *, filters: Filters = EVERYTHING, limit: int) -> Near:
        state = self._state() if terms else None
        if state is None:
            return Near()
        table = f"search_index.{state.serving}"
        counted = text(
            f"SELECT (SELECT count(*) FROM {table} WHERE terms @@ CAST(asked AS tsquery)) "  # noqa: S608 - names are ours, values are bound
            "FROM unnest(CAST(:terms AS text[])) WITH ORDINALITY AS t (asked, n) ORDER BY n"
        )
        asked = [_quoted(term) for term in terms]
        held = dict(zip(terms, session.scalars(counted, {"terms": asked}), strict=True))
        documents = session.scalar(
            text("SELECT reltuples FROM pg_class WHERE oid = CAST(:t AS regclass)"), {"t": table}
        )
        weights = rarities(held, int(max(documents or 0, *held.values(), 1)))
        some = read_for(held)
        if not some:
            return Near()
        clauses, values = _narrowed(filters)
        statement = f"""
            SELECT key, (SELECT sum(w) FROM unnest(CAST(:some AS text[]), CAST(:weights AS float8[])) AS a (term, w)
                         WHERE terms @@ CAST(a.term AS tsquery)) AS share
            FROM {table} WHERE terms @@ CAST(:any AS tsquery) {clauses} ORDER BY share DESC, key LIMIT :limit"""  # noqa: S608
        whole = sum(weights.values())
        given = {
            "some": [_quoted(term) for term in some],
            "weights": [weights[term] / whole for term in some],
            "any": " | ".join(map(_quoted, some)),
            "limit": limit,
        }
        rows = session.execute(text(statement), {**given, **values})
        return Near(shares={row.key: row.share for row in rows}, weights=weights)

    def apply(self, *, put: Iterable[Document] = (), remove: Iterable[str] = ()) -> None:
        with self.alone():
            with db.engine.begin() as connection:
                name = _serving(connection)
                if name is not None:
                    forgotten = [{"key": key} for key in remove]
                    if forgotten:
                        statement = f"DELETE FROM search_index.{name} WHERE key = :key"  # noqa: S608
                        connection.execute(text(statement), forgotten)
                    _put(connection, name, put)
                    connection.execute(text(_SERVE), {"name": name})
                    return
            self.rebuild(put)

    def rebuild(self, documents: Iterable[Document]) -> None:
        # One transaction beside the table that serves: stopped anywhere, nothing has happened. The old table
        # stays until the next rebuild, for whoever reads it; to drop it now would wait for them.
        with self.alone(), db.engine.begin() as connection:
            connection.execute(text("CREATE SCHEMA IF NOT EXISTS search_index"))
            connection.execute(text(_STATE))
            name = _fresh_name(connection)
            connection.execute(text(_TABLE.format(name=name)))
            _put(connection, name, documents)
            # Indexes made after the rows take half the time.
            connection.execute(text(f"CREATE INDEX ON search_index.{name} USING gin (terms)"))
            connection.execute(text(f"CREATE INDEX ON search_index.{name} (dated_on DESC, key)"))
            connection.execute(text(f"ANALYZE search_index.{name}"))
            connection.execute(text(_SERVE), {"name": name})


def _serving(connection: Connection) -> str | None:
    if connection.scalar(text("SELECT to_regclass('search_index.state')")) is None:
        return None
    serving: str | None = connection.scalar(text("SELECT serving FROM search_index.state"))
    return serving


def _fresh_name(connection: Connection) -> str:
    """The name of a table that was never there; drops those that serve no more and nobody reads."""
    serving = _serving(connection)
    tables = connection.scalars(text(_TABLES)).all()
    for old in tables:
        if old != serving:
            _drop(connection, old)
    return f"document{max((int(t.removeprefix('document')) for t in tables), default=0) + 1}"


def _drop(connection: Connection, name: str) -> None:
    try:
        with connection.begin_nested():
            connection.execute(text("SET LOCAL lock_timeout = '200ms'"))
            connection.execute(text(f"DROP TABLE search_index.{name}"))
    except OperationalError:
        log.info("index_table_still_read", table=name)


def _put(connection: Connection, name: str, documents: Iterable[Document]) -> None:
    left = iter(documents)
    while some := list(islice(left, AT_ONCE)):
        connection.execute(text(_PUT.format(name=name)), [_row(document) for document in some])


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
    clauses, values = "", dict[str, Any]()
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
