"""The lives of a case, of the appeal against it and of an application for repair, as tables."""

from bulletins.cases.workflow.afterwards import APPEAL, REPAIR
from bulletins.cases.workflow.procedure import ASKED, CASE, FIRST_HANDS

__all__ = ["APPEAL", "ASKED", "CASE", "FIRST_HANDS", "REPAIR"]
