"""Tables of amendments: motions with those who support them, and ballots with a seat for each organisation that votes."""

from association.amendments.models.ballot import Ballot, BallotState, Choice, Seat
from association.amendments.models.motion import IN_PUBLIC, Motion, MotionState, Support

__all__ = ["IN_PUBLIC", "Ballot", "BallotState", "Choice", "Motion", "MotionState", "Seat", "Support"]
