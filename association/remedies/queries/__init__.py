"""Named reads of guidance notes and interviews."""

from association.remedies.queries.bound import bound_by
from association.remedies.queries.interviews import (
    all_interviews,
    interviews_at_work,
    interviews_of,
    interviews_waiting_at,
    interviews_with_words,
)
from association.remedies.queries.notes import (
    all_notes,
    last_report,
    late,
    needing_a_word,
    newly_late,
    notes_at_work,
    notes_from,
    notes_of,
    notes_waiting_at,
    notes_with_words,
    owing_of,
    reports_of,
    to_remind,
)

__all__ = [
    "all_interviews", "all_notes", "bound_by", "interviews_at_work", "interviews_of", "interviews_waiting_at", "interviews_with_words", "last_report",
    "late", "needing_a_word", "newly_late", "notes_at_work", "notes_from", "notes_of", "notes_waiting_at", "notes_with_words", "owing_of", "reports_of", "to_remind",
]  # fmt: skip
