"""What the association sets for the register of works."""

from association.kernel import dated
from association.kernel.words import N_, _l

dated.define(
    "works.number_kinds", label=_l("作品的许可证号和备案号有哪几种"), kind="lines",
    basis=_l("协会自行设置；各种号码的写法没有与原文核对，所以照原样登记，不作格式检查"),
    initial=[N_("网络剧片发行许可证号"), N_("规划备案号"), N_("上线备案号"), N_("平台备案号")],
)  # fmt: skip
