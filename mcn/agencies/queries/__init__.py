"""Named reads of the register of agencies and of what they file."""

from mcn.agencies.queries.filings import (
    AT_ONCE,
    accepted_since_review,
    as_filed,
    claimed_elsewhere,
    fact_of,
    facts_of,
    filings_of,
    holder_of_account,
    open_filing,
    queue,
)
from mcn.agencies.queries.filings import of_organisations as filings_of_organisations
from mcn.agencies.queries.register import (
    all_agencies,
    by_number,
    called,
    count_standing,
    in_public,
    is_living,
    late,
    living,
    of_organisation,
    of_organisations,
    register,
    review_due_before,
    shown_of,
)

__all__ = [
    "AT_ONCE", "accepted_since_review", "all_agencies", "as_filed", "by_number", "called", "claimed_elsewhere", "count_standing", "fact_of", "facts_of",
    "filings_of", "filings_of_organisations", "holder_of_account", "in_public", "is_living", "late", "living", "of_organisation",
    "of_organisations", "open_filing", "queue", "register", "review_due_before", "shown_of",
]  # fmt: skip
