"""Verbs of warnings. Steps of the two lives are taken through `WARNING` and `RECEIPT`."""

from bulletins.warnings.actions.drafting import add_clause, change, draft, remove_clauses
from bulletins.warnings.actions.reporting import EVIDENCE, report
from bulletins.warnings.actions.telling import BATCH, keep_days, tell

__all__ = [
    "BATCH",
    "EVIDENCE",
    "add_clause",
    "change",
    "draft",
    "keep_days",
    "remove_clauses",
    "report",
    "tell",
]
