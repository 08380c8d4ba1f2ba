"""Public acts for tests of the log: a few through the site's own way, or a hundred thousand at once."""

from sqlalchemy import insert

from association.kernel import audit, chain, clock, jobs
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.transactions import writing
from association.people.models import Person
from tests import cast


def one(content: str = "样例文字") -> LogEntry:
    """An act, done and sealed; the worker has not looked yet."""
    with writing():
        return audit.publish_entry("publish", cast.somebody().person, content=content)


def several(count: int) -> None:
    """So many acts in one transaction."""
    person = cast.somebody().person
    with writing():
        for number in range(count):
            audit.publish_entry("publish", session.merge(person), content=f"第{number}件")


def grown() -> None:
    """What the worker does about it."""
    jobs.run_due()


def a_hundred_thousand() -> None:
    """Sealed as the site seals, but in one statement: a log of many years."""
    rows, previous, now = [], chain.GENESIS, clock.now()
    entry = LogEntry(at=now, act="publish", subject_kind=Person.__tablename__)
    for seq in range(1, 100_001):
        entry.commitment = f"{seq:064x}"
        hash_ = chain.digest(entry, seq=seq, previous=previous)
        rows.append(
            {
                "at": now, "act": entry.act, "subject_kind": entry.subject_kind, "commitment": entry.commitment, "seq": seq,
                "previous": previous, "hash": hash_,
            }
        )  # fmt: skip
        previous = hash_
    with writing():
        session.execute(insert(LogEntry), rows)


def publish() -> None:
    """An act in a transaction that is open already."""
    audit.publish_entry("publish", cast.somebody().person, content="样例文字")
    chain.seal(LogEntry)
