"""Dated settings of self-checks."""

from association.kernel import dated
from association.kernel.words import _l

dated.define(
    "selfcheck.topics", label=_l("专项自查的主题"), kind="lines", basis=dated.OWN,
    initial=["内容与片名", "推广与投流", "未成年人保护", "人工智能生成内容", "收费与退款", "审核队伍", "其他"],
)  # fmt: skip
dated.define(
    "selfcheck.round_reminders", label=_l("专项自查截止前几天提醒"), kind="numbers", initial=[7, 1], unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "selfcheck.gap_reminders", label=_l("整改事项到期前几天提醒"), kind="numbers", initial=[7, 1, 0], unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "selfcheck.figures_from", label=_l("达到几家才给出汇总数字"), kind="number", initial=5, unit=_l("家"),
    basis=_l("协会自行设置：家数太少时，数字会让人看出是谁"),
)  # fmt: skip
dated.define(
    "selfcheck.limited_citation", label=_l("只能按条号引用其中几条的文件"), kind="lines", initial=["广电发〔2022〕34号 第一条 第二条 第三条 第四条"],
    basis=_l("条号只核对到这几条，其余须与正式文本核对后才能引用"),
    help=_l("每行一份：文号，空格，可以引用的各条。没有列出的文件不受限制。"),
)  # fmt: skip
