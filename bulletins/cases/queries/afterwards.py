"""Appeals, publicity and repairs: for their lists, for the desks and for the clock."""

from datetime import date

from sqlalchemy import Select, or_, select

from association.kernel.db import session
from bulletins.cases.models import (
    AppealState,
    CaseAppeal,
    CaseFile,
    CasePublicity,
    CaseRepair,
    CaseState,
    RepairState,
)

A = AppealState
UNDER_WAY = (A.LODGED, A.INCOMPLETE, A.ACCEPTED, A.DELIBERATED, A.PREPARED)


def appeals() -> Select[CaseAppeal]:
    return select(CaseAppeal).join(CaseAppeal.case).join(CaseFile.organisation)


def appeals_at_work() -> list[CaseAppeal]:
    """For the desk's waiting items, the most urgent first."""
    rows = select(CaseAppeal).where(CaseAppeal.state.in_(UNDER_WAY))
    return list(session.scalars(rows.order_by(CaseAppeal.due_on, CaseAppeal.id).limit(200)))


def repairs_at_work() -> list[CaseRepair]:
    rows = select(CaseRepair).where(CaseRepair.state == RepairState.APPLIED)
    return list(session.scalars(rows.order_by(CaseRepair.due_on, CaseRepair.id).limit(200)))


def to_effect(today: date) -> Select[CaseFile]:
    """Served, and nobody can appeal any more."""
    over = or_(CaseFile.appeal_by.is_(None), CaseFile.appeal_by < today)
    return select(CaseFile).where(CaseFile.state == CaseState.SERVED, over).order_by(CaseFile.id)


def to_lapse(today: date) -> Select[CaseAppeal]:
    """Not completed by its day."""
    return (
        select(CaseAppeal)
        .where(CaseAppeal.state == A.INCOMPLETE, CaseAppeal.due_on < today)
        .order_by(CaseAppeal.id)
    )


def to_end(today: date) -> Select[CasePublicity]:
    """Shown until its last day, and that has passed."""
    return (
        select(CasePublicity)
        .where(CasePublicity.end.is_(None), CasePublicity.until_on < today)
        .order_by(CasePublicity.id)
    )
