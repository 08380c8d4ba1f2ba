"""What waits: reports to write and confirm, questions to answer; for staff periods to open, sums to draft and to issue."""

from collections.abc import Iterable

from association.kernel import clock, dated
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.policy import KIND
from bulletins.figures import queries
from bulletins.figures.models import COUNTING, OPEN, Period, Report, ReportState
from bulletins.figures.policy import P
from bulletins.figures.settings import called, last_ended
from bulletins.figures.workflow import EDITION, FAULT

AREA = "figures"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    ids = actor.ids(KIND, "clerk", "signer")
    if ids:
        yield from _for_officers(actor, ids)
    if can(actor, P.SEE_DESK):
        yield from _for_staff(actor)


def _for_officers(actor: Actor, ids: list[int]) -> Iterable[Waiting]:
    reports = queries.own_reports(ids, *OPEN, *COUNTING)
    for report in reports:
        if report.state is ReportState.PREPARED and can(actor, P.CONFIRM, report):
            yield _of_report(
                report, _("请核对后代表%(name)s确认报送。", name=report.organisation.name), _("核对并确认")
            )
        elif report.state is ReportState.ASKED:
            yield _of_report(report, report.remark, _("说明或更正"))
    periods = queries.collecting()
    if not periods:
        return
    begun = {(r.period_id, r.organisation_id) for r in reports if r.state is not ReportState.DRAFT}
    for organisation in organisations.mine(actor):
        if (
            organisation.id in ids
            and organisation.is_verified
            and set(organisation.kinds) & set(queries.KINDS)
        ):
            for period in periods:
                if (period.id, organisation.id) not in begun:
                    yield Waiting(
                        title=_("行业数据：%(period)s", period=period.title), ask=_("请填报%(name)s的数据。", name=organisation.name),
                        what=_("行业数据"), area=AREA, endpoint="own_figures.write", values={"period": period.code, "id": organisation.id},
                        button=_("填报"), due_on=period.due_on,
                    )  # fmt: skip


def _of_report(report: Report, ask: str, button: str) -> Waiting:
    return Waiting(
        title=_("行业数据：%(period)s", period=report.period.title), ask=ask, what=_("行业数据"), area=AREA, endpoint="own_figures.show",
        values={"id": report.id}, button=button, due_on=report.period.due_on,
    )  # fmt: skip


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    if can(actor, P.OPEN_PERIOD):
        yield from _to_open()
    drafts = queries.drafts()
    for edition in EDITION.turns_of(actor, drafts):
        yield _of_period(edition.period, _("请核对合计，签发公布。"), _("办理"))
    if can(actor, P.DRAFT_EDITION):
        drafted = {e.period_id for e in drafts}
        for period in queries.collecting():
            if period.due_on < clock.today() and period.id not in drafted:
                yield _of_period(period, _("报送已经截止，请核对后拟定合计。"), _("办理"))
        for period in queries.behind():
            if period.id not in drafted:
                yield _of_period(period, _("公布以后又有报送或更正，请拟定修订版。"), _("办理"))
    for fault in FAULT.turns_of(actor, queries.proposed_faults()):
        yield Waiting(
            title=_("统计项目：%(label)s", label=fault.label), ask=_("请与依据核对，确认或不采用。"), what=_("行业数据"), area=AREA,
            endpoint="figure_faults.show", values={"id": fault.id}, button=_("办理"),
        )  # fmt: skip


def _to_open() -> Iterable[Waiting]:
    """Once there has been one, the next follows when it has ended."""
    newest = queries.latest()
    code, first_on, _last_on = last_ended(clock.today(), str(dated.value("figures.period")))
    if newest is not None and newest.last_on < first_on:
        yield Waiting(
            title=_("行业数据：%(period)s", period=called(code)), ask=_("这一期已经结束，请开始收集。"), what=_("行业数据"), area=AREA,
            endpoint="figure_desk.open_period", values={}, button=_("开始收集"),
        )  # fmt: skip


def _of_period(period: Period, ask: str, button: str) -> Waiting:
    return Waiting(
        title=_("行业数据：%(period)s", period=period.title), ask=ask, what=_("行业数据"), area=AREA, endpoint="figure_desk.show",
        values={"period": period.code}, button=button,
    )  # fmt: skip
