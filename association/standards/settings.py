"""Dated settings of the procedure. Associations' own rules differ (DOMAIN 2.2), so none of them is law here."""

from association.kernel import dated
from association.kernel.words import _l

OWN = _l("协会自行设置；各协会的管理办法做法不一")

for _key, _label, _initial, _unit in (
    ("standards.decide_days", _l("收到建议后几天内决定是否立项"), 20, _l("个工作日")),
    ("standards.papers_days", _l("审查材料至少提前几天送达"), 10, _l("个工作日")),
    ("standards.least_experts", _l("参加审查的专家至少几人"), 5, _l("人")),
    ("standards.least_senior", _l("其中具有高级职称的至少几人"), 5, _l("人")),
    ("standards.pass_mark", _l("同意的占参加投票的至少百分之几为通过"), 75, "%"),
    ("standards.tries", _l("审查几次不通过即终止"), 2, _l("次")),
    ("standards.examine_years", _l("发布后几年内复审"), 5, _l("年")),
    ("standards.examine_notice", _l("复审期限前多少天开始复审"), 180, _l("天")),
    ("standards.number_width", _l("团体标准顺序号的位数"), 3, _l("位数")),
):
    dated.define(_key, label=_label, kind="number", initial=_initial, unit=_unit, basis=OWN)

dated.define("standards.number_dash", label=_l("团体标准编号中年份前的连接号"), initial="—", basis=OWN)
dated.define(
    "standards.project_number", label=_l("立项编号的写法"), initial="立项〔{year}〕{number}号", basis=OWN
)
dated.define(
    "standards.bodies", label=_l("批准标准的机构"), kind="lines", initial=["理事会", "标准化技术委员会"], basis=OWN
)  # fmt: skip


def how_many(key: str) -> int:
    return int(dated.value(f"standards.{key}"))
