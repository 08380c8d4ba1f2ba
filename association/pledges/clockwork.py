"""What the calendar does to signatures: a new version asks for a new signature, its last day passes, an organisation or the pledge comes to its end.
Each piece is right to do twice; some rows at a time."""

from datetime import timedelta

from association.kernel import clock, events
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.kernel.words import _, spoken_in
from association.kernel.workflow import StepTaken
from association.organisations.workflow import ORGANISATION
from association.pledges import letters, queries, signing
from association.pledges.models import BOUND, SignatureState
from association.pledges.workflow import SIGNATURE

AT_ONCE = 200


@every(timedelta(minutes=10), "pledges.days")
def keep_days() -> int:
    """Returns how many were moved."""
    return ask_to_resign() + end_late() + close_repealed()


def ask_to_resign() -> int:
    """Those bound by an earlier version, from the day the new one is in force."""
    moved = 0
    for version in queries.versions_in_force():
        for spell in session.scalars(queries.left_behind(version).limit(AT_ONCE - moved)).all():
            signing.asked_to_resign(spell.signature, version)
            letters.resign(spell.signature, version)
            moved += 1
        if moved >= AT_ONCE:
            break
    return moved


def end_late() -> int:
    """Those who have not signed the new version by its last day."""
    late = session.scalars(queries.too_late_to_resign(clock.today()).limit(AT_ONCE)).all()
    for spell in late:
        with spoken_in("zh_Hans"):
            reason = _("新版公布后没有在期限内重新签署")
        SIGNATURE.take("not_renew", spell.signature, actor=SYSTEM, reason=reason)
    return len(late)


def close_repealed() -> int:
    """Those who stand by what was repealed."""
    left = session.scalars(queries.still_bound_after_repeal().limit(AT_ONCE)).all()
    for spell in left:
        if spell.signature.state is SignatureState.IN_FORCE:
            SIGNATURE.take("close", spell.signature, actor=SYSTEM)
    return len(left)


def _on_step(taken: StepTaken) -> None:
    """An organisation that has ended stands by nothing any more."""
    if taken.workflow is not ORGANISATION or taken.step.deed != "end":
        return
    ids = [taken.subject.id]
    for signature in queries.of_organisations(ids, SignatureState.PREPARED, SignatureState.SIGNED):
        SIGNATURE.take("drop", signature, actor=SYSTEM)
    for signature in queries.of_organisations(ids, SignatureState.IN_FORCE):
        spell = queries.living_spell(signature.pledge_id, signature.organisation_id)
        if spell is not None and spell.standing in BOUND:
            SIGNATURE.take("end", signature, actor=SYSTEM)


def listen() -> None:
    events.subscribe(StepTaken, _on_step)
