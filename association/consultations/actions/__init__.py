"""What people and the clock do with consultations and comments."""

from association.consultations.actions.answering import (
    answer,
    answer_many,
    link_change,
    reassign,
    show_many,
    unlink_change,
)
from association.consultations.actions.commenting import comment, prove
from association.consultations.actions.opening import (
    close,
    close_due,
    end,
    extend,
    finish,
    open,  # noqa: A004
)

__all__ = [
    "answer",
    "answer_many",
    "close",
    "close_due",
    "comment",
    "end",
    "extend",
    "finish",
    "link_change",
    "open",
    "prove",
    "reassign",
    "show_many",
    "unlink_change",
]
