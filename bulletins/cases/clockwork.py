"""What the calendar does: what was sent two ways counts as served after some days; a decision takes effect; an appeal nobody completes lapses; a publicity
ends. Right to do twice."""

from datetime import timedelta

from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from bulletins.cases import queries
from bulletins.cases.models import Paper, PublicityEnd
from bulletins.cases.settings import after
from bulletins.cases.workflow import APPEAL, CASE

AT_ONCE = 200


@every(timedelta(minutes=30), "cases.days")
def keep_days() -> int:
    """Returns how many were moved."""
    return _serve() + _take_effect() + _lapse() + _end()


def _serve() -> int:
    served = 0
    for case in session.scalars(queries.on_their_way().limit(AT_ONCE)).all():
        second = queries.second_channel(case, Paper.DECISION)
        if second is not None and clock.today() > after("deemed_days", since=second.sent_on):
            CASE.take("deem", case, actor=SYSTEM)
            served += 1
    return served


def _take_effect() -> int:
    cases = session.scalars(queries.to_effect(clock.today()).limit(AT_ONCE)).all()
    for case in cases:
        CASE.take("take_effect", case, actor=SYSTEM)
    return len(cases)


def _lapse() -> int:
    appeals = session.scalars(queries.to_lapse(clock.today()).limit(AT_ONCE)).all()
    for appeal in appeals:
        APPEAL.take("lapse", appeal, actor=SYSTEM)
    return len(appeals)


def _end() -> int:
    over = session.scalars(queries.to_end(clock.today()).limit(AT_ONCE)).all()
    for publicity in over:
        CASE.take("end_publicity", publicity.case, actor=SYSTEM, end=PublicityEnd.TERM)
    return len(over)
