"""Verbs of works: proposing a period of the rule, entering and changing a work."""

from association.works.actions.keeping import propose
from association.works.actions.register import FACTS, change, enter

__all__ = ["FACTS", "change", "enter", "propose"]
