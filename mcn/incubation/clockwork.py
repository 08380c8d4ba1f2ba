"""What the calendar does: a milestone is reminded of once, before its day."""

from datetime import timedelta

from association.kernel import audit, clock, dated
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from mcn.incubation import letters, queries


@every(timedelta(hours=6), "incubation.remind")
def remind() -> int:
    """Returns how many were written about."""
    today = clock.today()
    due = queries.due_by(today + timedelta(days=int(dated.value("incubation.remind_days"))))
    for milestone in due:
        milestone.reminded_on = today
        letters.milestone(milestone, is_reminder=True)
        audit.record("remind", milestone, actor=SYSTEM)
    return len(due)
