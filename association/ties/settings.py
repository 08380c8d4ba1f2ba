"""Dated settings of ties and walls."""

from association.kernel import dated
from association.kernel.words import _l

dated.define(
    "ties.years", label=_l("利害关系结束后还回避几年"), kind="number", initial=3, unit=_l("年"),
    basis=_l("协会自行设置；没有查到统一的规定"),
)  # fmt: skip
dated.define(
    "ties.lift_days", label=_l("解除回避最长多少天"), kind="number", initial=90, unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "ties.affirm_days", label=_l("专家多久确认一次利害关系"), kind="number", initial=365, unit=_l("天"),
    basis=dated.OWN,
)  # fmt: skip
