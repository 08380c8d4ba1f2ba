"""Dated settings of panels."""

from association.kernel import dated
from association.kernel.words import _l

OWN = _l("协会自行设置；没有查到统一的规定")

dated.define(
    "panels.reminders", label=_l("提交意见截止前几天提醒"), kind="numbers", initial=[5, 1], unit=_l("天"), basis=OWN,
)  # fmt: skip
dated.define(
    "panels.minutes_days", label=_l("纪要几天没有全部确认，可以附记录办结"), kind="number", initial=5, unit=_l("个工作日"), basis=OWN,
)  # fmt: skip
