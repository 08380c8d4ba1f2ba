"""Tables of commendations: a round, its papers, what is nominated in it, and objections."""

from bulletins.commendations.models.nomination import Nomination, NominationState, Subject
from bulletins.commendations.models.objection import Objection, ObjectionState
from bulletins.commendations.models.round import Paper, Round, RoundState, Stage

__all__ = [
    "Nomination", "NominationState", "Objection", "ObjectionState", "Paper", "Round", "RoundState", "Stage", "Subject",
]  # fmt: skip
