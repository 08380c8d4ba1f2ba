"""Facts of works: the words a work is described with, and the periods of the rule that classes it."""

from association.works.models.rule import ClassRule
from association.works.models.words import DramaClass, Making, MicroDrama, Trigger

__all__ = ["ClassRule", "DramaClass", "Making", "MicroDrama", "Trigger"]
