"""What the steps of inquiries and measures do; measures that take effect reach the signature and the register."""

from datetime import timedelta

from association.inquiries import records, texts
from association.inquiries.models import Inquiry, InquiryState, Measure, MeasureState, Rung
from association.inquiries.settings import after, how_many
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor
from association.kernel.words import _, spoken_in
from association.pledges.models import SignatureState
from association.pledges.workflow import SIGNATURE


def public_text(measure: Measure) -> str:
    """What the public log commits to."""
    inquiry = measure.inquiry
    return f"{inquiry.pledge.document.slug}:{measure.organisation.uscc}:{inquiry.number}:{measure.rung.value}:{measure.state.value}:{measure.public_text}"


def replied(inquiry: Inquiry, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    inquiry.reply, inquiry.replied_by, inquiry.replied_at = text, actor.name, clock.now()


def asked_again(inquiry: Inquiry, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    inquiry.more, inquiry.reply_by = reason, after("reply_days")


def ended(inquiry: Inquiry, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    inquiry.outcome, inquiry.ended_at = reason, clock.now()


def pleaded(measure: Measure, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    measure.plea = text


def decided(measure: Measure, *, actor: Actor, reason: str, public_text: str = "") -> None:
    """By somebody who has neither asked nor proposed; served with the letter, open to an objection."""
    if measure.rung is Rung.PUBLICITY:
        if not public_text.strip():
            raise Refused(_("请写公示的文字。"), field="public_text")
        if (sentence := texts.person_in(public_text, measure.organisation)) is not None:
            raise Refused(sentence, field="public_text")
        measure.public_text = public_text.strip()
    measure.reasons, measure.object_by = reason, after("object_days")
    measure.decided_by, measure.decided_by_id, measure.decided_at = actor.name, actor.account_id, clock.now()


def dropped(measure: Measure, *, actor: Actor, reason: str) -> None:
    measure.reasons, measure.closed_on = reason, clock.today()
    measure.decided_by, measure.decided_by_id, measure.decided_at = actor.name, actor.account_id, clock.now()


def objected(measure: Measure, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    measure.objection = text


def upheld(measure: Measure, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    measure.review, measure.closed_on = reason, clock.today()


def dismissed(measure: Measure, *, actor: Actor, reason: str) -> None:
    measure.review = reason
    took_effect(measure, actor=actor, reason=reason)


def took_effect(measure: Measure, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """From today: for a term, or – a removal – once and for all."""
    today = clock.today()
    measure.in_force_on, measure.answer_by = today, after("answer_days")
    if measure.rung is not Rung.REMOVAL:
        days = how_many("warning_days" if measure.rung is Rung.WARNING else "publicity_days")
        measure.until = today + timedelta(days=days)
    session.flush()
    records.record(measure, actor=SYSTEM)
    signature = measure.inquiry.signature
    with spoken_in("zh_Hans"):
        if measure.rung is Rung.PUBLICITY:
            SIGNATURE.take(
                "publicise", signature, actor=SYSTEM, reason=_("经质询、警示后公示"), until=measure.until
            )
        elif measure.rung is Rung.REMOVAL:
            measure.state, measure.closed_on, measure.answer_by = MeasureState.DONE, today, None
            measure.inquiry.state, measure.inquiry.ended_at = InquiryState.REMOVED, clock.now()
            SIGNATURE.take("remove", signature, actor=SYSTEM, reason=_("经质询、警示、公示后决定移出"))


def reported(measure: Measure, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    measure.report = text


def lifted(measure: Measure, *, actor: Actor, reason: str) -> None:
    """Before its last day: it was put right."""
    measure.review = reason
    _is_over(measure, because=reason, actor=actor)


def expired(measure: Measure, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    with spoken_in("zh_Hans"):
        _is_over(measure, because=_("期满"), actor=actor)


def closed(measure: Measure, *, actor: Actor, reason: str) -> None:
    """The organisation stands by the pledge no longer: measures bind signatories only."""
    _is_over(measure, because=reason, actor=actor)


def _is_over(measure: Measure, *, because: str, actor: Actor) -> None:
    measure.closed_on = clock.today()
    session.flush()
    records.end(measure, because=because, actor=actor)
    signature = measure.inquiry.signature
    publicised = measure.rung is Rung.PUBLICITY and signature.publicised_until is not None
    if publicised and signature.state is SignatureState.IN_FORCE:
        SIGNATURE.take("end_publicity", signature, actor=SYSTEM)
