"""What fills the blanks of commendations and of what stands."""

from collections.abc import Callable
from typing import Any

from association.standing import Standing, StandingKind
from bulletins.commendations.models import Nomination, NominationState, Objection, Round, RoundState


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    return {
        "standing": {
            "a studio's commendation": first(Standing, kind=StandingKind.COMMENDATION).id,
            "a nomination that is over": first(Standing, kind=StandingKind.NOMINATION).id,
        },
        "commendation_round": {
            "round announced": first(Round, state=RoundState.ANNOUNCED).id,
            "round open": first(Round, state=RoundState.OPEN).id,
        },
        "commendation_slug": {"a round": first(Round, state=RoundState.OPEN).slug},
        "nomination": {
            "listed entry": first(Nomination, state=NominationState.LISTED).id,
            "aurora is nominated": first(Nomination, state=NominationState.ASKED).id,
        },
        "objection": {"an objection": first(Objection).id},
    }
