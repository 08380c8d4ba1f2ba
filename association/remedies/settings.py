"""What the association may change about guidance notes and interviews, each with its basis."""

from association.kernel import dated
from association.kernel.words import _l

dated.define(
    "remedies.receipt_days", label=_l("指导意见的签收期限"), kind="number", initial=3, unit=_l("个工作日"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "remedies.remind_days", label=_l("改进建议到期前几天提醒"), kind="number", initial=3, unit=_l("天"), basis=dated.OWN,
    help=_l("整改要求按“应办事项”的设置提醒。"),
)  # fmt: skip
dated.define(
    "remedies.recheck_days", label=_l("收到整改材料后的复查期限"), kind="number", initial=10, unit=_l("个工作日"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "remedies.interview_notice_days", label=_l("约谈至少提前几个工作日通知"), kind="number", initial=3, unit=_l("个工作日"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "remedies.number", label=_l("指导意见的编号"), initial="指导意见〔{year}〕{number}号", basis=dated.OWN,
    help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
dated.define(
    "remedies.interview_number", label=_l("约谈的编号"), initial="约谈〔{year}〕{number}号", basis=dated.OWN,
    help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
