"""The tables of figures."""

from bulletins.figures.models.edition import Edition, EditionState
from bulletins.figures.models.fault import Fault
from bulletins.figures.models.period import Period
from bulletins.figures.models.report import COUNTING, OPEN, Report, ReportState, Via
from bulletins.figures.models.token import READ, SCOPES, WRITE, Token

__all__ = [
    "COUNTING",
    "OPEN",
    "READ",
    "SCOPES",
    "WRITE",
    "Edition",
    "EditionState",
    "Fault",
    "Period",
    "Report",
    "ReportState",
    "Token",
    "Via",
]
