"""Verbs of exams. Steps of the lives are taken through the workflows."""

from association.exams.actions.bank import (
    add_clause,
    change_question,
    check_draft,
    draft_question,
    plan_exam,
    remove_clauses,
)
from association.exams.actions.lists import hand_in_questions, take_questions
from association.exams.actions.sitting import Saved, claim, save, start, use_answer

__all__ = [
    "Saved", "add_clause", "change_question", "check_draft", "claim", "draft_question", "hand_in_questions", "plan_exam", "remove_clauses", "save",
    "start", "take_questions", "use_answer",
]  # fmt: skip
