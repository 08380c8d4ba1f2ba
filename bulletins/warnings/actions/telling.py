"""Telling those concerned: promised in one row at issue, done by the worker in batches.

A batch's receipts, letters and the promise of the next batch are written in the transaction that marks the job done; a worker that dies in
the middle leaves nothing of its batch, and the next one takes it up where it stood.
"""

from datetime import timedelta
from typing import Any

from association.kernel import clock, jobs, working_days
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from bulletins.warnings import letters, queries
from bulletins.warnings.effects import NEWS, TELL
from bulletins.warnings.models import IN_FORCE, RiskWarning, WarningReceipt
from bulletins.warnings.workflow import RECEIPT, WARNING

BATCH = 100
"""Organisations in one transaction: some tenths of a second, so that people's deeds wait for no longer than that."""


@jobs.handles(TELL)
def _tell(payload: dict[str, Any]) -> None:
    tell(session.get_one(RiskWarning, payload["warning"]))


def tell(warning: RiskWarning) -> int:
    """Tell the next batch of those concerned who have not been told, and promise the rest; returns how many were told."""
    if warning.state not in IN_FORCE:
        return 0
    due = working_days.add(clock.today(), warning.confirm_days).on
    organisations = queries.not_told(warning, limit=BATCH)
    receipts = [
        WarningReceipt(
            warning_id=warning.id, warning=warning, organisation_id=o.id, organisation=o, due_on=due
        )
        for o in organisations
    ]
    session.add_all(receipts)
    session.flush()
    letters.told(receipts)
    if len(receipts) == BATCH:
        jobs.later(TELL, key=f"warning:{warning.id}", warning=warning.id)
    return len(receipts)


@jobs.handles(NEWS)
def _pass_on(payload: dict[str, Any]) -> None:
    warning = session.get_one(RiskWarning, payload["warning"])
    receipts = queries.receipts_after(warning, after=payload["after"], limit=BATCH)
    letters.passed_on(receipts, payload["news"], payload["reason"])
    if len(receipts) == BATCH:
        jobs.later(NEWS, **{**payload, "after": receipts[-1].id})


@every(timedelta(minutes=5), "warnings.days")
def keep_days() -> int:
    """End what is past its day, pass on what was not confirmed in time, tell those verified since; returns how many deeds."""
    ended, late = queries.past_their_day(), queries.late(limit=BATCH)
    for warning in ended:
        WARNING.take("expire", warning, actor=SYSTEM)
    late = [receipt for receipt in late if receipt.warning.state in IN_FORCE]
    for receipt in late:
        RECEIPT.take("escalate", receipt, actor=SYSTEM)
    letters.escalated(late)
    for warning in queries.must_be_told():
        if queries.not_told(warning, limit=1):
            jobs.later(TELL, key=f"warning:{warning.id}", warning=warning.id)
    return len(ended) + len(late)
