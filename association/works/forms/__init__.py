"""Shapes: a period of the rule, and a work."""

from association.works.forms.rule import RuleForm
from association.works.forms.work import CountField, WorkForm

__all__ = ["CountField", "RuleForm", "WorkForm"]
