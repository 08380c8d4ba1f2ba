"""Dated words and numbers of commendations."""

from association.kernel import dated
from association.kernel.words import _l

BAR = _l("民政部2023年12月关于不得变相开展评比达标表彰的要求；写法由协会自行设置")

dated.define(
    "commendations.basis_kinds", label=_l("推优可以依据什么"), kind="lines", basis=BAR,
    initial=[
        "主管部门批准的项目", "理事会议定的推荐介绍（不设奖项、等级和名次）",
    ],
    help=_l("没有依据的不能征集；由法务核对后才能起草征集通知。"),
)  # fmt: skip
dated.define(
    "commendations.terms", label=_l("推优须写明的声明"), kind="lines", basis=BAR,
    initial=[
        "推荐只介绍作品和做法，不设奖项，不评分，不分等级，不排名次。", "征集、审议、公示和公布均不收取任何费用，也不以任何形式要求赞助。",
        "没有商业合作单位参与。",
    ],
    help=_l("印在征集通知和名单里，一行一条。"),
)  # fmt: skip
for _stage, _label, _initial in (
    ("call", _l("征集通知的标题"), "关于征集{title}的通知"), ("publicity", _l("公示的标题"), "{title}拟推荐名单公示"),
    ("result", _l("名单的标题"), "关于公布{title}名单的公告"),
):  # fmt: skip
    dated.define(f"commendations.{_stage}_title", label=_label, initial=_initial, basis=dated.OWN, help=_l("{title}为推优的名称。"))  # fmt: skip
dated.define(
    "commendations.publicity_days",
    label=_l("推优公示的期限"),
    kind="number",
    initial=5,
    unit=_l("个工作日"),
    basis=dated.OWN,
)
dated.define(
    "commendations.call_days",
    label=_l("推优征集至少多少天"),
    kind="number",
    initial=10,
    unit=_l("天"),
    basis=dated.OWN,
)
dated.define(
    "commendations.verified_days", label=_l("被提名单位核验须满多少天"), kind="number", initial=90, unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "commendations.clear_days", label=_l("自律措施结束后须满多少天才能推荐"), kind="number", initial=365, unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "commendations.owing_bars", label=_l("有逾期未办结的应办事项时不推荐"), kind="number", initial=1, basis=dated.OWN, help=_l("1表示不推荐，0表示不看这一项。"),
)  # fmt: skip
dated.define(
    "commendations.per_nominator", label=_l("一家单位在一次推优中最多提名几件"), kind="number", initial=5, unit=_l("件"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "commendations.work_days",
    label=_l("推优各环节办理的期限"),
    kind="number",
    initial=5,
    unit=_l("个工作日"),
    basis=dated.OWN,
)
dated.define(
    "commendations.answer_days", label=_l("对公示异议的答复期限"), kind="number", initial=10, unit=_l("个工作日"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "commendations.term_days",
    label=_l("推荐在公开记录中列多久"),
    kind="number",
    initial=1095,
    unit=_l("天"),
    basis=dated.OWN,
)
dated.define(
    "commendations.objectors_kept_days", label=_l("公示结束后异议内容和提出人保留多久"), kind="number", initial=180, unit=_l("天"), basis=dated.OWN,
)  # fmt: skip


def how_many(name: str) -> int:
    return int(dated.value(f"commendations.{name}"))
