"""Dated settings of figures, and the periods they make."""

from datetime import date, timedelta

from association.kernel import dated
from association.kernel.dated import OWN
from association.kernel.words import _, _l

GREATEST = 1_000_000_000_000
"""No count of a period comes near."""

dated.name_group("figures", _l("行业数据"))
dated.define(
    "figures.period", label=_l("行业数据多长时间报送一次"), kind="choice", initial="quarter", basis=OWN,
    choices={"month": _l("每月"), "quarter": _l("每季度")},
)  # fmt: skip
dated.define(
    "figures.due_days", label=_l("一期结束后多少天内报送行业数据"), kind="number", initial=20, unit=_l("天"), basis=OWN,
)  # fmt: skip
dated.define(
    "figures.reminders", label=_l("行业数据截止前多少天提醒"), kind="numbers", initial=[7, 2], unit=_l("天"), basis=OWN,
)  # fmt: skip
dated.define(
    "figures.least", label=_l("至少多少家报送才公布一项合计"), kind="number", initial=3, unit=_l("家"), basis=OWN,
    help=_l("少于3的按3计：两家报送的，其中一家能算出另一家。"),
)  # fmt: skip
dated.define(
    "figures.share", label=_l("一家最多占一项合计的多少才公布"), kind="number", initial=80, unit="%", basis=OWN,
    help=_l("大于90的按90计。"),
)  # fmt: skip
dated.define(
    "figures.floor", label=_l("一项合计不到多少的不公布"), kind="number", initial=10, basis=OWN,
    help=_l("合计很小时，知道自己数的单位能算出别家的；合计为0等于公布了每一家都是0。"),
)  # fmt: skip
dated.define(
    "figures.jump", label=_l("与本单位上期相比变化超过多少时提示核对"), kind="number", initial=50, unit="%", basis=OWN,
)  # fmt: skip
dated.define(
    "figures.token_days", label=_l("报送接口的令牌多少天后失效"), kind="number", initial=365, unit=_l("天"), basis=OWN,
)  # fmt: skip
dated.define(
    "figures.token_reminders", label=_l("令牌失效前多少天提醒"), kind="numbers", initial=[30, 7], unit=_l("天"), basis=OWN,
)  # fmt: skip


def number(name: str, *, on: date | None = None) -> int:
    return int(dated.value(f"figures.{name}", on=on))


def last_ended(today: date, kind: str) -> tuple[str, date, date]:
    """Code, first and last day of the month or quarter that ended last."""
    months = 3 if kind == "quarter" else 1
    begun = date(today.year, (today.month - 1) // months * months + 1, 1)
    last = begun - timedelta(days=1)
    first = date(last.year, last.month - months + 1, 1)
    code = f"{last.year}-Q{last.month // 3}" if months == 3 else f"{last.year}-{last.month:02}"
    return code, first, last


def called(code: str) -> str:
    """The period in words: 2026-Q3, 2026-10."""
    year, _dash, part = code.partition("-")
    if part.startswith("Q"):
        return _("%(year)s年第%(n)s季度", year=year, n=part[1:])
    return _("%(year)s年%(n)d月", year=year, n=int(part))
