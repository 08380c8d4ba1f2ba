"""What waits for whom: staff at a motion to be received, signers at motions to support and at ballots."""

from collections.abc import Iterable

from association.amendments import queries
from association.amendments.models import MotionState
from association.amendments.policy import P
from association.amendments.settings import how_many
from association.amendments.workflow import MOTION
from association.kernel import clock, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.organisations import queries as organisations
from association.pledges.waiting import AREA


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.RECEIVE) or can(actor, P.CLEAR):
        yield from _for_staff(actor)
    if ids := actor.ids("organisation", "signer"):
        yield from _for_signers(actor, ids)


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    for motion in MOTION.turns_of(actor, queries.motions_in(MotionState.RECEIVED)):
        if not can(actor, P.CLEAR if motion.risky else P.RECEIVE, motion):
            continue
        yield Waiting(
            title=_("修订动议：%(title)s", title=motion.pledge.title),
            ask=_("%(name)s提出修订动议，请核对形式后受理，或写明理由不予受理。", name=motion.name), what=_("公约"), area=AREA,
            endpoint="amendments.motion", values={"slug": motion.pledge.document.slug, "number": motion.number}, button=_("办理"),
            due_on=working_days.add(clock.day_of(motion.made_at), how_many("receive_days")).on,
        )  # fmt: skip


def _for_signers(actor: Actor, ids: list[int]) -> Iterable[Waiting]:
    for seat in queries.seats_waiting(ids):
        yield Waiting(
            title=_("表决：《%(title)s》修订", title=seat.ballot.pledge.title),
            ask=_("请阅读修订文本，代表%(name)s投票。", name=seat.name), what=_("公约"), area=AREA,
            endpoint="own_amendments.vote", values={"id": seat.id}, button=_("阅读并投票"), due_on=seat.ballot.closes_on,
        )  # fmt: skip
    names = {o.id: o.name for o in organisations.mine(actor)}
    for motion, id_ in queries.motions_to_support(ids):
        yield Waiting(
            title=_("修订动议：%(title)s", title=motion.pledge.title),
            ask=_("%(name)s可以附议，也可以不附议。", name=names[id_]), what=_("公约"), area=AREA, endpoint="amendments.motion",
            values={"slug": motion.pledge.document.slug, "number": motion.number}, button=_("看动议"), due_on=motion.until_on,
        )  # fmt: skip
