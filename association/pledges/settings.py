"""Dated numbers, words and lists of pledges."""

from association.kernel import dated
from association.kernel.words import _l

dated.name_group("pledges", _l("公约"))
dated.define(
    "pledges.bodies", label=_l("可以通过公约的机构"), kind="lines", basis=_l("协会章程"),
    initial=["会员大会", "会员代表大会", "理事会", "常务理事会"],
)  # fmt: skip
dated.define(
    "pledges.by_vote", label=_l("修订由签署单位表决通过的，通过的机构写作"), initial="签署单位表决",
    basis=_l("互联网行业公约的做法：三分之二以上签署单位同意，可以修订"),
)  # fmt: skip
dated.define(
    "pledges.risky_words", label=_l("须经法务审的词语"), kind="lines",
    basis=_l("国务院反垄断反不正当竞争委员会《关于行业协会的反垄断指南》（2024年1月）；词语由协会自行设置"),
    initial=[
        "价格", "定价", "最低价", "费率", "收费标准", "分成", "保底", "片酬", "配额", "产量", "独家", "排他", "抵制", "封杀", "联合拒绝", "划分市场",
    ],
    help=_l("公约的正文里有这些词语的，法务审核并写明理由后才能签发。"),
)  # fmt: skip
dated.define(
    "pledges.esign_words", label=_l("电子签署条款须有的词语之一"), kind="lines",
    basis=_l("《中华人民共和国电子签名法》第十三条：也可以选择使用符合约定的可靠条件的电子签名；词语由协会自行设置"),
    initial=["电子方式签署", "电子签名", "数据电文"],
    help=_l("正文里一个都没有的，不能送审和签发：没有约定就没有电子签署的依据。"),
)  # fmt: skip
dated.define(
    "pledges.number", label=_l("签署证书的编号"), initial="GY-{code}-{year}-{number:04d}", basis=dated.OWN,
    help=_l("{code}为公约的代号，{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
dated.define(
    "pledges.resign_days", label=_l("新版公布后重新签署的期限"), kind="number", initial=60, unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "pledges.trial_days", label=_l("试行最长"), kind="number", initial=366, unit=_l("天"),
    basis=_l("参照互联网行业公约试行一年的做法；协会自行设置"),
)  # fmt: skip
dated.define(
    "pledges.confirm_days", label=_l("协会确认签署的期限"), kind="number", initial=5, unit=_l("个工作日"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "pledges.leave_days", label=_l("退出通知最多可以提前"), kind="number", initial=90, unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "pledges.reentry_days", label=_l("被移出后多少天可以重新签署"), kind="number", initial=365, unit=_l("天"), basis=dated.OWN,
)  # fmt: skip


def how_many(name: str) -> int:
    return int(dated.value(f"pledges.{name}"))
