"""What the calendar does: terms end, what is due is reminded of, what was not done is noted. Each piece is right to do twice; some rows at a time."""

from datetime import timedelta

from association.kernel import audit, clock, events
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.standing import letters, queries
from association.standing.events import Expired, Overdue
from association.standing.happenings import told
from association.standing.models import StandingState

AT_ONCE = 200


@every(timedelta(minutes=30), "standing.days")
def keep_days() -> int:
    """Returns how many rows were touched."""
    return expire() + note_overdue() + remind()


def expire() -> int:
    """Terms that are over. Nobody is asked: the day was known from the first."""
    over = session.scalars(queries.past_their_day(clock.today()).limit(AT_ONCE)).all()
    for row in over:
        row.state = StandingState.EXPIRED
        audit.record("expire_standing", row, actor=SYSTEM)
        told("expire_standing", row)
        letters.expired(row)
        events.publish(Expired(row))
    return len(over)


def note_overdue() -> int:
    """Once for each; it stays owed."""
    late = session.scalars(queries.newly_overdue(clock.today()).limit(AT_ONCE)).all()
    for row in late:
        row.overdue_at = clock.now()
        audit.record("note_overdue", row, actor=SYSTEM)
        letters.overdue(row)
        events.publish(Overdue(row))
    return len(late)


def remind() -> int:
    """Of what is due soon."""
    soon = queries.to_remind(clock.today())
    for row in soon:
        row.reminded_on = clock.today()
        letters.due_soon(row)
    return len(soon)
