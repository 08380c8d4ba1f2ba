"""Reports, and who is asked for them."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, exists, func, or_, select

from association.kernel.db import session
from association.organisations.models import Kind, Organisation, OrganisationKind, OrganisationState
from bulletins.figures.models import COUNTING, OPEN, Period, Report, ReportState
from bulletins.figures.queries.periods import period_before

SHOWN = (*COUNTING, ReportState.REPLACED)
"""What staff see of an organisation: drafts are its own."""
KINDS = (Kind.PLATFORM, Kind.DISTRIBUTOR, Kind.MINIAPP)


def asked_organisations() -> Select[Organisation]:
    """Verified platforms – those that show and those that pass on – and operators of mini-programmes."""
    of_kind = exists().where(
        OrganisationKind.organisation_id == Organisation.id, OrganisationKind.kind.in_(KINDS)
    )
    return select(Organisation).where(Organisation.state == OrganisationState.APPROVED, of_kind)


def _with_report(period: Period, *states: ReportState) -> Any:
    return exists().where(
        Report.period_id == period.id, Report.organisation_id == Organisation.id, Report.state.in_(states)
    )


def silent(period: Period) -> Select[Organisation]:
    """Those asked who have not reported, by name."""
    rows = asked_organisations().where(~_with_report(period, *COUNTING))
    return rows.order_by(Organisation.name_key, Organisation.id)


def silent_organisations(period: Period) -> list[Organisation]:
    return list(session.scalars(silent(period)))


def count_asked() -> int:
    return session.scalar(select(func.count()).select_from(asked_organisations().subquery())) or 0


def count_counting(period: Period) -> int:
    rows = select(func.count(Report.id)).where(Report.period_id == period.id, Report.state.in_(COUNTING))
    return session.scalar(rows) or 0


def called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        named = Organisation.name.contains(word, autoescape=True)
        rows = rows.where(or_(named, Organisation.uscc.contains(word, autoescape=True)))
    return rows


def state_of(rows: Select[Any], value: str) -> Select[Any]:
    return rows.where(Report.state == ReportState(value))


def all_of(period: Period) -> Select[Report]:
    """For the desk: what was confirmed, the versions that were replaced too; drafts are the organisation's own."""
    rows = select(Report).join(Report.organisation)
    return rows.where(Report.period_id == period.id, Report.state.in_(SHOWN))


def counting(period: Period) -> list[Report]:
    """What the sums are reckoned from."""
    rows = select(Report).where(Report.period_id == period.id, Report.state.in_(COUNTING))
    return list(session.scalars(rows.order_by(Report.id)))


def counting_of(period_id: int, organisation_id: int) -> Report | None:
    return _one(period_id, organisation_id, COUNTING)


def open_of(period_id: int, organisation_id: int) -> Report | None:
    """What is being written or waits for the signer."""
    return _one(period_id, organisation_id, OPEN)


def _one(period_id: int, organisation_id: int, states: Collection[ReportState]) -> Report | None:
    rows = select(Report).where(
        Report.period_id == period_id, Report.organisation_id == organisation_id, Report.state.in_(states)
    )
    return session.scalars(rows).one_or_none()


def versions_of(period_id: int, organisation_id: int) -> list[Report]:
    """All, the newest first."""
    rows = select(Report).where(Report.period_id == period_id, Report.organisation_id == organisation_id)
    return list(session.scalars(rows.order_by(Report.version.desc())))


def own_reports(organisation_ids: Collection[int], *states: ReportState) -> list[Report]:
    """Of these organisations, the newest period first."""
    rows = select(Report).join(Report.period).where(Report.organisation_id.in_(organisation_ids))
    if states:
        rows = rows.where(Report.state.in_(states))
    return list(
        session.scalars(rows.order_by(Period.last_on.desc(), Report.organisation_id, Report.version.desc()))
    )


def reports_by_id(ids: Collection[int]) -> list[Report]:
    return list(session.scalars(select(Report).where(Report.id.in_(ids)).order_by(Report.id))) if ids else []


def reports_before(period: Period, reports: Sequence[Report]) -> list[Report]:
    """What the same organisations reported for the period before."""
    before = period_before(period)
    if before is None:
        return []
    ids = {r.organisation_id for r in reports}
    rows = select(Report).where(
        Report.period_id == before.id, Report.state.in_(COUNTING), Report.organisation_id.in_(ids)
    )
    return list(session.scalars(rows.order_by(Report.id)))
