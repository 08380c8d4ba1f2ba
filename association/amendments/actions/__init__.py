"""Verbs of motions and ballots, each with its actor."""

from association.amendments.actions.moving import (
    check_mover,
    check_support,
    move,
    propose,
    support,
    take_support_back,
)
from association.amendments.actions.voting import (
    check_open,
    check_voter,
    consent_of,
    consent_read,
    put_to_vote,
    vote,
)

__all__ = [
    "check_mover", "check_open", "check_support", "check_voter", "consent_of", "consent_read", "move", "propose", "put_to_vote", "support",
    "take_support_back", "vote",
]  # fmt: skip
