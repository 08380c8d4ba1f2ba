"""Dated words and numbers of case articles."""

from association.kernel import dated
from association.kernel.words import _l

OWN = _l("协会自行设置，写入案例公开的规则")
dated.name_group("articles", _l("典型案例"))
dated.define(
    "articles.number", label=_l("案例的编号"), initial="例〔{year}〕{number}号", basis=OWN, help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
for _name, _label, _days in (
    ("review_days", _l("案例每一审的期限"), 3),
    ("lesson_days", _l("请专家写以案说法的期限"), 10),
    ("answer_days", _l("答复更正请求的期限"), 10),
):
    dated.define(
        f"articles.{_name}", label=_label, kind="number", initial=_days, unit=_l("个工作日"), basis=OWN
    )
dated.define(
    "articles.forget_days",
    label=_l("答复以后多少日删去请求更正的人的联系方式"),
    kind="number",
    initial=180,
    unit=_l("日"),
    basis=OWN,
)


def said(name: str) -> object:
    return dated.value(f"articles.{name}")


def how_many(name: str) -> int:
    return int(dated.value(f"articles.{name}"))
