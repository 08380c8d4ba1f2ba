"""What the calendar does: motions whose days are over, ballots that close, letters to those who have not voted yet. Right to do twice."""

from datetime import timedelta

from association.amendments import effects, letters, queries
from association.amendments.models import Motion, MotionState
from association.amendments.workflow import BALLOT, MOTION
from association.kernel import clock, dated
from association.kernel.db import lock
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.kernel.words import _, spoken_in
from association.pledges import queries as pledges


@every(timedelta(minutes=10), "amendments.days")
def keep_days() -> int:
    """Returns how much was moved."""
    return (
        sum(map(keep_motion, queries.motions_in(MotionState.OPEN, MotionState.REACHED))) + close() + remind()
    )


def keep_motion(motion: Motion) -> bool:
    """Its support may be enough because others have left; its days may be over; the revision before it may be done."""
    lock(motion)
    if pledges.version_in_force(motion.pledge) is None:
        with spoken_in("zh_Hans"):
            return _lapse(motion, _("公约已经废止"))
    if advance(motion):
        return True
    return (
        motion.state is MotionState.OPEN
        and motion.until_on is not None
        and clock.today() > motion.until_on
        and _lapse(motion, "")
    )


def advance(motion: Motion) -> bool:
    """Whether the revision has begun: with enough support, and once the one under way is done."""
    if motion.state is MotionState.OPEN and effects.has_reached(motion):
        MOTION.take("reach", motion, actor=SYSTEM)
    if motion.state is not MotionState.REACHED or pledges.version_under_way(motion.pledge) is not None:
        return False
    MOTION.take("take_up", motion, actor=SYSTEM)
    return True


def _lapse(motion: Motion, reason: str) -> bool:
    MOTION.take("lapse", motion, actor=SYSTEM, reason=reason)
    return True


def close() -> int:
    """Ballots whose last day has passed."""
    done = 0
    for ballot in queries.open_ballots():
        if ballot.is_open:
            continue
        lock(ballot)
        BALLOT.take("carry" if effects.counted(ballot) else "fail", ballot, actor=SYSTEM)
        done += 1
    return done


def remind() -> int:
    """On the set days before the last one, those who have not voted: once for each of these days, also when the clock stood still on the day itself."""
    written = 0
    for ballot in queries.open_ballots():
        left = (ballot.closes_on - clock.today()).days
        due = [n for n in dated.value("amendments.remind_days") if left <= n and n not in ballot.reminded]
        if due and left >= 0:
            ballot.reminded = [*ballot.reminded, *due]
            letters.remind(ballot)
            written += 1
    return written
