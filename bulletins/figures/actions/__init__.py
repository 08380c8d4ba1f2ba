"""Verbs of figures, each with its actor."""

from bulletins.figures.actions.publishing import draft_edition, open_period, propose_fault
from bulletins.figures.actions.reporting import check_asked, check_writable, write
from bulletins.figures.actions.tokens import make_token, report_by_program, revoke_token

__all__ = [
    "check_asked",
    "check_writable",
    "draft_edition",
    "make_token",
    "open_period",
    "propose_fault",
    "report_by_program",
    "revoke_token",
    "write",
]
