"""What the calendar does to inquiries and measures, and what the end of a signature does. Each piece is right to do twice; some rows at a time."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select

from association.inquiries import queries
from association.inquiries.models import PENDING, MeasureState
from association.inquiries.workflow import INQUIRY, MEASURE
from association.kernel import events
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.kernel.words import _, spoken_in
from association.kernel.workflow import StepTaken, Workflow
from association.pledges.models import Signature, SignatureState
from association.pledges.workflow import SIGNATURE

AT_ONCE = 200
ENDS = frozenset({"leave", "not_renew", "lapse", "remove", "end", "close"})
"""Deeds of a signature after which nothing binds any more."""


@every(timedelta(minutes=10), "inquiries.days")
def keep_days() -> int:
    """Returns how many were moved."""
    silent = _take(INQUIRY, "fall_silent", queries.unanswered())
    begun = _take(MEASURE, "take_effect", queries.unopposed())
    return silent + begun + _take(MEASURE, "expire", queries.expired())


def _take(life: Workflow, deed: str, rows: Select[Any]) -> int:
    found = session.scalars(rows.limit(AT_ONCE)).all()
    for row in found:
        life.take(deed, row, actor=SYSTEM)
    return len(found)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not SIGNATURE:
        return
    signature: Signature = taken.subject
    inquiry = queries.open_one(signature.pledge_id, signature.organisation_id)
    if inquiry is None:
        return
    if taken.step.deed == "confirm" and inquiry.signature.state is SignatureState.REPLACED:
        inquiry.signature, inquiry.signature_id = signature, signature.id
    elif taken.step.deed in ENDS:
        with spoken_in("zh_Hans"):
            because = _("单位不再受公约约束")
        for measure in inquiry.measures:
            if measure.state in (*PENDING, MeasureState.IN_FORCE):
                MEASURE.take("close", measure, actor=SYSTEM, reason=because)
        INQUIRY.take("close", inquiry, actor=SYSTEM, reason=because)


def listen() -> None:
    events.subscribe(StepTaken, _on_step)
