"""Deadlines in working hours: nobody loses a place overnight or over a holiday."""

from datetime import datetime, time, timedelta

from association.kernel import clock, dated, working_days


def after(moment: datetime, hours: int) -> datetime:
    """The moment by which so many hours of working time have passed. What is begun at night begins in the morning."""
    first, last = (time(int(dated.value(f"training.day_{edge}"))) for edge in ("from", "to"))
    here, left = moment.astimezone(clock.CHINA), timedelta(hours=hours)
    while True:
        day = here.date()
        begins = max(here, datetime.combine(day, first, tzinfo=clock.CHINA))
        ends = datetime.combine(day, last, tzinfo=clock.CHINA)
        if working_days.is_working(day) and begins < ends:
            if begins + left <= ends:
                return begins + left
            left -= ends - begins
        here = datetime.combine(day + timedelta(days=1), time(), tzinfo=clock.CHINA)
