"""The only reader of the clock. Times are UTC and aware; days are days in China, where the association works."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")
_told: ContextVar[datetime | None] = ContextVar("told_moment", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _told.get() or datetime.now(UTC)


@contextmanager
def telling(moment: datetime) -> Iterator[None]:
    """Let deeds in this block happen at a past moment: how the demo's history is told through the real actions."""
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)


def today() -> date:
    """The day it is in China."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The day in China on which an aware moment falls."""
    return moment.astimezone(CHINA).date()
