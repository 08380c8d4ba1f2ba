"""Verbs of guidance. Steps that ask for nothing more are taken through `QUESTION` and `PUBLIC_ANSWER`."""

from association.guidance.actions.answering import add_clause, assign, remove_clauses, return_answer, write
from association.guidance.actions.asking import FILES, ask, ask_back, further, lapse_silent, rate, reply
from association.guidance.actions.publishing import (
    add_public_clause,
    change,
    draft,
    remove_public_clauses,
    revise,
)
from association.guidance.actions.rechecking import listen, recheck, recheck_all

__all__ = [
    "FILES", "add_clause", "add_public_clause", "ask", "ask_back", "assign", "change", "draft", "further", "lapse_silent", "listen", "rate",
    "recheck", "recheck_all", "remove_clauses", "remove_public_clauses", "reply", "return_answer", "revise", "write",
]  # fmt: skip
