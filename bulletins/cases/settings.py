"""Dated numbers and lists of the case file."""

from calendar import monthrange
from datetime import date

from association.kernel import clock, dated, working_days
from association.kernel.words import _l

OWN = _l("协会自行设置，写入案件办理规则")
WORKING = _l("个工作日")
dated.name_group("cases", _l("案件"))
dated.define(
    "cases.number", label=_l("案件的编号"), initial="案〔{year}〕{number}号", basis=OWN, help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
dated.define(
    "cases.decision_number", label=_l("决定书的编号"), initial="案决〔{year}〕{number}号", basis=OWN, help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
for _name, _label, _days in (
    ("lead_days", _l("线索转初核的期限"), 5),
    ("check_days", _l("初核的期限"), 10),
    ("investigate_days", _l("调查的期限"), 30),
    ("hear_days", _l("陈述申辩的期限（自视为送达之日起）"), 10),
    ("hearing_days", _l("听证至少提前多少日通知"), 5),
    ("absence_days", _l("收到听证通知后多少日内可以请求延期"), 3),
    ("submit_days", _l("陈述以后提交审议的期限"), 5),
    ("deliberate_days", _l("审议的期限"), 10),
    ("draft_days", _l("审议以后拟写决定的期限"), 5),
    ("issue_days", _l("签发的期限"), 5),
    ("deemed_days", _l("两种途径发出以后多少日视为送达"), 7),
    ("appeal_days", _l("申诉的期限（自送达之日起）"), 10),
    ("intake_days", _l("对申诉作出受理、不予受理或者补正答复的期限"), 15),
    ("complete_days", _l("补正申诉的期限，过期视为撤回"), 5),
    ("ruling_days", _l("受理申诉以后作出决定的期限"), 30),
    ("execute_days", _l("决定生效以后执行并报告的期限"), 20),
    ("annul_days", _l("有人提出撤销决定以后办理的期限"), 5),
    ("repair_days", _l("答复信用修复申请的期限"), 10),
):
    dated.define(f"cases.{_name}", label=_label, kind="number", initial=_days, unit=WORKING, basis=OWN)
dated.define(
    "cases.absences", label=_l("听证最多可以延期几次"), kind="number", initial=2, unit=_l("次"), basis=OWN
)
for _name, _label, _months in (
    ("public_least", _l("公示至少多少个月，满期以后才能申请修复"), 3),
    ("public_most", _l("公示至多多少个月"), 36),
):
    dated.define(f"cases.{_name}", label=_label, kind="number", initial=_months, unit=_l("个月"), basis=OWN)
dated.define(
    "cases.least", label=_l("审议至少要几位成员的意见"), kind="number", initial=3, unit=_l("位"), basis=OWN
)
dated.define(
    "cases.faults", label=_l("违规的种类"), kind="lines", basis=OWN,
    initial=[
        "片名或简介与内容不一致", "推广素材与正片不一致", "付费提示不清", "投诉处理不及时", "未成年人保护不到位", "人工智能生成内容未标明", "审核记录不全", "其他",
    ],
)  # fmt: skip
dated.define(
    "cases.lighter", label=_l("从轻、减轻的情形"), kind="lines", basis=OWN, initial=["初核以前自行改正", "主动消除影响", "配合调查", "主动报告"],
)  # fmt: skip
dated.define(
    "cases.graver", label=_l("从重的情形"), kind="lines", basis=OWN,
    initial=["不配合调查或者毁损证据", "打击报复反映问题的人", "虚假整改", "十二个月内有两次以上同类违规"],
)  # fmt: skip
dated.define(
    "cases.ladder", label=_l("措施的阶梯"), kind="lines", basis=OWN,
    help=_l("由轻到重，每行一项：代号｜名称｜对象（会员、签署单位）｜轻重｜由谁决定｜书面或口头｜可公开或不公开｜最短月数｜最长月数｜几个月内不得重新加入。"),
    initial=[
        "remind｜书面提醒｜会员、签署单位｜较轻｜审议组｜书面｜不公开｜0｜0｜0",
        "talk｜约谈｜会员、签署单位｜较轻｜审议组｜书面｜不公开｜0｜0｜0",
        "promise｜书面承诺｜会员、签署单位｜较轻｜审议组｜书面｜不公开｜0｜6｜0",
        "train｜强化培训｜会员、签署单位｜一般｜审议组｜书面｜不公开｜0｜6｜0",
        "warn｜警示｜会员、签署单位｜一般｜审议组｜书面｜可公开｜3｜12｜0",
        "correct｜责令改正｜会员、签署单位｜一般｜审议组｜书面｜可公开｜1｜6｜0",
        "criticise｜业内通报批评｜会员、签署单位｜较重｜审议组｜书面｜可公开｜3｜12｜0",
        "condemn｜公开谴责｜会员、签署单位｜较重｜审议组｜书面｜可公开｜6｜24｜0",
        "suspend｜暂停会员权利｜会员｜严重｜审议组｜书面｜可公开｜1｜12｜0",
        "expel｜取消会员资格｜会员｜严重｜审议组｜书面｜可公开｜0｜0｜36",
    ],
)  # fmt: skip


def how_many(name: str) -> int:
    return int(dated.value(f"cases.{name}"))


def lines(name: str) -> list[str]:
    return [str(line) for line in dated.value(f"cases.{name}")]


def after(name: str, *, since: date | None = None) -> date:
    """The last day of a term of working days that begins today, or on a day."""
    return working_days.add(since or clock.today(), how_many(name)).on


def months_after(months: int, *, since: date | None = None) -> date:
    """The last day of a term of calendar months that begins today, or on a day."""
    begin = since or clock.today()
    year, month = divmod(begin.year * 12 + begin.month - 1 + months, 12)
    return date(year, month + 1, min(begin.day, monthrange(year, month + 1)[1]))
