"""Verbs of works."""

from association.works.actions.keeping import propose

__all__ = ["propose"]
