"""Dated settings of the incubation."""

from association.kernel import dated
from association.kernel.words import _l

dated.define(
    "incubation.adult_age", label=_l("多少岁起不需要监护人同意"), kind="number", initial=18, unit=_l("岁"), basis=_l("《民法典》第十七条"),
)  # fmt: skip
dated.define(
    "incubation.least_age",
    label=_l("参加孵化的最低年龄"),
    kind="number",
    initial=16,
    unit=_l("岁"),
    basis=dated.OWN,
)
dated.define(
    "incubation.greatest_age",
    label=_l("参加孵化的最高年龄"),
    kind="number",
    initial=35,
    unit=_l("岁"),
    basis=dated.OWN,
)
dated.define(
    "incubation.review_days",
    label=_l("孵化申请的审核期限"),
    kind="number",
    initial=15,
    unit=_l("个工作日"),
    basis=dated.OWN,
)
dated.define(
    "incubation.remind_days",
    label=_l("节点到期前几天提醒"),
    kind="number",
    initial=7,
    unit=_l("天"),
    basis=dated.OWN,
)
