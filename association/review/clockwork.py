"""What the calendar does: a studio is reminded before its answer is due."""

from datetime import timedelta

from association.kernel import clock, working_days
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.review import queries, settings
from association.review.workflow import REVIEW


@every(timedelta(hours=6), "review.remind")
def remind() -> int:
    """Once for each report; returns how many."""
    until = working_days.add(clock.today(), settings.number("remind_days")).on
    due = queries.unanswered(until)
    for review in due:
        REVIEW.take("remind", review, actor=SYSTEM)
    return len(due)
