"""Editions."""

from sqlalchemy import Select, extract, select

from association.kernel.db import session
from bulletins.figures.models import COUNTING, Edition, EditionState, Period, Report

PUBLIC = (EditionState.ISSUED, EditionState.REPLACED)


def in_public() -> Select[Edition]:
    """The edition in force of each period."""
    return select(Edition).join(Edition.period).where(Edition.state == EditionState.ISSUED)


def years() -> list[int]:
    rows = select(extract("year", Period.last_on)).join(Edition, Edition.period_id == Period.id)
    return sorted(
        {int(y) for y in session.scalars(rows.where(Edition.state == EditionState.ISSUED))}, reverse=True
    )


def issued_of(period: Period) -> Edition | None:
    """The one in force."""
    rows = select(Edition).where(Edition.period_id == period.id, Edition.state == EditionState.ISSUED)
    return session.scalars(rows).one_or_none()


def up_to(period: Period, limit: int) -> list[Edition]:
    """The editions in force of this period and those before it, the earliest first."""
    rows = in_public().where(Period.last_on <= period.last_on)
    return list(session.scalars(rows.order_by(Period.last_on.desc(), Edition.id.desc()).limit(limit)))[::-1]


def draft_of(period: Period) -> Edition | None:
    rows = select(Edition).where(Edition.period_id == period.id, Edition.state == EditionState.DRAFT)
    return session.scalars(rows).one_or_none()


def editions_of(period: Period) -> list[Edition]:
    """All, in their order."""
    return list(
        session.scalars(select(Edition).where(Edition.period_id == period.id).order_by(Edition.number))
    )


def issued_before(period: Period) -> list[Edition]:
    """Those everybody has read, in their order."""
    return [e for e in editions_of(period) if e.state in PUBLIC]


def edition_numbered(code: str, number: int) -> Select[Edition]:
    rows = select(Edition).join(Edition.period).where(Period.code == code)
    return rows.where(Edition.number == number)


def drafts() -> list[Edition]:
    """Waiting to be issued."""
    return list(
        session.scalars(select(Edition).where(Edition.state == EditionState.DRAFT).order_by(Edition.id))
    )


def behind() -> list[Period]:
    """Periods of which an edition is issued and whose reports have changed since it was drafted."""
    issued = {
        e.period_id: e for e in session.scalars(select(Edition).where(Edition.state == EditionState.ISSUED))
    }
    now: dict[int, set[int]] = {}
    for period_id, id_ in session.execute(
        select(Report.period_id, Report.id).where(Report.period_id.in_(issued), Report.state.in_(COUNTING))
    ):
        now.setdefault(period_id, set()).add(id_)
    late = [e.period for i, e in issued.items() if now.get(i, set()) != set(e.report_ids)]
    return sorted(late, key=lambda period: (period.last_on, period.id))


def may_draft(period: Period) -> bool:
    """Whether none waits and something has changed since the last."""
    if draft_of(period) is not None:
        return False
    issued = issued_of(period)
    rows = (
        select(Report.id).where(Report.period_id == period.id, Report.state.in_(COUNTING)).order_by(Report.id)
    )
    now = list(session.scalars(rows))
    return bool(now) and (issued is None or list(issued.report_ids) != now)
