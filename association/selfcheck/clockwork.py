"""What the calendar does: reminders of rounds and of what has to be put right, and organisations verified since a round was opened."""

from datetime import timedelta

from association.kernel import clock, jobs
from association.kernel.regular import every
from association.selfcheck import letters, queries
from association.selfcheck.effects.rounds import TELL

BATCH = 100
"""Organisations in one transaction: some tenths of a second, so that people's deeds wait for no longer than that."""


@every(timedelta(hours=1), "selfcheck.days")
def keep_days() -> int:
    """Write where a mark has come; returns to how many organisations."""
    today = clock.today()
    parts = queries.rounds.parts_to_remind(today, limit=BATCH)
    for part in parts:
        part.reminded_on = today
    letters.reminded(parts)
    checks = queries.checks.checks_to_remind(today)
    for check in checks:
        check.reminded_on = today
    letters.gaps_due(checks)
    for round_ in queries.rounds.open_rounds():
        if queries.rounds.not_told(round_, limit=1):
            jobs.later(TELL, key=f"self_check_round:{round_.id}", round=round_.id)
    return len(parts) + len(checks)
