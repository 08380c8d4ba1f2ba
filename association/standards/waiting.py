"""What waits for whom: staff at each gate, experts in a ballot, proposers after a decision."""

from collections.abc import Iterable, Mapping
from datetime import date

from association.kernel import clock, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Started, Waiting
from association.kernel.words import _
from association.standards import queries
from association.standards.models import ActState, ExaminationState, Project, ProjectState
from association.standards.policy import P
from association.standards.settings import how_many
from association.standards.workflow import ACT, EXAMINATION, PROJECT

AREA = "standards"
S = ProjectState
ASKS = {
    S.PROPOSED: lambda: _("请决定是否立项。"),
    S.DRAFTING: lambda: _("请写好正文和编制说明，公开征求意见。"),
    S.ANSWERING: lambda: _("请处理意见，公布答复后送审。"),
    S.BALLOT: lambda: _("请备齐专家名单，收齐投票，登记纪要。"),
    S.APPROVAL: lambda: _("请登记批准机构的决定，编号。"),
    S.DRAFT: lambda: _("请确认条款的对应，送初审。"),
    S.FIRST: lambda: _("请初审。"),
    S.SECOND: lambda: _("请复审。"),
    S.THIRD: lambda: _("请终审签发。"),
}


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next: who did the step before does not see the one they may not take."""
    if not can(actor, P.READ_FILE):
        return
    votes_due = queries.votes_due()
    for project in PROJECT.turns_of(actor, queries.at_work()):
        yield Waiting(
            title=_("标准：%(title)s", title=project.title), ask=ASKS[project.state](), what=_("标准"), area=AREA,
            endpoint="standard_desk.show", values={"id": project.id}, button=_("办理"), due_on=_due(project, votes_due),
        )  # fmt: skip
    yield from _kept(actor)


def _due(project: Project, votes_due: Mapping[int, date]) -> date | None:
    if project.state is S.PROPOSED:
        return working_days.add(clock.day_of(project.proposed_at), how_many("decide_days")).on
    return votes_due.get(project.id)


def _kept(actor: Actor) -> Iterable[Waiting]:
    for examination in EXAMINATION.turns_of(actor, queries.examinations_open()):
        is_open = examination.state is ExaminationState.OPEN
        yield Waiting(
            title=_("标准复审：%(title)s", title=examination.standard.document.title),
            ask=_("请提出复审结论。") if is_open else _("请审定复审结论。"), what=_("标准"), area=AREA,
            endpoint="standard_keeping.examination", values={"id": examination.id}, button=_("办理"),
            due_on=examination.due_on,
        )  # fmt: skip
    for act in ACT.turns_of(actor, queries.changes_waiting()):
        yield Waiting(
            title=_("%(kind)s：%(title)s", kind=str(act.kind.label), title=act.standard.document.title),
            ask=_("请审核。") if act.state is ActState.DRAFT else _("请签发。"), what=_("标准"), area=AREA,
            endpoint="standard_keeping.act", values={"id": act.id}, button=_("办理"), due_on=None,
        )  # fmt: skip


def started_by(actor: Actor) -> Iterable[Started]:
    """Proposals of the actor's organisations that nobody has decided about."""
    ids = actor.ids("organisation", "clerk", "signer")
    for project in queries.proposals_of(ids) if ids else []:
        if project.state is S.PROPOSED:
            yield Started(
                title=_("标准建议：%(title)s", title=project.title), holder=_("秘书处"),
                since=clock.day_of(project.proposed_at), state=project.state, endpoint="standard_proposals.show",
                values={"id": project.id},
            )  # fmt: skip
