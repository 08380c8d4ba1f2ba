"""Verbs of the feature, each with its actor. They change and record; they never commit and know no form."""

from association.organisations.actions.applying import amend, ask, check_amendable, give_public_basis, prepare
from association.organisations.actions.authority import check_signer
from association.organisations.actions.changing import ask_change, change_code, check_changeable, end
from association.organisations.actions.officers import (
    accept,
    check_renewable,
    decline,
    hand_over,
    invite,
    join,
    remind_of_ending_authorities,
    renew_authority,
)

__all__ = [
    "accept", "amend", "ask", "ask_change", "change_code", "check_amendable", "check_changeable",
    "check_renewable", "check_signer", "decline", "end", "give_public_basis", "hand_over", "invite",
    "join", "prepare", "remind_of_ending_authorities", "renew_authority",
]  # fmt: skip
