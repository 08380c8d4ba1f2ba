"""Dated numbers of inquiries and measures."""

from datetime import date

from association.kernel import clock, dated, working_days
from association.kernel.words import _l

OWN = _l("协会自行设置；公约约定执行程序的，按公约")
WORKING = _l("个工作日")
dated.name_group("inquiries", _l("质询与措施"))
dated.define(
    "inquiries.number", label=_l("提醒、质询的编号"), initial="GYZX-{code}-{year}-{number:03d}", basis=OWN,
    help=_l("{code}为公约的代号，{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
dated.define(
    "inquiries.reply_days",
    label=_l("答复提醒、质询的期限"),
    kind="number",
    initial=10,
    unit=WORKING,
    basis=OWN,
)
dated.define(
    "inquiries.hear_days", label=_l("陈述申辩的期限"), kind="number", initial=5, unit=WORKING, basis=OWN
)
dated.define(
    "inquiries.object_days",
    label=_l("对决定提出异议的期限"),
    kind="number",
    initial=10,
    unit=WORKING,
    basis=OWN,
)
dated.define(
    "inquiries.answer_days",
    label=_l("措施生效后改正的期限"),
    kind="number",
    initial=15,
    unit=WORKING,
    basis=OWN,
)
dated.define(
    "inquiries.warning_days", label=_l("警示的有效期"), kind="number", initial=180, unit=_l("天"), basis=OWN,
    help=_l("期满自动终止；期内可以提前解除。"),
)  # fmt: skip
dated.define(
    "inquiries.publicity_days", label=_l("公示的期限"), kind="number", initial=30, unit=_l("天"), basis=OWN
)
dated.define(
    "inquiries.memory_days", label=_l("前一级措施在多少天内算数"), kind="number", initial=365, unit=_l("天"), basis=OWN,
    help=_l("生效超过这么多天的，后一级措施须从头开始。"),
)  # fmt: skip


def how_many(name: str) -> int:
    return int(dated.value(f"inquiries.{name}"))


def after(name: str) -> date:
    """The last day of a term of working days that begins today."""
    return working_days.add(clock.today(), how_many(name)).on
