"""What the calendar does: a decision sent two ways counts as served after some working days. Right to do twice."""

from datetime import timedelta

from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from bulletins.cases import queries
from bulletins.cases.models import Paper
from bulletins.cases.settings import after
from bulletins.cases.workflow import CASE

AT_ONCE = 200


@every(timedelta(minutes=30), "cases.days")
def keep_days() -> int:
    """Returns how many were served by rule."""
    served = 0
    for case in session.scalars(queries.on_their_way().limit(AT_ONCE)).all():
        second = queries.second_channel(case, Paper.DECISION)
        if second is not None and clock.today() > after("deemed_days", since=second.sent_on):
            CASE.take("deem", case, actor=SYSTEM)
            served += 1
    return served
