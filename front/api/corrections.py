"""What was corrected of an item after it was issued: only notices have corrections beside their text."""

from typing import Any

from bulletins.notices import queries
from bulletins.notices.models import CorrectionState, Notice


def of(row: Any) -> list[dict[str, str | None]]:
    """Before, after and the day, the earliest first."""
    if not isinstance(row, Notice):
        return []
    return [
        {"before": c.before, "after": c.after, "issued_on": c.issued_on.isoformat() if c.issued_on else None}
        for c in queries.corrections_of(row, CorrectionState.ISSUED)
    ]
