"""What waits for whom: the young person, mentors, the office, whoever decides."""

from collections.abc import Iterable

from association.kernel import clock, dated, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Started, Waiting
from association.kernel.words import _
from mcn.incubation import queries
from mcn.incubation.models import MentorState, MilestoneState, Talent, TalentState
from mcn.incubation.policy import P
from mcn.incubation.workflow import CALL, TALENT, WORK

AREA = "incubation"
T = TalentState


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    yield from _own(actor)
    yield from _guided(actor)
    if not actor.roles.isdisjoint({"courses", "issuer"}):
        yield from _for_staff(actor)


def _waiting(talent: Talent, title: str, ask: str, button: str, due_on: object = None) -> Waiting:
    return Waiting(
        title=title, ask=ask, what=_("青年人才孵化"), area=AREA, endpoint="own_incubation.show", values={"id": talent.id}, button=button,
        due_on=due_on,  # type: ignore[arg-type]
    )  # fmt: skip


def _own(actor: Actor) -> Iterable[Waiting]:
    for talent in queries.own(actor):
        if talent.state is T.RETURNED:
            yield _waiting(
                talent,
                _("请补充：%(title)s", title=talent.call.title),
                _("请补充资料后重新提交。"),
                _("去补充"),
            )
        for m in talent.milestones if talent.state is T.SELECTED else ():
            if m.state is MilestoneState.SET:
                yield _waiting(
                    talent, _("孵化节点：%(title)s", title=m.title), _("请报送进展。"), _("报送"), m.due_on
                )


def _guided(actor: Actor) -> Iterable[Waiting]:
    for mentor in queries.guided_by(actor, MentorState.ASKED, MentorState.ACTIVE):
        talent = mentor.talent
        if mentor.state is MentorState.ASKED:
            yield _waiting(
                talent,
                _("担任孵化导师：%(name)s", name=talent.name),
                _("有人请你担任导师，请答复。"),
                _("答复"),
            )
            continue
        for m in talent.milestones if can(actor, P.GUIDE, talent) else ():
            if m.state is MilestoneState.REPORTED and talent.state is T.SELECTED:
                yield _waiting(talent, _("节点报告：%(title)s", title=m.title), _("请回应。"), _("办理"))


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    days = int(dated.value("incubation.review_days"))
    for talent in TALENT.turns_of(actor, queries.in_state(T.SUBMITTED, T.PUT_FORWARD)):
        ask = _("请审核申请。") if talent.state is T.SUBMITTED else _("请决定是否入选。")
        due = working_days.add(clock.day_of(talent.submitted_at), days).on
        yield _waiting(talent, _("孵化申请：%(name)s", name=talent.name), ask, _("办理"), due)
    for m in queries.milestones(MilestoneState.REPORTED):
        if can(actor, P.KEEP, m) and not any(
            x.state is MentorState.ACTIVE and x.expert for x in m.talent.mentors
        ):
            yield _waiting(
                m.talent,
                _("节点报告：%(title)s", title=m.title),
                _("没有导师在本站回应，请回应。"),
                _("办理"),
            )
    for work in WORK.turns_of(actor, queries.works_offered()):
        yield _waiting(
            work.talent, _("孵化作品：%(title)s", title=work.title), _("请看过后决定是否展示。"), _("办理")
        )
    for call in CALL.turns_of(actor, queries.calls_to_publish()):
        yield Waiting(
            title=_("孵化征集：%(title)s", title=call.title), ask=_("请看过后发布。"), what=_("青年人才孵化"), area=AREA,
            endpoint="incubation_desk.call", values={"id": call.id}, button=_("办理"),
        )  # fmt: skip


def started_by(actor: Actor) -> Iterable[Started]:
    """One's own application, in others' hands."""
    for talent in queries.own(actor):
        if talent.state in (T.SUBMITTED, T.PUT_FORWARD):
            yield Started(
                title=talent.call.title, holder=_("秘书处"), since=clock.day_of(talent.submitted_at), state=talent.state,
                endpoint="own_incubation.show", values={"id": talent.id},
            )  # fmt: skip
