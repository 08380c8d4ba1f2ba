"""When a roster is taken: once the last day of its period is over. A clock that stood still takes all that are missing – the register is right as of any day."""

from collections.abc import Iterator
from datetime import date, timedelta

from association.kernel import clock
from association.kernel.db import lock, session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.pledges.models import Pledge
from association.rosters import queries
from association.rosters.models import Roster
from association.rosters.settings import is_due
from association.rosters.workflow import ROSTER

AT_ONCE = 12
"""Rosters of one pledge in one go."""


@every(timedelta(hours=1), "rosters.take")
def take_due() -> int:
    """Returns how many were taken. Right to do twice."""
    return sum(map(take_missing, queries.signed_pledges()))


def take_missing(pledge: Pledge) -> int:
    """Every period of this pledge that is over and has no roster, in order."""
    lock(pledge)
    before = queries.newest(pledge)
    number, previous = (before.number, before.as_of) if before is not None else (0, None)
    taken = 0
    for day in _due(pledge, previous):
        if queries.is_asleep(pledge, day):
            continue
        number, taken = number + 1, taken + 1
        roster = Roster(pledge=pledge, pledge_id=pledge.id, number=number, as_of=day, previous_on=previous)
        session.add(roster)
        session.flush()
        ROSTER.take("take", roster, actor=SYSTEM)
        previous = day
        if taken == AT_ONCE:
            break
    return taken


def _due(pledge: Pledge, previous: date | None) -> Iterator[date]:
    """Last days of periods after the roster before, or from the first signature on; today is not over yet."""
    first = queries.first_day(pledge)
    if first is None:
        return
    day = first if previous is None else previous + timedelta(days=1)
    while day < clock.today():
        if is_due(day):
            yield day
        day += timedelta(days=1)
