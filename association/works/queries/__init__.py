"""Named reads: of the rule's periods, and of the register of works."""

from association.works.queries.register import (
    kept_works_of,
    live_of,
    of_maker,
    of_organisations,
    on_file,
    same_number,
    with_words,
)
from association.works.queries.rules import (
    begins_on,
    everything,
    holding,
    periods,
    proposed,
    rule_on,
    subjects,
)

__all__ = [
    "begins_on",
    "everything",
    "holding",
    "kept_works_of",
    "live_of",
    "of_maker",
    "of_organisations",
    "on_file",
    "periods",
    "proposed",
    "rule_on",
    "same_number",
    "subjects",
    "with_words",
]
