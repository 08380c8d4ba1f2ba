"""Dated numbers of standing."""

from association.kernel import dated
from association.kernel.words import _l

dated.name_group("standing", _l("记录在案的事实"))
dated.define(
    "standing.reminders", label=_l("应办事项到期前几天提醒"), kind="numbers", initial=[7, 1], unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
