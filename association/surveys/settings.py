"""Dated settings of surveys."""

from association.kernel import dated
from association.kernel.dated import OWN
from association.kernel.words import _l

CHOICE, TEXT = "单选", "文字"
"""Kinds of questions, as the setting writes them."""

dated.define(
    "surveys.questions", label=_l("培训反馈的问题"), kind="lines", basis=OWN,
    help=_l("一行一个：代号｜问题｜种类。种类写“单选”或“文字”。已经开始的反馈不受影响。"),
    initial=[
        "内容｜培训内容对我的工作有用｜单选", "讲解｜讲解清楚，听得懂｜单选", "材料｜学习材料和练习合适｜单选",
        "安排｜时间、地点和无障碍条件合适｜单选", "建议｜还希望讲什么，哪里可以改进｜文字",
    ],
)  # fmt: skip
dated.define(
    "surveys.words", label=_l("单选问题的选项"), kind="lines", basis=OWN,
    initial=["很不同意", "不太同意", "说不清", "比较同意", "很同意"],
)  # fmt: skip
dated.define(
    "surveys.days", label=_l("培训反馈的期限"), kind="number", initial=10, unit=_l("个工作日"), basis=OWN
)
dated.define(
    "surveys.remind_days", label=_l("反馈结束前几天提醒"), kind="number", initial=3, unit=_l("天"), basis=OWN
)
dated.define(
    "surveys.within_days", label=_l("培训结束后几天内登记了签到才请人反馈"), kind="number", initial=14, unit=_l("天"), basis=OWN,
)  # fmt: skip
dated.define(
    "surveys.least", label=_l("反馈满几份才显示结果"), kind="number", initial=5, unit=_l("份"), basis=OWN
)
dated.define(
    "surveys.words_months", label=_l("反馈的文字保留几个月"), kind="number", initial=12, unit=_l("个月"), basis=OWN,
)  # fmt: skip
