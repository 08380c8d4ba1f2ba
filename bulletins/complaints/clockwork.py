"""What the calendar does: who complained is forgotten some time after the end."""

from datetime import timedelta

from association.kernel import clock
from association.kernel.regular import every
from bulletins.complaints import queries
from bulletins.complaints.settings import how_many


@every(timedelta(hours=6), "complaints.forget")
def forget_informants() -> int:
    """Returns how many identities went. What was told and its answer stay, encrypted and under the code."""
    old = queries.to_forget(clock.now() - timedelta(days=how_many("who_kept_days")))
    for complaint in old:
        complaint.who = complaint.email = None
    return len(old)
