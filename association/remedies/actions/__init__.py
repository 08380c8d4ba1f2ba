"""Verbs of remedies. Steps are taken through `NOTE` and `INTERVIEW`."""

from association.remedies.actions.calendar import keep_days
from association.remedies.actions.interviewing import propose
from association.remedies.actions.noting import EVIDENCE, add_clause, change, draft, remove_clauses, report

__all__ = ["EVIDENCE", "add_clause", "change", "draft", "keep_days", "propose", "remove_clauses", "report"]
