"""What waits for whom: declarations to recognise, second words to give, and an expert's own yearly word."""

from collections.abc import Iterable
from datetime import date, timedelta

from association.kernel import clock, dated
from association.kernel.policy import Actor
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.ties import queries
from association.ties.models import TieState
from association.ties.workflow import LIFT, TIE

AREA = "ties"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    yield from _own(actor)
    if actor.roles.isdisjoint({"experts", "legal", "issuer"}):
        return
    open_ties = [*queries.in_state(TieState.DECLARED), *queries.in_state(TieState.QUESTIONED)]
    for tie in TIE.turns_of(actor, open_ties):
        declared = tie.state is TieState.DECLARED
        yield Waiting(
            title=_("利害关系：%(name)s", name=tie.person.name),
            ask=_("请认定声明的对方是谁。") if declared else _("请作为第二人确认撤销，或维持回避。"),
            what=_("回避"), area=AREA, endpoint="tie_desk.show", values={"id": tie.id}, button=_("办理"),
        )  # fmt: skip
    for lift in LIFT.turns_of(actor, queries.lifts_proposed()):
        yield Waiting(
            title=_("解除回避：%(name)s", name=lift.person.name), ask=_("请作为第二人同意或不予同意。"), what=_("回避"), area=AREA,
            endpoint="tie_desk.lift", values={"id": lift.id}, button=_("办理"), due_on=lift.until,
        )  # fmt: skip


def _own(actor: Actor) -> Iterable[Waiting]:
    if "expert" not in actor.roles or actor.person_id is None:
        return
    due = affirmation_due(actor.person_id)
    if due is None or due <= clock.today() + timedelta(days=30):
        yield Waiting(
            title=_("确认利害关系"), ask=_("请看登记的利害关系是否完整，有变化的补充，然后确认。"), what=_("回避"), area=AREA,
            endpoint="own_ties.index", values={}, button=_("去确认"), due_on=due,
        )  # fmt: skip


def affirmation_due(person_id: int) -> date | None:
    """Until when an expert's word holds; None: they have never given it."""
    at = queries.affirmed_at(person_id)
    return clock.day_of(at) + timedelta(days=int(dated.value("ties.affirm_days"))) if at else None
