"""Verbs of training. Steps of the lives are taken through the workflows."""

from association.training.actions.attending import (
    SHEET,
    check_code,
    check_day,
    check_in,
    enter_attendance,
    print_sheet,
)
from association.training.actions.certifying import (
    check_certifiable,
    check_revocable,
    issue_certificates,
    revoke_certificate,
)
from association.training.actions.courses import (
    add_clause,
    add_material,
    add_teacher,
    change_course,
    check_draft,
    draft_course,
    remove_clauses,
)
from association.training.actions.enrolling import book, enrol_one, sign_up
from association.training.actions.keeping_place import hand_in, name, pay, resubmit, swap, transfer
from association.training.actions.lists import check_open, hand_in_list, take_list
from association.training.actions.sessions import (
    add_places,
    change_session,
    check_session_draft,
    move_session,
    plan_session,
)

__all__ = [
    "SHEET",
    "add_clause",
    "add_material",
    "add_places",
    "add_teacher",
    "book",
    "change_course",
    "change_session",
    "check_certifiable",
    "check_code",
    "check_day",
    "check_draft",
    "check_in",
    "check_open",
    "check_revocable",
    "check_session_draft",
    "draft_course",
    "enrol_one",
    "enter_attendance",
    "hand_in",
    "hand_in_list",
    "issue_certificates",
    "move_session",
    "name",
    "pay",
    "plan_session",
    "print_sheet",
    "remove_clauses",
    "resubmit",
    "revoke_certificate",
    "sign_up",
    "swap",
    "take_list",
    "transfer",
]  # fmt: skip
