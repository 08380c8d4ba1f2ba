"""Dated settings of courses required."""

from association.kernel import dated
from association.kernel.dated import OWN
from association.kernel.words import _l

dated.define(
    "requirements.remind_days", label=_l("须修课程到期前几天提醒"), kind="number", initial=14, unit=_l("天"), basis=OWN,
)  # fmt: skip
