"""Dated settings of coverage: the ratios with what they rest on."""

from association.kernel import dated
from association.kernel.dated import OWN
from association.kernel.words import _l

dated.define(
    "coverage.videos_per_reviewer", label=_l("每日新增多少条短视频配备一名审核人员"), kind="number", initial=1000, unit=_l("条"),
    basis=_l("《网络短视频平台管理规范》（2019）：审核人员与每天新增播出短视频之比不低于1/1000；须由协会核对原文"),
)  # fmt: skip
dated.define(
    "coverage.rooms_per_reviewer", label=_l("多少个直播间配备一名审核人员"), kind="number", initial=50, unit=_l("个"),
    basis=_l("国家广播电视总局2020年11月关于加强网络秀场直播和电商直播管理的通知：直播间数与审核人员数的比例1:50；须由协会核对原文"),
)  # fmt: skip
dated.define(
    "coverage.together", label=_l("短视频和直播两项人数怎样合计"), kind="choice", initial="sum", basis=OWN,
    choices={"sum": _l("相加，两项由不同的人承担"), "greatest": _l("取较大的一项，同一人可以承担两项")},
)  # fmt: skip
dated.define(
    "coverage.audiences",
    label=_l("哪些培训的证书计入审核人员配备"),
    kind="lines",
    initial=["平台内容审核人员"],
    basis=OWN,
)
dated.define(
    "coverage.expiring_days", label=_l("多少天内到期的证书单独列出"), kind="number", initial=90, unit=_l("天"), basis=OWN,
)  # fmt: skip
dated.define(
    "coverage.renew_days", label=_l("业务量填报多少天后请单位更新"), kind="number", initial=180, unit=_l("天"), basis=OWN,
)  # fmt: skip
dated.define(
    "coverage.least_organisations", label=_l("多少家以上才显示合计"), kind="number", initial=5, unit=_l("家"), basis=OWN,
)  # fmt: skip
