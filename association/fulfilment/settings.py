"""Dated numbers of fulfilment, and the day a statement is due."""

import re
from datetime import date, timedelta

from association.kernel import clock, dated
from association.kernel.words import _l

OWN = _l("协会自行设置；公约约定每年说明执行情况的，按公约")
dated.name_group("fulfilment", _l("履约说明"))
dated.define(
    "fulfilment.due_on", label=_l("年度履约说明的截止日"), initial="周年", basis=OWN,
    help=_l("写“周年”，就是签署满一年的那一天；或者写一个固定的日子，如03-31。"),
)  # fmt: skip
dated.define(
    "fulfilment.first_after", label=_l("签署后至少多少天才有第一次说明"), kind="number", initial=180, unit=_l("天"), basis=OWN,
    help=_l("只在截止日是固定日子时起作用。"),
)  # fmt: skip
dated.define(
    "fulfilment.reminders", label=_l("截止前多少天提醒"), kind="numbers", initial=[60, 30, 7], unit=_l("天"), basis=OWN,
)  # fmt: skip
dated.define(
    "fulfilment.grace_days", label=_l("截止后的宽限期"), kind="number", initial=15, unit=_l("天"), basis=OWN,
    help=_l("宽限期满仍未报送的，名单注明“逾期未报”，单位仍受公约约束。"),
)  # fmt: skip
dated.define(
    "fulfilment.lapse_days", label=_l("逾期多少天后签署失效"), kind="number", initial=60, unit=_l("天"), basis=OWN,
    help=_l("失效以后补交说明，或者由协会写明理由，可以恢复。"),
)  # fmt: skip


def days(name: str, *, on: date | None = None) -> int:
    return int(dated.value(f"fulfilment.{name}", on=on))


def due_after(since: date, last: date | None) -> date:
    """The next day a statement is due, always in the future: of an organisation that has stood by it since a day, and whose statement before was
    due on `last`."""
    floor = max(since + timedelta(days=days("first_after")), last or since, clock.today())
    month, day = _fixed() or (since.month, since.day)
    return next(d for year in range(floor.year, floor.year + 3) if (d := _in_year(year, month, day)) > floor)


def _fixed() -> tuple[int, int] | None:
    """Month and day of a fixed day; None: the anniversary, also where what was typed is no day."""
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})", str(dated.value("fulfilment.due_on")).strip())
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _in_year(year: int, month: int, day: int) -> date:
    """That day, or the month's last where it has no such day."""
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def reminder_after(today: date, due_on: date) -> date | None:
    """The day of the next reminder after today; None when there is none left."""
    marks = [due_on - timedelta(days=n) for n in dated.value("fulfilment.reminders")]
    return min((mark for mark in marks if mark > today), default=None)


def opens_on(due_on: date) -> date:
    """From when it can be handed in: the first reminder."""
    return due_on - timedelta(days=max(dated.value("fulfilment.reminders"), default=0))
