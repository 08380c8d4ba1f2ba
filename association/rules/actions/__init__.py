"""Verbs of rules, each with its actor."""

from association.rules.actions.checking import check
from association.rules.actions.citing import cite, uncite
from association.rules.actions.importing import Imported, read_in
from association.rules.actions.mapping import confirm, confirm_all, correct, propose

__all__ = ["Imported", "check", "cite", "confirm", "confirm_all", "correct", "propose", "read_in", "uncite"]
