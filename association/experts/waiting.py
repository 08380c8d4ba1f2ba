"""What waits for whom: candidates, the secretary, whoever appoints."""

from collections.abc import Iterable

from association.experts import gates, queries
from association.experts.models import Expert, ExpertState
from association.experts.workflow import CALL, EXPERT, OBJECTION
from association.kernel import clock, dated, working_days
from association.kernel.policy import Actor
from association.kernel.waiting import Started, Waiting
from association.kernel.words import _

AREA = "experts"
S = ExpertState


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    yield from _own(actor)
    if not actor.roles.isdisjoint({"experts", "issuer"}):
        yield from _candidates(actor)
        yield from _rest(actor)


def _own(actor: Actor) -> Iterable[Waiting]:
    for expert in queries.own(actor):
        if expert.state in (S.RECOMMENDED, S.RETURNED):
            asked = expert.state is S.RECOMMENDED
            yield Waiting(
                title=_("专家资料"), what=_("专家"), area=AREA, endpoint="own_expert.show", values={"id": expert.id},
                ask=_("有人推荐你为专家，请答复。") if asked else _("请补充资料后重新提交。"), button=_("答复") if asked else _("去补充"),
            )  # fmt: skip


def _candidates(actor: Actor) -> Iterable[Waiting]:
    for expert in EXPERT.turns_of(actor, queries.in_state(S.SUBMITTED, S.ON_NOTICE)):
        if expert.state is S.ON_NOTICE and gates.notice_is_over(expert) is not None:
            continue
        submitted = expert.state is S.SUBMITTED
        yield _waiting(
            expert, _("请审核资料，通过后公示。") if submitted else _("公示已经结束，请决定聘任。"),
            due_on=working_days.add(clock.day_of(expert.submitted_at), int(dated.value("experts.review_days"))).on
            if submitted and expert.submitted_at else None,
        )  # fmt: skip
    for expert in queries.renewable():
        if any(step.deed == "renew" for step in EXPERT.open_to(actor, expert)):
            yield _waiting(expert, _("聘期快满了，请决定是否续聘。"), due_on=expert.to_on)


def _waiting(expert: Expert, ask: str, *, due_on: object) -> Waiting:
    return Waiting(
        title=_("专家：%(name)s", name=expert.name), ask=ask, what=_("专家"), area=AREA, endpoint="expert_desk.show",
        values={"id": expert.id}, button=_("办理"), due_on=due_on,  # type: ignore[arg-type]
    )  # fmt: skip


def _rest(actor: Actor) -> Iterable[Waiting]:
    days = int(dated.value("experts.answer_days"))
    for objection in OBJECTION.turns_of(actor, queries.objections_waiting()):
        yield Waiting(
            title=_("公示异议：%(name)s", name=objection.expert.name), ask=_("请核实并答复。"), what=_("专家"), area=AREA,
            endpoint="expert_desk.objection", values={"id": objection.id}, button=_("答复"),
            due_on=working_days.add(clock.day_of(objection.made_at), days).on,
        )  # fmt: skip
    for call in CALL.turns_of(actor, queries.calls_to_publish()):
        yield Waiting(
            title=_("专家征集：%(title)s", title=call.title), ask=_("请看过后发布。"), what=_("专家"), area=AREA,
            endpoint="expert_calls.file", values={"id": call.id}, button=_("办理"),
        )  # fmt: skip


def started_by(actor: Actor) -> Iterable[Started]:
    """A candidate's own candidacy, in others' hands."""
    for expert in queries.own(actor):
        if expert.state in (S.SUBMITTED, S.ON_NOTICE):
            yield Started(
                title=_("专家候选"), holder=_("秘书处") if expert.state is S.SUBMITTED else _("公众"),
                since=clock.day_of(expert.submitted_at or expert.made_at), state=expert.state, endpoint="own_expert.show",
                values={"id": expert.id},
            )  # fmt: skip
