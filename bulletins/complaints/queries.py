"""Named reads of complaints. What was told is never searched."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import aliased, contains_eager

from association.kernel import audit, clock, receipts
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from bulletins.complaints.models import (
    Complaint,
    ComplaintEvidence,
    ComplaintMessage,
    ComplaintState,
    ComplaintTransfer,
    TransferState,
)

NEWEST = (Complaint.received_at.desc(), Complaint.id.desc())
OLDEST_DUE = (Complaint.due_on, Complaint.id)
OVER = (ComplaintState.REFUSED, ComplaintState.CLOSED)
_LEADING = aliased(Complaint)


def everything() -> Select[Complaint]:
    return select(Complaint).order_by(*NEWEST)


def late() -> ColumnElement[bool]:
    """`Complaint.is_late` says the same in Python."""
    return Complaint.due_on < clock.today()


def with_number(rows: Select[Complaint], text: str) -> Select[Complaint]:
    return rows.where(Complaint.number.contains(text.strip().upper(), autoescape=True))


def by_receipt(code: str) -> Complaint | None:
    return session.scalars(
        select(Complaint).where(Complaint.receipt_hash == receipts.hash_of(code))
    ).one_or_none()


def numbered(written: str) -> Complaint | None:
    """By its number, however it was typed."""
    rows = select(Complaint).where(Complaint.number == "".join(written.split()).upper())
    return session.scalars(rows).one_or_none()


def matter_of(complaint: Complaint) -> list[Complaint]:
    """The leading complaint of a matter, then those handled together with it, oldest first: what a case takes up as one."""
    leading = complaint.led
    rows = select(Complaint).where(Complaint.leading_id == leading.id).order_by(Complaint.id)
    return [leading, *session.scalars(rows)]


def open_to_cases() -> Select[Complaint]:
    """Leading complaints that are looked into and stand in no case yet, the oldest deadline first."""
    return select(Complaint).where(Complaint.state == ComplaintState.CHECKING).order_by(*OLDEST_DUE)


def is_extended(complaint: Complaint) -> bool:
    """Whether its time was made longer before; the trail says so."""
    earlier = audit.history_of(complaint).where(AuditEntry.deed == "extend").limit(1)
    return session.scalars(earlier).first() is not None


def evidence_of(complaint: Complaint) -> list[ComplaintEvidence]:
    """All evidence of a matter, as it came in."""
    ids = [one.id for one in matter_of(complaint)]
    rows = select(ComplaintEvidence).where(ComplaintEvidence.complaint_id.in_(ids))
    return list(session.scalars(rows.order_by(ComplaintEvidence.id)))


def transfers_of(complaint: Complaint) -> list[ComplaintTransfer]:
    rows = select(ComplaintTransfer).where(ComplaintTransfer.complaint_id == complaint.id)
    return list(session.scalars(rows.order_by(ComplaintTransfer.id)))


def transfers_at_work() -> list[ComplaintTransfer]:
    """To be sent, or sent and without their receipt when it should be there."""
    overdue = (ComplaintTransfer.state == TransferState.SENT) & (ComplaintTransfer.due_on < clock.today())
    rows = select(ComplaintTransfer).where(or_(ComplaintTransfer.state == TransferState.PREPARED, overdue))
    return list(session.scalars(rows.order_by(ComplaintTransfer.id).limit(200)))


def at_work() -> list[Complaint]:
    """Not over, the oldest deadline first."""
    over = (*OVER, ComplaintState.JOINED)
    rows = select(Complaint).where(Complaint.state.not_in(over)).order_by(*OLDEST_DUE).limit(200)
    return list(session.scalars(rows))


def with_news() -> list[Complaint]:
    """Not over, and the last word under the code is the informant's: somebody should read it."""
    last = (
        select(func.max(ComplaintMessage.id))
        .where(ComplaintMessage.complaint_id == Complaint.id)
        .correlate(Complaint)
        .scalar_subquery()
    )
    rows = (
        select(Complaint)
        .join(ComplaintMessage, ComplaintMessage.id == last)
        .outerjoin(_LEADING, Complaint.leading_id == _LEADING.id)
        .where(~ComplaintMessage.is_ours, func.coalesce(_LEADING.state, Complaint.state).not_in(OVER))
        .options(contains_eager(Complaint.leading.of_type(_LEADING)))
    )
    return list(session.scalars(rows.order_by(Complaint.id).limit(200)))


def numbers() -> dict[ComplaintState, int]:
    """How many stand where."""
    rows = session.execute(select(Complaint.state, func.count()).group_by(Complaint.state))
    counted = {state: n for state, n in rows}  # noqa: C416 - typed as a mapping
    return {state: counted.get(state, 0) for state in ComplaintState}


def to_forget(before: datetime) -> list[Complaint]:
    """Over before that moment, with somebody's identity still kept."""
    known = or_(Complaint.who.is_not(None), Complaint.email.is_not(None))
    rows = select(Complaint).where(Complaint.ended_at < before, known)
    return list(session.scalars(rows.order_by(Complaint.id).limit(200)))
