"""Named reads of cases: files the desk's and the respondent's, public what may be told of them, afterwards appeals and repairs."""

from bulletins.cases.queries.afterwards import (
    appeals,
    appeals_at_work,
    repairs_at_work,
    to_effect,
    to_end,
    to_lapse,
)
from bulletins.cases.queries.files import (
    all_cases,
    at_work,
    called,
    deliveries_of,
    is_late,
    likeness,
    numbered,
    of_organisations,
    on_their_way,
    second_channel,
    similar,
    spread,
    taken_up,
)

__all__ = [
    "all_cases", "appeals", "appeals_at_work", "at_work", "called", "deliveries_of", "is_late", "likeness", "numbered", "of_organisations",
    "on_their_way", "repairs_at_work", "second_channel", "similar", "spread", "taken_up", "to_effect", "to_end", "to_lapse",
]  # fmt: skip
