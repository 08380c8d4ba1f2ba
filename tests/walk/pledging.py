"""What fills the blanks of addresses of amendments and rosters."""

from collections.abc import Callable
from typing import Any

from association.amendments.models import Ballot, Motion, MotionState, Seat
from association.organisations.models import Organisation
from association.rosters.models import Ceremony, Roster

CEREMONIES = ("ceremony", "ceremony_pdf", "working_pdf")


def subjects(first: Callable[..., Any], aurora: Organisation) -> dict[str, dict[str, object]]:
    open_motion, received = first(Motion, state=MotionState.OPEN), first(Motion, state=MotionState.RECEIVED)
    return {
        "pledge_motion": {
            "motion taken up": first(Motion, state=MotionState.TAKEN_UP).id,
            "motion gathering support": open_motion.id,
            "motion to be received": received.id,
        },
        "pledge_motion_number": {
            "motion gathering support": open_motion.number,
            "motion to be received": received.number,
        },
        "pledge_ballot": {"a vote": first(Ballot).id},
        "pledge_ballot_number": {"a vote": first(Ballot).number},
        "pledge_ballot_seat": {"aurora's seat": first(Seat, organisation_id=aurora.id).id},
        "pledge_roster_number": {"a roster": first(Roster).number},
        "pledge_ceremony": {"first batch": first(Ceremony).id, "second batch": first(Ceremony, number=2).id},
        "pledge_ceremony_number": {"first batch": 1, "second batch": 2},
    }


def number_of(blueprint: str, view: str) -> str:
    """Which kind of thing `<number>` counts on the pages of a pledge."""
    if blueprint == "rosters":
        return "pledge_ceremony_number" if view in CEREMONIES else "pledge_roster_number"
    return "pledge_motion_number" if view == "motion" else "pledge_ballot_number"
