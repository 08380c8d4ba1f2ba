"""The only reader of the clock. Times are UTC and aware; days are days in China, where the association works."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is in China."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The day in China on which an aware moment falls."""
    return moment.astimezone(CHINA).date()
