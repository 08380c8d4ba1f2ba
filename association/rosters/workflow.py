"""The short life of a roster: begun and taken in one transaction."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.rosters import effects
from association.rosters.models import RosterState
from association.rosters.policy import P

ROSTER = Workflow(
    name="pledge_roster",
    title=_l("公约的名册"),
    states=RosterState,
    initial=RosterState.BEGUN,
    public_text=effects.public_text,
    steps=[
        Step(
            deed="take", label=_l("公布名册"), from_=(RosterState.BEGUN,), to=RosterState.TAKEN, needs=P.TAKE, by_clock=True,
            is_public_act=True, then=effects.taken,
        )
    ],
)  # fmt: skip
