"""Dated settings of training."""

from association.kernel import dated
from association.kernel.dated import OWN
from association.kernel.words import _l

dated.define(
    "training.audiences", label=_l("培训面向的人员"), kind="lines", basis=OWN,
    initial=["平台内容审核人员", "制作机构送审人员", "经纪机构从业人员", "公共部门人员"],
)  # fmt: skip
dated.define(
    "training.levels", label=_l("培训的层级"), kind="lines", basis=OWN, initial=["初级", "中级", "高级"]
)
dated.define(
    "training.not_for_profit", label=_l("培训收费的说明"), kind="text", basis=OWN,
    initial="培训不以营利为目的，收费只用于本次培训的成本；不与会员资格、推优或任何名录挂钩。",
)  # fmt: skip
dated.define(
    "training.offer_hours",
    label=_l("递补的答复期限"),
    kind="number",
    initial=8,
    unit=_l("个工作小时"),
    basis=OWN,
)
dated.define(
    "training.day_from", label=_l("工作时间从几点起"), kind="number", initial=9, unit=_l("点"), basis=OWN
)
dated.define(
    "training.day_to", label=_l("工作时间到几点止"), kind="number", initial=17, unit=_l("点"), basis=OWN
)
dated.define(
    "training.check_days",
    label=_l("报名的审核期限"),
    kind="number",
    initial=5,
    unit=_l("个工作日"),
    basis=OWN,
)
dated.define(
    "training.remind_days", label=_l("开班前几天提醒"), kind="number", initial=3, unit=_l("天"), basis=OWN
)
dated.define(
    "training.lists_kept_days", label=_l("没有报成的名单保留几天"), kind="number", initial=30, unit=_l("天"), basis=OWN,
)  # fmt: skip
dated.define(
    "training.code_minutes", label=_l("签到码几分钟换一次"), kind="number", initial=2, unit=_l("分钟"), basis=OWN,
)  # fmt: skip
dated.define(
    "training.attendance_least", label=_l("结业须到场的天数比例"), kind="number", initial=100, unit="%", basis=OWN,
)  # fmt: skip
dated.define(
    "training.valid_years", label=_l("培训证书的有效期"), kind="number", initial=2, unit=_l("年"), basis=OWN,
)  # fmt: skip
dated.define(
    "training.expiry_days", label=_l("证书到期前几天提醒"), kind="number", initial=60, unit=_l("天"), basis=OWN,
)  # fmt: skip
dated.define(
    "training.number", label=_l("培训证书的编号"), kind="text", initial="PX-{year}-{number}", basis=OWN,
)  # fmt: skip
