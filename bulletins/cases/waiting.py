"""What waits for whom in cases: the next step for each desk, with its day; the respondent's answers and receipts."""

from collections.abc import Iterable
from datetime import date

from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.panels import queries as sittings
from bulletins.cases import gates, queries
from bulletins.cases.models import AppealState, CaseFile, CaseState, Paper
from bulletins.cases.policy import P
from bulletins.cases.workflow import APPEAL, CASE, REPAIR

AREA = "cases"
S, A = CaseState, AppealState


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.LIST_ALL):
        yield from _for_staff(actor)
    if can(actor, P.LIST_APPEALS):
        yield from _of_appeals(actor)
    if actor.roles & {"legal"}:
        yield from _of_repairs(actor)
    if ids := actor.ids("organisation", "clerk", "signer"):
        yield from _for_officers(ids)


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    cases = queries.at_work()
    turns = {c.id for c in CASE.turns_of(actor, cases)}
    judged = {panel.subject_id for panel in sittings.at_work() if panel.matter == "case"}
    for case in cases:
        if case.id in turns and (ask := _asked_of_staff(case)):
            yield _item(case, ask, _("办理"), "case_desk.show")
        elif case.state is S.DELIBERATING and case.id not in judged and can(actor, P.CONVENE, case):
            yield _item(case, _("请组成审议组。"), _("组成审议组"), "case_desk.show")
        elif (
            case.state is S.ISSUED
            and can(actor, P.OPEN, case)
            and queries.second_channel(case, Paper.DECISION) is None
        ):
            yield _item(case, _("请用另一种途径送达决定书并登记。"), _("登记送达"), "case_desk.show")
        elif ask := _asked_afterwards(case, actor):
            yield _item(case, ask, _("办理"), "case_desk.show")


def _asked_afterwards(case: CaseFile, actor: Actor) -> str | None:
    if case.annul_because and can(actor, P.ISSUE, case):
        return _("有人提出撤销决定，请决定撤销还是不予撤销。")
    if case.state is S.EFFECTIVE and case.carried_out_on is None and can(actor, P.OPEN, case):
        if case.reported_at:
            return _("单位报告了执行情况，请核对并登记。")
        if case.measure and queries.is_late(case):
            return _("单位没有按期报告执行情况，请了解以后登记。")
    return None


def _of_appeals(actor: Actor) -> Iterable[Waiting]:
    appeals = queries.appeals_at_work()
    turns = {a.id for a in APPEAL.turns_of(actor, appeals)}
    heard = {panel.subject_id for panel in sittings.at_work() if panel.matter == "case_appeal"}
    for appeal in appeals:
        if appeal.id in turns:
            ask = {
                A.LODGED: _("请答复申诉：受理、请补正或者不予受理。"), A.DELIBERATED: _("请按复核的结论拟写申诉决定。"), A.PREPARED: _("请签发申诉决定，或者退回。"),
            }.get(appeal.state)  # fmt: skip
            if ask:
                yield _item(appeal.case, ask, _("办理"), "case_desk.show", due_on=appeal.due_on)
        elif appeal.state is A.ACCEPTED and appeal.id not in heard and can(actor, P.CONVENE, appeal):
            yield _item(
                appeal.case,
                _("申诉已受理，请组成复核组。"),
                _("组成复核组"),
                "case_desk.show",
                due_on=appeal.due_on,
            )


def _of_repairs(actor: Actor) -> Iterable[Waiting]:
    repairs = queries.repairs_at_work()
    for repair in REPAIR.turns_of(actor, repairs):
        yield _item(
            repair.case, _("单位申请信用修复，请答复。"), _("答复"), "case_desk.show", due_on=repair.due_on
        )


def _asked_of_staff(case: CaseFile) -> str | None:
    """None while the respondent may still speak."""
    if case.state is S.NOTIFIED:
        return None if gates.still_heard(case) else _("陈述申辩已经期满，请提交审议。")
    if case.state is S.PLEADED and case.wants_hearing and not case.hearing_record:
        return _("单位要求听证，请安排。")
    if case.state is S.HEARING:
        return None if gates.not_held_yet(case) else _("请登记听证笔录。")
    return {
        S.LEAD: _("请初核这条线索。"), S.CHECKING: _("请决定是否立案。"), S.INVESTIGATING: _("请调查，然后告知拟处理。"),
        S.PLEADED: _("单位已经陈述，请提交审议。"), S.DELIBERATED: _("请按审议结论拟写决定。"), S.DRAFTED: _("请签发决定，或者退回。"),
    }.get(case.state)  # fmt: skip


def _for_officers(ids: list[int]) -> Iterable[Waiting]:
    for case in queries.of_organisations(ids, S.NOTIFIED, S.ISSUED, S.HEARING, S.APPEALED, S.EFFECTIVE):
        if case.state is S.NOTIFIED:
            yield _item(case, _("协会告知了拟处理的意见，请陈述申辩。"), _("陈述申辩"), "own_cases.show")
        elif case.state is S.HEARING:
            yield _item(case, _("请按时参加听证。"), _("查看"), "own_cases.show")
        elif case.state is S.ISSUED:
            yield _item(case, _("决定书已经送到，请签收。"), _("签收"), "own_cases.show")
        elif case.state is S.APPEALED and case.appeal is not None and case.appeal.state is A.INCOMPLETE:
            yield _item(case, _("请补正申诉。"), _("补正"), "own_cases.show", due_on=case.appeal.due_on)
        elif (
            case.state is S.EFFECTIVE
            and case.measure
            and not case.reported_at
            and case.carried_out_on is None
        ):
            yield _item(case, _("决定已经生效，请执行并报告。"), _("报告执行情况"), "own_cases.show")


def _item(case: CaseFile, ask: str, button: str, endpoint: str, *, due_on: date | None = None) -> Waiting:
    return Waiting(
        title=_("案件：%(name)s", name=case.organisation.name), ask=ask, what=_("案件"), area=AREA, endpoint=endpoint,
        values={"id": case.id}, button=button, due_on=due_on or case.due_on,
    )  # fmt: skip
