"""Dated words and numbers of reviews."""

from association.kernel import dated, working_days
from association.kernel.words import _l

DAYS = _l("个工作日")
dated.define(
    "review.number", label=_l("评议的编号"), initial="评议〔{year}〕{number}号", basis=dated.OWN, help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
dated.define(
    "review.experts_told", label=_l("剧集、电影、动画片、纪录片由几位以上专家审看"), kind="number", initial=3, unit=_l("位"),
    basis=_l("参照《网络视听节目内容审核通则》对审核人数的要求，由协会设置"),
)  # fmt: skip
dated.define(
    "review.experts_other", label=_l("其他节目由几位以上专家审看"), kind="number", initial=2, unit=_l("位"),
    basis=_l("参照《网络视听节目内容审核通则》对审核人数的要求，由协会设置"),
)  # fmt: skip
dated.define(
    "review.rounds",
    label=_l("一部作品最多评议几轮"),
    kind="number",
    initial=2,
    unit=_l("轮"),
    basis=dated.OWN,
)
dated.define(
    "review.accept_days", label=_l("评议申请的受理期限"), kind="number", initial=5, unit=DAYS, basis=dated.OWN
)
dated.define(
    "review.assign_days",
    label=_l("受理后指定专家的期限"),
    kind="number",
    initial=3,
    unit=DAYS,
    basis=dated.OWN,
)
dated.define(
    "review.opinion_days",
    label=_l("专家审看并提交意见的期限"),
    kind="number",
    initial=10,
    unit=DAYS,
    basis=dated.OWN,
)
dated.define(
    "review.confer_days",
    label=_l("合议并写成报告稿的期限"),
    kind="number",
    initial=5,
    unit=DAYS,
    basis=dated.OWN,
)
dated.define(
    "review.issue_days", label=_l("报告的签发期限"), kind="number", initial=3, unit=DAYS, basis=dated.OWN
)
dated.define(
    "review.answer_days",
    label=_l("单位答复报告的期限"),
    kind="number",
    initial=20,
    unit=DAYS,
    basis=dated.OWN,
)
dated.define(
    "review.recheck_days",
    label=_l("收到答复后安排复核或归档的期限"),
    kind="number",
    initial=5,
    unit=DAYS,
    basis=dated.OWN,
)
dated.define(
    "review.remind_days",
    label=_l("评议期限前几个工作日提醒"),
    kind="number",
    initial=2,
    unit=DAYS,
    basis=dated.OWN,
)


def number(name: str) -> int:
    """What is in force today."""
    return int(dated.value(f"review.{name}"))


def due(since: object, name: str) -> working_days.Deadline:
    """The last day, so many working days after a day."""
    return working_days.add(since, number(name))  # type: ignore[arg-type]


def rounds() -> int:
    return number("rounds")
