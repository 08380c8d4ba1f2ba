"""What the calendar does: terms end by themselves, and are reminded of before."""

from datetime import timedelta

from association.experts import letters, queries
from association.experts.workflow import EXPERT
from association.kernel import audit, clock
from association.kernel.policy import SYSTEM
from association.kernel.regular import every


@every(timedelta(hours=1), "experts.days")
def keep_days() -> int:
    """Returns how many were moved or reminded. That a term has passed holds from midnight on, before this has run."""
    over, ending = queries.over(clock.today()), queries.ending(clock.today())
    for expert in over:
        EXPERT.take("expire", expert, actor=SYSTEM)
    for expert in ending:
        expert.reminded_on = clock.today()
        letters.ends(expert)
        audit.record("remind", expert, actor=SYSTEM)
    return len(over) + len(ending)
