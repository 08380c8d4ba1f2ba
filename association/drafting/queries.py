"""Named reads of drafts."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from association.drafting.models import Draft
from association.kernel.audit import kind_of
from association.kernel.db import Model, session

SHOWN = 50
"""So many versions the page lists."""


def of(subject: Model) -> Select[Draft]:
    return select(Draft).where(Draft.subject_kind == kind_of(subject), Draft.subject_id == subject.id)


def latest(subject: Model) -> Draft | None:
    """What stands now; None before the first save."""
    rows = of(subject).where(Draft.is_aside.is_(False)).options(joinedload(Draft.account))
    return session.scalars(rows.order_by(Draft.number.desc()).limit(1)).one_or_none()


def versions(subject: Model) -> list[Draft]:
    """All saved texts, those laid aside too, the newest first."""
    rows = of(subject).options(joinedload(Draft.account)).order_by(Draft.number.desc())
    return list(session.scalars(rows.limit(SHOWN)))


def version(subject: Model, number: int) -> Draft | None:
    rows = of(subject).where(Draft.number == number).options(joinedload(Draft.account))
    return session.scalars(rows).one_or_none()


def last_number(subject: Model) -> int:
    """The highest number given out; 0 before the first."""
    newest = session.scalar(
        select(func.max(Draft.number)).where(
            Draft.subject_kind == kind_of(subject), Draft.subject_id == subject.id
        )
    )
    return newest or 0
