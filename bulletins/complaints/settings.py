"""Dated words and numbers of complaints."""

from datetime import date

from association.kernel import clock, dated, working_days
from association.kernel.words import _l

WORKING = _l("个工作日")
dated.define(
    "complaints.kinds", label=_l("投诉举报的类别"), kind="lines", basis=dated.OWN,
    initial=["作品内容", "片名、海报和推广素材", "收费和误导付费", "未成年人保护", "经纪机构和主播行为", "盗版和侵权", "其他"],
)  # fmt: skip
dated.define(
    "complaints.number", label=_l("投诉举报的编号"), initial="TS-{year}-{number:04d}", basis=dated.OWN,
    help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
dated.define(
    "complaints.accept_days",
    label=_l("决定是否受理的期限"),
    kind="number",
    initial=5,
    unit=WORKING,
    basis=dated.OWN,
)
dated.define(
    "complaints.answer_days",
    label=_l("核查并反馈的期限"),
    kind="number",
    initial=30,
    unit=WORKING,
    basis=dated.OWN,
)
dated.define(
    "complaints.extension_days", label=_l("核查期限可以延长多久"), kind="number", initial=15, unit=WORKING, basis=dated.OWN,
    help=_l("情况复杂的可以延长一次，理由告知投诉人。"),
)  # fmt: skip
dated.define(
    "complaints.receipt_days", label=_l("移送后多久应收到回执"), kind="number", initial=15, unit=WORKING, basis=dated.OWN,
)  # fmt: skip
dated.define(
    "complaints.transfer_number", label=_l("移送函的文号"), initial="移函〔{year}〕{number}号", basis=dated.OWN,
    help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
dated.define(
    "complaints.most_files", label=_l("一件投诉举报最多收多少份证据"), kind="number", initial=30, unit=_l("份"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "complaints.who_kept_days", label=_l("办结后保留举报人身份的天数"), kind="number", initial=180, unit=_l("天"),
    basis=_l("《数据安全法》第十二条要求对投诉、举报人的相关信息保密；天数由协会自行设置"),
)  # fmt: skip


def how_many(name: str) -> int:
    return int(dated.value(f"complaints.{name}"))


def after(name: str) -> date:
    """The last day of a term of working days that begins today."""
    return working_days.add(clock.today(), how_many(name)).on


def extended(due_on: date | None) -> date:
    """The last day of a term that is made longer, counted from its end; one that is over already from today."""
    return working_days.add(max(due_on or clock.today(), clock.today()), how_many("extension_days")).on
