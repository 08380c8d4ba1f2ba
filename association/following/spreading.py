"""From a happening to those who follow it. Each piece of work notes who is owed it, writes to those who hear at once and promises the next
piece in one transaction: killed anywhere, everybody hears once. Digests are written from the very same rows.
"""

from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from association.following import letters, queries
from association.following.models import Happening, Owed, Pace
from association.following.telling import SPREAD
from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.regular import every

AT_ONCE = 100
"""Followers in one piece of work."""
DIGEST = "following.digest"
DIGESTS = (Pace.DAILY, Pace.WEEKLY)


@jobs.handles(SPREAD)
def spread(payload: dict[str, Any]) -> None:
    """The next followers of a happening."""
    happening = session.get(Happening, payload["happening"])
    if happening is None or happening.is_gone:
        return
    found = queries.followers_of(happening, after=payload["after"], limit=AT_ONCE)
    if not found:
        return
    now = clock.now()
    for follower_id, pace in found:
        session.add(
            Owed(follower_id=follower_id, happening_id=happening.id, pace=pace, told_at=now if pace is Pace.AT_ONCE else None)
        )  # fmt: skip
    session.flush()
    letters.at_once(happening, [follower_id for follower_id, pace in found if pace is Pace.AT_ONCE])
    jobs.later(SPREAD, happening=happening.id, after=found[-1][0])


@every(timedelta(minutes=5), "following.digests")
def promise_digests() -> None:
    """Once their hour has come."""
    for pace in DIGESTS:
        before = queries.last_moment(pace)
        if queries.is_waiting(pace, before):
            jobs.later(DIGEST, key=pace.value, pace=pace.value, before=before.isoformat())


@jobs.handles(DIGEST)
def write_digests(payload: dict[str, Any]) -> None:
    """The next followers' digests."""
    pace, before = Pace(payload["pace"]), datetime.fromisoformat(payload["before"])
    rows = queries.next_owed(pace, before, limit=AT_ONCE)
    if not rows:
        return
    found = queries.happenings({row.happening_id for row in rows})
    letters.digest(
        pace,
        {
            follower_id: [found[row.happening_id] for row in several]
            for follower_id, several in groupby(rows, key=lambda row: row.follower_id)
        },
    )
    for row in rows:
        row.told_at = clock.now()
    session.flush()
    jobs.later(DIGEST, key=pace.value, pace=pace.value, before=payload["before"])
