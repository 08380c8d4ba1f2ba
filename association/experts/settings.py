"""Dated settings of the expert pool."""

from association.kernel import dated
from association.kernel.words import _l

dated.define(
    "experts.fields", label=_l("专家的专业领域"), kind="lines", basis=dated.OWN,
    initial=["剧本创作", "导演与制作", "影视评论", "法学", "历史与民族宗教", "未成年人保护", "网络传播", "动画与人工智能", "经纪与演艺"],
)  # fmt: skip
dated.define(
    "experts.levels",
    label=_l("专家的职称级别"),
    kind="lines",
    basis=dated.OWN,
    initial=["正高级", "副高级", "中级", "其他"],
)
dated.define(
    "experts.review_days",
    label=_l("专家申请的审核期限"),
    kind="number",
    initial=15,
    unit=_l("个工作日"),
    basis=dated.OWN,
)
dated.define(
    "experts.notice_days",
    label=_l("专家的公示期"),
    kind="number",
    initial=5,
    unit=_l("个工作日"),
    basis=dated.OWN,
)
dated.define(
    "experts.answer_days",
    label=_l("公示异议的答复期限"),
    kind="number",
    initial=10,
    unit=_l("个工作日"),
    basis=dated.OWN,
)
dated.define(
    "experts.term_years", label=_l("专家的聘期"), kind="number", initial=3, unit=_l("年"), basis=dated.OWN
)
dated.define(
    "experts.load",
    label=_l("专家同时承担的件数上限"),
    kind="number",
    initial=4,
    unit=_l("件"),
    basis=dated.OWN,
)
dated.define(
    "experts.reminders",
    label=_l("专家聘期届满前几天提醒"),
    kind="numbers",
    initial=[90, 30],
    unit=_l("天"),
    basis=dated.OWN,
)
