"""What happens by itself: figures that are old are asked about once."""

from datetime import timedelta

from association.coverage import letters, queries
from association.kernel import audit, clock, dated
from association.kernel.policy import SYSTEM
from association.kernel.regular import every


@every(timedelta(hours=12), "coverage.renew")
def ask_to_renew() -> int:
    """Returns how many organisations were asked."""
    before = clock.now() - timedelta(days=int(dated.value("coverage.renew_days")))
    old = queries.old_figures(clock.today(), before)
    for figures in old:
        figures.reminded_on = clock.today()
        letters.renew(figures)
        audit.record("ask_for_figures", figures, actor=SYSTEM, organisation=figures.organisation_id)
    return len(old)
