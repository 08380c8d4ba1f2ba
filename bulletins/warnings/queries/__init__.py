"""Named reads of warnings, of whom they concern, and of what those did."""

from bulletins.warnings.queries.reach import (
    Concern,
    applies_to,
    concerned,
    concerns_of,
    how_many,
    not_told,
)
from bulletins.warnings.queries.warnings import (
    GRAVEST,
    IN_FORCE_FIRST,
    Rate,
    at_work,
    by_slug,
    everything,
    late,
    listed,
    must_be_told,
    newest_in_force,
    past_their_day,
    rate,
    receipts_after,
    receipts_of,
    to_judge,
    unconfirmed,
    waiting_at,
    with_words,
)

__all__ = [
    "GRAVEST", "IN_FORCE_FIRST", "Concern", "Rate", "applies_to", "at_work", "by_slug", "concerned", "concerns_of", "everything",
    "how_many", "late", "listed", "must_be_told", "newest_in_force", "not_told", "past_their_day",
    "rate", "receipts_after", "receipts_of", "to_judge", "unconfirmed", "waiting_at", "with_words",
]  # fmt: skip
