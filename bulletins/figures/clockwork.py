"""What the calendar does to figures: those who have not reported are reminded. Right to do twice."""

from datetime import date, timedelta

from association.kernel import clock, dated
from association.kernel.regular import every
from bulletins.figures import letters, queries


def reminder_after(today: date, due_on: date) -> date | None:
    """The day of the next reminder after today: before it is due, and once when it is overdue."""
    marks = [due_on - timedelta(days=n) for n in dated.value("figures.reminders")] + [
        due_on + timedelta(days=1)
    ]
    return min((mark for mark in marks if mark > today), default=None)


@every(timedelta(minutes=30), "figures.days")
def keep_days() -> int:
    """Returns how many periods were reminded of."""
    found = queries.to_remind(clock.today())
    for period in found:
        letters.remind(period)
        period.remind_on = reminder_after(clock.today(), period.due_on)
    return len(found)
