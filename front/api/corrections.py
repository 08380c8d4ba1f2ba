"""What was corrected of an item after it was issued: notices and case articles have corrections beside their text."""

from typing import Any

from bulletins.articles.models import CaseArticle
from bulletins.notices import queries
from bulletins.notices.models import CorrectionState, Notice


def of(row: Any) -> list[dict[str, str | None]]:
    """Before, after and the day, the earliest first."""
    if isinstance(row, CaseArticle):
        corrections = [c for c in row.corrections if c.issued_on is not None]
        return [{"before": c.before, "after": c.after, "issued_on": str(c.issued_on)} for c in corrections]
    if not isinstance(row, Notice):
        return []
    return [
        {"before": c.before, "after": c.after, "issued_on": c.issued_on.isoformat() if c.issued_on else None}
        for c in queries.corrections_of(row, CorrectionState.ISSUED)
    ]
