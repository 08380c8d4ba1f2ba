"""Verbs of figures, each with its actor."""

from bulletins.figures.actions.publishing import draft_edition, open_period, propose_fault
from bulletins.figures.actions.reporting import check_asked, check_writable, write

__all__ = ["check_asked", "check_writable", "draft_edition", "open_period", "propose_fault", "write"]
