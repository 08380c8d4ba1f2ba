"""Verbs of training. Steps of the lives are taken through the workflows."""

from association.training.actions.courses import (
    add_clause,
    add_material,
    add_teacher,
    change_course,
    check_draft,
    draft_course,
    remove_clauses,
)
from association.training.actions.enrolling import book, enrol_list, enrol_one, sign_up
from association.training.actions.keeping_place import hand_in, name, pay, resubmit, swap, transfer
from association.training.actions.sessions import (
    add_places,
    change_session,
    check_session_draft,
    move_session,
    plan_session,
)

__all__ = [
    "add_clause", "add_material", "add_places", "add_teacher", "book", "change_course", "change_session", "check_draft", "check_session_draft",
    "draft_course", "enrol_list", "enrol_one", "hand_in", "move_session", "name", "pay", "plan_session", "remove_clauses", "resubmit", "sign_up", "swap",
    "transfer",
]  # fmt: skip
