"""What the association may change about guidance, each with its basis."""

from association.kernel import dated
from association.kernel.words import _l

dated.define(
    "guidance.topics", label=_l("业务指导的主题"), kind="lines", basis=dated.OWN,
    initial=["类别与备案", "内容与片名", "推广与投流", "未成年人保护", "版权与改编", "AI生成内容", "登记与年审", "其他事项"],
)  # fmt: skip
dated.define(
    "guidance.answer_days", label=_l("业务咨询的答复期限"), kind="number", initial=10, unit=_l("个工作日"), basis=dated.OWN,
    help=_l("从收到咨询或补充之日起算。"),
)  # fmt: skip
dated.define(
    "guidance.close_days", label=_l("答复或请补充后多少天没有回音就自动结束"), kind="number", initial=30, unit=_l("天"), basis=dated.OWN,
    help=_l("结束后提问方仍可追问，咨询随即重新打开。"),
)  # fmt: skip
dated.define(
    "guidance.recheck_days", label=_l("所引条款变动后的复核期限"), kind="number", initial=10, unit=_l("个工作日"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "guidance.open_limit", label=_l("一个账户同时最多几件未结束的咨询"), kind="number", initial=10, unit=_l("件"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "guidance.question_number", label=_l("业务咨询的编号"), initial="咨询〔{year}〕{number}号", basis=dated.OWN,
    help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
dated.define(
    "guidance.public_number", label=_l("公开指导的编号"), initial="指导〔{year}〕{number}号", basis=dated.OWN,
    help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
