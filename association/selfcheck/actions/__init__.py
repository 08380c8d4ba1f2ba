"""Verbs of self-checks. Steps of the three lives are taken through `VERSION`, `SELF_CHECK` and `ROUND`."""

from association.selfcheck.actions.filling import EVIDENCE, answer, plan, remove_evidence, start
from association.selfcheck.actions.rounds import change_round, draft_round, tell
from association.selfcheck.actions.writing import (
    add_question,
    begin_version,
    change_note,
    change_question,
    found,
    move_question,
    remove_question,
)

__all__ = [
    "EVIDENCE", "add_question", "answer", "begin_version", "change_note", "change_question", "change_round", "draft_round", "found",
    "move_question", "plan", "remove_evidence", "remove_question", "start", "tell",
]  # fmt: skip
