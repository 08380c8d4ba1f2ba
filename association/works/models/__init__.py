"""Facts of works: the words a work is described with, the periods of the rule that classes it, and the works on the register."""

from association.works.models.rule import ClassRule
from association.works.models.words import DramaClass, Making, MicroDrama, Trigger
from association.works.models.work import Work, WorkState

__all__ = ["ClassRule", "DramaClass", "Making", "MicroDrama", "Trigger", "Work", "WorkState"]
