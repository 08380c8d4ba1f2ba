"""Verbs of rules, each with its actor."""

from association.rules.actions.checking import check
from association.rules.actions.citing import cite, uncite
from association.rules.actions.importing import Imported, read_in
from association.rules.actions.issuing import (
    approve,
    found,
    issue,
    remark,
    repeal,
    set_down,
    slug_for,
    take_back,
    withdraw,
)
from association.rules.actions.mapping import confirm, confirm_all, correct, propose

__all__ = [
    "Imported", "approve", "check", "cite", "confirm", "confirm_all", "correct", "found", "issue", "propose", "read_in", "remark",
    "repeal", "set_down", "slug_for", "take_back", "uncite", "withdraw",
]  # fmt: skip
