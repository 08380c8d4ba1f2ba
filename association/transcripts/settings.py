"""Dated settings of records of training."""

from association.kernel import dated
from association.kernel.dated import OWN
from association.kernel.words import _l

dated.define(
    "transcripts.number", label=_l("培训记录的编号"), kind="text", initial="PXJL-{year}-{number}", basis=OWN
)
