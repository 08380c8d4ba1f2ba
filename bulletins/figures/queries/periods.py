"""Periods."""

from datetime import date

from sqlalchemy import Select, exists, select

from association.kernel.db import session
from bulletins.figures.models import Edition, EditionState, Period

_is_issued = exists().where(Edition.period_id == Period.id, Edition.state == EditionState.ISSUED)


def by_code(code: str) -> Select[Period]:
    return select(Period).where(Period.code == code)


def all_periods() -> Select[Period]:
    return select(Period)


def latest() -> Period | None:
    return session.scalars(all_periods().order_by(Period.last_on.desc(), Period.id.desc()).limit(1)).first()


def period_before(period: Period) -> Period | None:
    rows = all_periods().where(Period.last_on < period.last_on)
    return session.scalars(rows.order_by(Period.last_on.desc(), Period.id.desc()).limit(1)).first()


def collecting() -> list[Period]:
    """Nothing of them is issued yet; the earliest due first."""
    return list(session.scalars(all_periods().where(~_is_issued).order_by(Period.due_on, Period.id)))


def to_remind(today: date) -> list[Period]:
    rows = all_periods().where(~_is_issued, Period.remind_on <= today)
    return list(session.scalars(rows.order_by(Period.id)))
