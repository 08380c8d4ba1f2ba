"""Named reads of exams."""

from association.exams.queries.bank import (
    askable,
    at_work,
    bank,
    citing,
    in_doubt,
    plan_of,
    plans_of,
    plans_to_use,
    questions_like,
    right_shares,
    worded,
)
from association.exams.queries.sittings import (
    all_sittings,
    answers_of,
    candidates_of,
    enrolment_with_code,
    items_of,
    open_sitting,
    overdue,
    own_places,
    places_to_remind,
    places_to_tell,
    sittings_of,
    to_mark,
    unmarked,
    with_number,
)

__all__ = [
    "all_sittings", "answers_of", "askable", "at_work", "bank", "candidates_of", "citing", "enrolment_with_code", "in_doubt", "items_of", "open_sitting",
    "overdue", "own_places", "places_to_remind", "places_to_tell", "plan_of", "plans_of", "plans_to_use", "questions_like", "right_shares", "sittings_of",
    "to_mark", "unmarked", "with_number", "worded",
]  # fmt: skip
