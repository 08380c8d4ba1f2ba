"""What waits for whom in cases: the next step for each desk, with its day; the respondent's answers and receipts."""

from collections.abc import Iterable

from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.panels import queries as sittings
from bulletins.cases import gates, queries
from bulletins.cases.models import CaseFile, CaseState, Paper
from bulletins.cases.policy import P
from bulletins.cases.workflow import CASE

AREA = "cases"
S = CaseState


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.LIST_ALL):
        yield from _for_staff(actor)
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
    for case in queries.of_organisations(ids, S.NOTIFIED, S.ISSUED, S.HEARING):
        if case.state is S.NOTIFIED:
            yield _item(case, _("协会告知了拟处理的意见，请陈述申辩。"), _("陈述申辩"), "own_cases.show")
        elif case.state is S.HEARING:
            yield _item(case, _("请按时参加听证。"), _("查看"), "own_cases.show")
        else:
            yield _item(case, _("决定书已经送到，请签收。"), _("签收"), "own_cases.show")


def _item(case: CaseFile, ask: str, button: str, endpoint: str) -> Waiting:
    return Waiting(
        title=_("案件：%(name)s", name=case.organisation.name), ask=ask, what=_("案件"), area=AREA, endpoint=endpoint,
        values={"id": case.id}, button=button, due_on=case.due_on,
    )  # fmt: skip
