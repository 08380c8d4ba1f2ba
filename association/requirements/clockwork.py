"""What happens by itself: what is due soon is reminded of once."""

from datetime import timedelta

from association.kernel import audit, clock
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.requirements import letters, queries


@every(timedelta(hours=6), "requirements.remind")
def remind() -> int:
    """Returns of how many was reminded."""
    soon = queries.to_remind(clock.today())
    for row in soon:
        row.reminded_on = clock.today()
        letters.soon(row)
        audit.record("remind", row, actor=SYSTEM, organisation=row.organisation_id)
    return len(soon)
