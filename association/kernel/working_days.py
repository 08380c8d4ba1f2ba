"""Working days in China: the announced holidays and shifted weekends, and what staff have corrected.

The holidays of a year are announced at the end of the year before. Beyond the announced years only weekends
are known, and every deadline reckoned there says that it is provisional. The day itself on which something
happens is not counted.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import chinese_calendar
from chinese_calendar import constants
from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import audit, clock, dated
from association.kernel.db import Key, Line, Model, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _, _l

_FIRST_YEAR: int = min(constants.holidays).year
LAST_KNOWN_YEAR: int = max(constants.holidays).year
"""The last year whose holidays the library brings along."""
_ONE_DAY = timedelta(days=1)

dated.define(
    "calendar.checked_through",
    label=_l("节假日安排已核对到哪一年"),
    initial=LAST_KNOWN_YEAR,
    kind="number",
    basis=_l("国务院办公厅每年关于部分节假日安排的通知"),
    help=_l(
        "下一年的安排公布后，先在工作日历里逐日录入与周末不同的日子，再把这里改成那一年；在此之后的期限标为“暂定”。"
    ),
)


class CalendarDay(Model):
    """A day on which the calendar was corrected by staff; `note` says why and is shown."""

    __tablename__ = "calendar_day"

    id: Mapped[Key]
    day: Mapped[date] = mapped_column(unique=True)
    is_working: Mapped[bool]
    note: Mapped[Line]
    changed_by: Mapped[int | None]
    """Account id."""
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day reckoned in working days. `provisional`: holidays on the way are not announced yet, so it may
    move."""

    on: date
    provisional: bool


def is_working(day: date) -> bool:
    """Whether people work on this day, as far as is known."""
    corrected = _corrections().get(day)
    if corrected is not None:
        return corrected
    if _FIRST_YEAR <= day.year <= LAST_KNOWN_YEAR:
        return bool(chinese_calendar.is_workday(day))
    return day.weekday() < 5


def is_provisional(day: date) -> bool:
    """Whether the holidays of the day's year were not announced when somebody last looked."""
    return day.year > checked_through() and day not in _corrections()


def add(start: date, n: int) -> Deadline:
    """The n-th working day after the start (before it, for a negative n); zero is the start itself, whatever
    day it is."""
    step = _ONE_DAY if n >= 0 else -_ONE_DAY
    day, left = start, abs(n)
    while left:
        day += step
        left -= is_working(day)
    return Deadline(day, _provisional_between(start, day))


def first_from(day: date) -> Deadline:
    """The day itself if people work on it, else the next working day: where a term of calendar days ends."""
    start = day
    while not is_working(day):
        day += _ONE_DAY
    return Deadline(day, _provisional_between(start - _ONE_DAY, day))


def between(start: date, end: date) -> int:
    """Working days after the start up to and including the end; negative when the end lies before the
    start."""
    if end < start:
        return -_count(end - _ONE_DAY, start - _ONE_DAY)
    return _count(start, end)


def _count(after: date, through: date) -> int:
    return sum(is_working(after + timedelta(days=i)) for i in range(1, (through - after).days + 1))


def _provisional_between(start: date, end: date) -> bool:
    """Whether any day that counted, or was passed over, is only guessed."""
    first, last = sorted((start, end))
    if last.year <= checked_through():
        return False
    days = (last - timedelta(days=i) for i in range((last - first).days))
    return any(is_provisional(day) for day in days)


def checked_through() -> int:
    """The last year whose holidays are known."""
    return max(int(dated.value("calendar.checked_through")), LAST_KNOWN_YEAR)


def _corrections() -> dict[date, bool]:
    """All corrected days, from one read per transaction: they are a few dozen a year at most."""
    known: dict[date, bool] | None = session.info.get("calendar_days")
    if known is None:
        rows = session.execute(select(CalendarDay.day, CalendarDay.is_working))
        known = session.info["calendar_days"] = {row.day: row.is_working for row in rows}
    return known


def corrections(first: date, last: date) -> dict[date, CalendarDay]:
    """The corrected days from first to last, both included."""
    rows = session.scalars(select(CalendarDay).where(CalendarDay.day.between(first, last)))
    return {row.day: row for row in rows}


def correct(day: date, *, working: bool, note: str, actor: Actor) -> CalendarDay:
    """Say of one day what it is. The past stays as it was reckoned with: only days to come are corrected."""
    if day <= clock.today():
        raise Refused(_("只能更正今天以后的日子：过去的期限已经按当时的日历算过。"), field="day")
    row = session.scalars(select(CalendarDay).where(CalendarDay.day == day)).first()
    before = is_working(day)
    if row is None:
        row = CalendarDay(day=day, is_working=working, note=note, changed_by=actor.account_id)
        session.add(row)
    else:
        row.is_working, row.note = working, note
        row.changed_by, row.changed_at = actor.account_id, clock.now()
    session.info.pop("calendar_days", None)
    audit.record("correct_day", row, actor=actor, reason=note, changes=[(day.isoformat(), before, working)])
    return row
