"""What the calendar does: suggestions are reminded of, what is late is passed on to the other officers. Right to do twice."""

from datetime import timedelta

from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.remedies import queries
from association.remedies.workflow import NOTE

AT_ONCE = 100


@every(timedelta(minutes=30), "remedies.days")
def keep_days() -> int:
    """Returns how many deeds."""
    late, soon = queries.newly_late(limit=AT_ONCE), queries.to_remind(limit=AT_ONCE)
    for note in late:
        NOTE.take("escalate", note, actor=SYSTEM)
    for note in soon:
        NOTE.take("remind", note, actor=SYSTEM)
    return len(late) + len(soon)
