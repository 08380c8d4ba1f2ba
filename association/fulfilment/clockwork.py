"""What the calendar does to yearly statements: the next one is noted, opened, reminded of, overdue, and the signature lapses. Each piece is right to do twice;
some rows at a time."""

from datetime import timedelta

from association.fulfilment import effects, letters, obligations, queries
from association.fulfilment.models import StatementState
from association.fulfilment.settings import reminder_after
from association.fulfilment.workflow import STATEMENT
from association.kernel import clock, events
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.kernel.words import _, spoken_in
from association.kernel.workflow import StepTaken
from association.pledges.models import Signature, SignatureState
from association.pledges.workflow import SIGNATURE

AT_ONCE = 200
LAST = frozenset({"leave", "not_renew", "end", "close", "remove"})
"""Deeds after which nothing is owed any more; after a lapse it still is."""


@every(timedelta(minutes=10), "fulfilment.days")
def keep_days() -> int:
    """Returns how many were moved."""
    return note_ahead() + open_and_remind() + fall_overdue() + lapse()


def note_ahead() -> int:
    """Whoever stands by a pledge has one ahead: those too who signed before statements were asked for."""
    found = session.scalars(queries.without_statement().limit(AT_ONCE)).all()
    for spell in found:
        effects.begin(spell.signature)
    return len(found)


def open_and_remind() -> int:
    found = session.scalars(queries.to_open_or_remind().limit(AT_ONCE)).all()
    for statement in found:
        if statement.state is StatementState.AHEAD:
            STATEMENT.take("open", statement, actor=SYSTEM)
        statement.remind_on = reminder_after(clock.today(), statement.due_on)
        letters.due(statement)
    return len(found)


def fall_overdue() -> int:
    """The days of grace are over: everybody sees it, and it is bound as before."""
    late = queries.fallen_due(AT_ONCE)
    for statement in late:
        statement.overdue_on = clock.today()
        if statement.signature.state is SignatureState.IN_FORCE:
            SIGNATURE.take("fall_overdue", statement.signature, actor=SYSTEM)
        obligations.record(statement, actor=SYSTEM)
        letters.overdue(statement)
    return len(late)


def lapse() -> int:
    late = queries.lapsing(AT_ONCE)
    for statement in late:
        statement.lapsed_on = clock.today()
        with spoken_in("zh_Hans"):
            reason = _("逾期未报送年度履约说明")
        if statement.signature.state is SignatureState.IN_FORCE:
            SIGNATURE.take("lapse", statement.signature, actor=SYSTEM, reason=reason)
        obligations.end(statement, because=reason, actor=SYSTEM)
        letters.lapsed(statement)
    return len(late)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not SIGNATURE:
        return
    signature: Signature = taken.subject
    if taken.step.deed == "confirm":
        _goes_on_with(signature)
    elif taken.step.deed in LAST:
        living = queries.living(signature.pledge_id, signature.organisation_id)
        if living is not None:
            STATEMENT.take("close", living, actor=SYSTEM)


def _goes_on_with(signature: Signature) -> None:
    """Signed, or signed anew: what is owed goes on with the new signature; what a lapsed one owed is over."""
    living = queries.living(signature.pledge_id, signature.organisation_id)
    if living is not None and living.signature.state is SignatureState.REPLACED:
        living.signature, living.signature_id = signature, signature.id
        return
    if living is not None:
        STATEMENT.take("close", living, actor=SYSTEM)
    effects.begin(signature)


def listen() -> None:
    events.subscribe(StepTaken, _on_step)
