"""What waits for whom: papers for the editor, the basis and objections for the legal office, conditions, decisions, and the signers asked."""

from collections.abc import Iterable
from datetime import date

from association.kernel import clock, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from bulletins.commendations import effects, queries
from bulletins.commendations.models import RoundState, Stage
from bulletins.commendations.policy import P
from bulletins.commendations.settings import how_many
from bulletins.commendations.workflow import NOMINATION, ROUND

AREA = "commendations"
NEXT = {
    RoundState.CLEARED: Stage.CALL,
    RoundState.SELECTING: Stage.PUBLICITY,
    RoundState.CLOSED: Stage.RESULT,
}
"""The paper that the next step of a round waits for."""


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.READ_FILE):
        yield from _rounds(actor)
        yield from _nominations(actor)
        yield from _objections(actor)
    for nomination in queries.asked_of(actor.ids("organisation", "signer")):
        yield Waiting(
            title=_("被提名推优：%(title)s", title=nomination.title), ask=_("请看提名理由，代表%(name)s答复是否同意。", name=nomination.organisation.name),
            what=_("推优"), area=AREA, endpoint="own_commendations.show", values={"id": nomination.id}, button=_("查看并答复"),
            due_on=nomination.round.nominate_by,
        )  # fmt: skip


def _due(since: date, setting: str = "work_days") -> date:
    return working_days.add(since, how_many(setting)).on


def _round(title: str, ask: str, id_: int, due_on: date | None = None) -> Waiting:
    return Waiting(
        title=_("推优：%(title)s", title=title), ask=ask, what=_("推优"), area=AREA, endpoint="commendation_desk.show", values={"id": id_},
        button=_("办理"), due_on=due_on,
    )  # fmt: skip


def _rounds(actor: Actor) -> Iterable[Waiting]:
    rounds = queries.at_work()
    for round_ in ROUND.turns_of(actor, rounds):
        yield _round(
            round_.title, _("请核对依据。"), round_.id, _due(clock.day_of(round_.made_at))
        )  # fmt: skip
    if not can(actor, P.RUN):
        return
    begun = {stage: queries.rounds_with_paper(stage) for stage in Stage}
    for round_ in rounds:
        stage = NEXT.get(round_.state)
        if stage and round_.id not in begun[stage] and effects.missing_of(round_, stage) is None:
            yield _round(round_.title, _("请起草%(stage)s。", stage=str(stage.label)), round_.id)
    for row in queries.suggestions():
        yield Waiting(
            title=_("建议提名：%(name)s", name=row.about), ask=_("%(title)s。请在征集期内决定是否提名。", title=row.title), what=_("推优"), area=AREA,
            endpoint="commendation_desk.index", values={}, button=_("查看"),
        )  # fmt: skip


def _nominations(actor: Actor) -> Iterable[Waiting]:
    for nomination in NOMINATION.turns_of(actor, queries.waiting()):
        is_new = nomination.state.value == "submitted"
        ask = _("请核对是否符合条件。") if is_new else _("请审议。")
        yield Waiting(
            title=_("推优提名：%(title)s", title=nomination.title), ask=ask, what=_("推优"), area=AREA, endpoint="own_commendations.show",
            values={"id": nomination.id}, button=_("办理"), due_on=_due(clock.day_of(nomination.nominated_at)) if is_new else None,
        )  # fmt: skip


def _objections(actor: Actor) -> Iterable[Waiting]:
    if not can(actor, P.READ_OBJECTIONS):
        return
    for objection in queries.unanswered():
        if can(actor, P.READ_OBJECTIONS, objection):
            yield Waiting(
                title=_("公示异议：%(title)s", title=objection.nomination.title), ask=_("请核实并答复。"), what=_("推优"), area=AREA,
                endpoint="commendation_objections.show", values={"id": objection.id}, button=_("办理"),
                due_on=_due(clock.day_of(objection.received_at), "answer_days"),
            )  # fmt: skip
