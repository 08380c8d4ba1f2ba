"""Dated numbers of following."""

from association.kernel import dated
from association.kernel.words import _l

dated.name_group("following", _l("关注"))
dated.define(
    "following.hour", label=_l("汇总发出的钟点"), kind="number", initial=8, unit=_l("时（北京时间）"),
    basis=dated.OWN, help=_l("每日汇总每天、每周汇总每周一在这个钟点之后发出。"),
)  # fmt: skip
