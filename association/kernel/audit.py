"""The audit trail and the public log.

`record` writes one line in the transaction of the deed; the history panel of a page and the desk's "办过的" are reads of it, and
separation of duties asks it who did what. `publish_entry` enters a public act in the public log. Both are chains
(kernel.chain). Personal values go in as salted commitments: the value and its salt lie in `audit_secret`, where retention
may destroy them without touching the chain.
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, String, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import chain, jobs, walls
from association.kernel.db import Key, Line, Model, Prose, Word, session
from association.kernel.policy import Actor
from association.kernel.transactions import before_commit

GROW = "grow_log"
"""The work that brings new entries into the Merkle tree (kernel.log.growing)."""

Change = tuple[str, Any, Any]
"""Field name, value before, value after; as `Form.changes_to` returns them."""


class AuditEntry(chain.Chained):
    """One deed: who, in which capacity, what, to which subject, with which reason and changes."""

    __tablename__ = "audit_entry"
    lock_number = 7001

    account_id: Mapped[int | None] = mapped_column(index=True)
    capacity: Mapped[Line] = mapped_column(default="")
    deed: Mapped[Word]
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What may be kept for ever: states, reasons, changed fields; personal values as {"commitment": …}."""

    __table_args__ = (Index("ix_audit_entry_subject", "subject_kind", "subject_id", "deed"),)

    def content(self) -> dict[str, Any]:
        return {
            "account": self.account_id,
            "capacity": self.capacity,
            "deed": self.deed,
            "subject": [self.subject_kind, self.subject_id],
            "details": self.details,
        }


class AuditSecret(Model):
    """The value behind a commitment. Deleting the row forgets the person; the chain still verifies."""

    __tablename__ = "audit_secret"

    id: Mapped[Key]
    commitment: Mapped[str] = mapped_column(String(64), unique=True)
    salt: Mapped[str] = mapped_column(String(32))
    value: Mapped[Prose]
    person_id: Mapped[int | None] = mapped_column(index=True)


class LogEntry(chain.Chained):
    """One public act, as the public log shows it."""

    __tablename__ = "log_entry"
    lock_number = 7002

    act: Mapped[Word]
    subject_kind: Mapped[Word]
    commitment: Mapped[str] = mapped_column(String(64))
    """SHA-256 over salt and content: proves what was published without holding it."""
    audit_entry_id: Mapped[int | None] = mapped_column(ForeignKey("audit_entry.id"))

    def content(self) -> dict[str, Any]:
        return {"act": self.act, "subject_kind": self.subject_kind, "commitment": self.commitment}


walls.concerns_its_subject(AuditEntry)
for _table in (AuditEntry.__table__, LogEntry.__table__):
    chain.keep_append_only(_table)  # type: ignore[arg-type]


def kind_of(subject: Model | type[Model]) -> str:
    """The subject's word in the trail: its table's name."""
    return str(subject.__tablename__)


def record(
    deed: str,
    subject: Model,
    *,
    actor: Actor,
    changes: Sequence[Change] = (),
    personal: Mapping[str, str] | None = None,
    person_id: int | None = None,
    **details: Any,
) -> AuditEntry:
    """Write one line about a deed into the transaction.

    `details` and `changes` must be free of personal values; those come in `personal` (label → value) and are kept as commitments
    that `forget` can empty. `person_id` says whom they are about.
    """
    session.flush()  # the subject needs its id
    kept: dict[str, Any] = {k: v for k, v in details.items() if v not in (None, "")}
    if changes:
        kept["changes"] = [[name, _plain(old), _plain(new)] for name, old, new in changes]
    if personal:
        kept["personal"] = {name: commit_to(value, person_id=person_id) for name, value in personal.items()}
    entry = AuditEntry(
        account_id=actor.account_id,
        capacity=actor.capacity,
        deed=deed,
        subject_kind=kind_of(subject),
        subject_id=subject.id,
        details=kept,
    )
    session.add(entry)
    session.flush()
    return entry


def commit_to(value: str, *, person_id: int | None = None) -> str:
    """A salted commitment to a value; the value itself is kept where it can be destroyed."""
    salt = secrets.token_hex(16)
    commitment = hashlib.sha256(f"{salt}:{value}".encode()).hexdigest()
    session.add(AuditSecret(commitment=commitment, salt=salt, value=value, person_id=person_id))
    return commitment


def revealed(commitments: Sequence[str]) -> dict[str, str]:
    """The values behind commitments that have not been forgotten."""
    rows = session.execute(
        select(AuditSecret.commitment, AuditSecret.value).where(AuditSecret.commitment.in_(commitments))
    )
    return {row.commitment: row.value for row in rows}


def publish_entry(act: str, subject: Model, *, content: str, entry: AuditEntry | None = None) -> LogEntry:
    """Enter a public act in the public log; `content` (what the public saw) is kept as a commitment only."""
    session.flush()
    logged = LogEntry(
        act=act,
        subject_kind=kind_of(subject),
        commitment=commit_to(f"{kind_of(subject)}:{subject.id}:{content}"),
        audit_entry_id=entry.id if entry else None,
    )
    session.add(logged)
    return logged


def history_of(*subjects: Model) -> Select[AuditEntry]:
    """The trail of these things together, newest first."""
    mine = [(AuditEntry.subject_kind == kind_of(s)) & (AuditEntry.subject_id == s.id) for s in subjects]
    return select(AuditEntry).where(or_(*mine)).order_by(AuditEntry.id.desc())


def deeds_by(account_id: int, subject: Model, deeds: Iterable[str]) -> set[str]:
    """Which of these deeds this account has done to the subject."""
    return set(
        session.scalars(
            select(AuditEntry.deed).where(
                AuditEntry.subject_kind == kind_of(subject),
                AuditEntry.subject_id == subject.id,
                AuditEntry.deed.in_(list(deeds)),
                AuditEntry.account_id == account_id,
            )
        )
    )


def deeds_by_subject(account_id: int, subjects: Sequence[Model], deeds: Iterable[str]) -> dict[int, set[str]]:
    """The same for many subjects of one kind, in one statement: id → deeds."""
    found: dict[int, set[str]] = {subject.id: set() for subject in subjects}
    if not found:
        return found
    rows = select(AuditEntry.subject_id, AuditEntry.deed).where(
        AuditEntry.subject_kind == kind_of(subjects[0]),
        AuditEntry.subject_id.in_(found),
        AuditEntry.deed.in_(list(deeds)),
        AuditEntry.account_id == account_id,
    )
    for row in session.execute(rows):
        found[row.subject_id].add(row.deed)
    return found


def _plain(value: Any) -> Any:
    """A value as JSON keeps it."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(v) for v in value]
    return str(getattr(value, "value", value))


@before_commit
def _seal() -> None:
    chain.seal(AuditEntry)
    if chain.seal(LogEntry):
        # Here, where transactions already queue: promised at the deed, two deeds would wait for each other's promise.
        jobs.later(GROW, key=GROW)
