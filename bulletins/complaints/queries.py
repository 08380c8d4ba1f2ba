"""Named reads of complaints. What was told is never searched."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select

from association.kernel import clock, receipts
from association.kernel.db import session
from bulletins.complaints.models import Complaint, ComplaintState

NEWEST = (Complaint.received_at.desc(), Complaint.id.desc())
OLDEST_DUE = (Complaint.due_on, Complaint.id)


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


def at_work() -> list[Complaint]:
    """Not over, the oldest deadline first."""
    over = (ComplaintState.REFUSED, ComplaintState.CLOSED)
    rows = select(Complaint).where(Complaint.state.not_in(over)).order_by(*OLDEST_DUE).limit(200)
    return list(session.scalars(rows))


def numbers() -> dict[ComplaintState, int]:
    """How many stand where."""
    rows = session.execute(select(Complaint.state, func.count()).group_by(Complaint.state))
    counted = {state: n for state, n in rows}  # noqa: C416 - typed as a mapping
    return {state: counted.get(state, 0) for state in ComplaintState}


def to_forget(before: datetime) -> list[Complaint]:
    """Over before that moment, with somebody's identity still kept."""
    rows = select(Complaint).where(Complaint.ended_at < before, Complaint.who.is_not(None))
    return list(session.scalars(rows.order_by(Complaint.id).limit(200)))
