"""What the calendar does to figures: those who have not reported are reminded, and told before a token ends. Right to do twice."""

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


@every(timedelta(hours=6), "figures.tokens")
def tell_of_ends() -> int:
    """A program that reports with a token goes on failing silently once it has ended. Returns how many ends were told of."""
    today, days = clock.today(), dated.value("figures.token_reminders")
    told = [
        token
        for token in queries.tokens_ending(clock.now() + timedelta(days=max(days, default=0)))
        if _is_due([token.ends_on - timedelta(days=n) for n in days], token.warned_on, today)
    ]
    for token in told:
        letters.token(token, "token_ends")
        token.warned_on = today
    return len(told)


def _is_due(marks: list[date], told_on: date | None, today: date) -> bool:
    """Whether one of these days has come since it was last told."""
    return any((told_on is None or told_on < mark) and mark <= today for mark in marks)
