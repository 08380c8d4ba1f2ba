"""Verbs of complaints, each with its actor; whoever complains is VISITOR in the trail, signed in or not. Steps go through `COMPLAINT`
and `TRANSFER`."""

from bulletins.complaints.actions.evidence import add_evidence, check_room, open_copy, open_original
from bulletins.complaints.actions.handling import (
    bring_into_case,
    check_open,
    concern,
    look_at_informant,
    reply,
)
from bulletins.complaints.actions.telling import Told, complain, follow, write_down
from bulletins.complaints.actions.transferring import package, prepare_transfer, receive, send

__all__ = [
    "Told",
    "add_evidence",
    "bring_into_case",
    "check_open",
    "check_room",
    "complain",
    "concern",
    "follow",
    "look_at_informant",
    "open_copy",
    "open_original",
    "package",
    "prepare_transfer",
    "receive",
    "reply",
    "send",
    "write_down",
]
