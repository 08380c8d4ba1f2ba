"""Dated words and numbers of commentary."""

from typing import Any

from association.kernel import dated
from association.kernel.words import _l

dated.name_group("commentary", _l("阅评"))
dated.define(
    "commentary.number", label=_l("阅评的编号"), initial="阅评〔{year}〕{number}号", basis=dated.OWN,
    help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
dated.define(
    "commentary.topics", label=_l("阅评的题材"), kind="lines", basis=dated.OWN,
    initial=["现实题材", "家庭情感", "青春校园", "古装", "悬疑", "非遗与文旅", "儿童", "动画与人工智能", "综合"],
)  # fmt: skip
dated.define("commentary.byline", label=_l("不署名时的署名"), initial="本会阅评专家", basis=dated.OWN)
dated.define(
    "commentary.review_days", label=_l("阅评每一审的期限"), kind="number", initial=5, unit=_l("个工作日"), basis=dated.OWN,
)  # fmt: skip


def said(name: str) -> Any:
    """What is in force today."""
    return dated.value(f"commentary.{name}")
