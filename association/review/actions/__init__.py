"""Verbs of reviews, each with its actor."""

from association.review.actions.assigning import assign, assign_all
from association.review.actions.conferring import (
    change_point,
    drop_point,
    leave_out,
    make_point,
    settle_earlier,
    take_back,
    write_report,
)
from association.review.actions.opining import drop_noted, hand_in, keep_noted, save
from association.review.actions.submitting import accept, answer, answer_point, resubmit, submit

__all__ = [
    "accept", "answer", "answer_point", "assign", "assign_all", "change_point", "drop_noted", "drop_point", "hand_in", "keep_noted", "leave_out",
    "make_point", "resubmit", "save", "settle_earlier", "submit", "take_back", "write_report",
]  # fmt: skip
