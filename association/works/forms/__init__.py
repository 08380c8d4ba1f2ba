"""Shapes: a period of the rule, and a work."""

from association.works.forms.rule import RuleForm
from association.works.forms.work import WorkForm

__all__ = ["RuleForm", "WorkForm"]
