"""The tables of figures."""

from bulletins.figures.models.edition import Edition, EditionState
from bulletins.figures.models.fault import Fault
from bulletins.figures.models.period import Period
from bulletins.figures.models.report import COUNTING, OPEN, Report, ReportState, Via

__all__ = ["COUNTING", "OPEN", "Edition", "EditionState", "Fault", "Period", "Report", "ReportState", "Via"]
