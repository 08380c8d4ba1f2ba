"""The hash chain both logs are made of.

Rows are written unsealed (no number, no hash) during a transaction and sealed in its last moment, one transaction at a time:
each takes the next number and a SHA-256 over its own content and the hash before it. Sealed rows cannot be
changed or deleted: the session refuses, and so does a trigger in the database itself.
"""

import hashlib
import json
from contextlib import closing
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import DDL, Connection, String, Table, event, inspect, select, text
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Model, UtcDateTime, session

GENESIS = "0" * 64


class Chained(Model):
    """A row of a chain. `content()` is what the hash covers; everything personal in it is a commitment, not a value."""

    __abstract__ = True
    # Any number of two; keeps the chains' locks apart on PostgreSQL.
    lock_number: ClassVar[int]

    id: Mapped[Key]
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    seq: Mapped[int | None] = mapped_column(unique=True)
    previous: Mapped[str | None] = mapped_column(String(64))
    hash: Mapped[str | None] = mapped_column(String(64))

    def content(self) -> dict[str, Any]:
        raise TypeError("a chain says what its hash covers")


def body(row: Chained, *, seq: int, previous: str) -> bytes:
    """What is hashed: the canonical JSON of number, hash before, moment and content."""
    moment = row.at.isoformat(timespec="microseconds")
    return json.dumps(
        [seq, previous, moment, row.content()], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def digest(row: Chained, *, seq: int, previous: str) -> str:
    """SHA-256, hex, over the entry's body."""
    return hashlib.sha256(body(row, seq=seq, previous=previous)).hexdigest()


def seal(kind: type[Chained]) -> int:
    """Number and hash the rows this transaction has written, in their order; returns how many."""
    pending = list(session.scalars(select(kind).where(kind.seq.is_(None)).order_by(kind.id)))
    if not pending:
        return 0
    in_turn(kind.lock_number)
    last = session.execute(
        select(kind.seq, kind.hash).where(kind.seq.is_not(None)).order_by(kind.seq.desc()).limit(1)
    ).first()
    seq, previous = (last.seq, last.hash) if last else (0, GENESIS)
    for row in pending:
        seq += 1
        row.seq, row.previous = seq, previous
        row.hash = previous = digest(row, seq=seq, previous=previous)
    session.flush()
    return len(pending)


def in_turn(lock_number: int) -> None:
    """Wait for our turn; held until the transaction ends. SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("select pg_advisory_xact_lock(:n)"), {"n": lock_number})


def first_fault(kind: type[Chained]) -> tuple[int, str] | None:
    """Walk the chain; (number, what is wrong) of the first entry that is not as it was sealed, or None."""
    sealed = select(kind).where(kind.seq.is_not(None)).order_by(kind.seq)
    # Closed even when the walk ends half-way: on PostgreSQL the rows come through a cursor of the server.
    with closing(session.scalars(sealed.execution_options(yield_per=1000))) as rows:
        expected, previous = 1, GENESIS
        for row in rows:
            if row.seq != expected:
                return expected, "missing"
            if row.previous != previous:
                return row.seq, "the hash before it is another"
            if row.hash != digest(row, seq=row.seq, previous=previous):
                return row.seq, "its content was changed"
            expected, previous = expected + 1, row.hash
    return None


def head(kind: type[Chained]) -> tuple[int, str]:
    """Number and hash of the newest sealed entry; (0, GENESIS) of an empty chain."""
    last = session.execute(
        select(kind.seq, kind.hash).where(kind.seq.is_not(None)).order_by(kind.seq.desc()).limit(1)
    ).first()
    return (last.seq, last.hash) if last else (0, GENESIS)


@event.listens_for(Chained, "before_update", propagate=True)
def _only_sealing(_mapper: Mapper[Any], _connection: Connection, row: Chained) -> None:
    history = inspect(row).attrs.hash.history
    if not history.added or (history.deleted and history.deleted[0] is not None):
        raise TypeError("an entry of a log cannot be changed")


@event.listens_for(Chained, "before_delete", propagate=True)
def _never(_mapper: Mapper[Any], _connection: Connection, _row: Chained) -> None:
    raise TypeError("an entry of a log cannot be deleted")


def append_only_statements(table: str) -> dict[str, list[str]]:
    """The triggers that make a chain's table append-only, by dialect; migrations use the same ones."""
    refuse = f"SELECT RAISE(ABORT, '{table} is append-only')"
    unless_unsealed = (
        f"IF TG_OP = 'DELETE' OR OLD.hash IS NOT NULL THEN RAISE EXCEPTION '{table} is append-only'; END IF; "
        "RETURN NEW; END"
    )
    return {
        "sqlite": [
            f"CREATE TRIGGER {table}_sealed BEFORE UPDATE ON {table} WHEN OLD.hash IS NOT NULL BEGIN {refuse}; END",
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN {refuse}; END",
        ],
        "postgresql": [
            f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {unless_unsealed} $$",
            f"CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
        ],
    }


def keep_append_only(table: Table) -> None:
    """Put the triggers on when the table is made."""
    for dialect, statements in append_only_statements(table.name).items():
        for statement in statements:
            # DDL formats with %, and has nothing to format here.
            ddl = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", ddl.execute_if(dialect=dialect))
