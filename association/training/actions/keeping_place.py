"""What one does with a place: name, swap, complete, pay, change to another session."""

from collections.abc import Mapping, Sequence
from typing import Any

from association.kernel import attachments, audit
from association.kernel.attachments import SCANS, Upload
from association.kernel.db import lock
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import uscc
from association.training import letters
from association.training.actions.enrolling import checked, keep_files, opened, seat
from association.training.gates import EVIDENCE, SLIP
from association.training.models import LIVING, CourseSession, Enrolment, EnrolmentState
from association.training.policy import P
from association.training.workflow import ENROLMENT

Facts = Mapping[str, Any]


def _take_with(
    deed: str, enrolment: Enrolment, facts: Facts, files: Sequence[Upload], actor: Actor, reason: str = ""
) -> None:
    lock(enrolment.session)
    ENROLMENT.check(deed, enrolment, actor=actor)
    kept, key = checked(enrolment.session, facts, but=enrolment)
    ENROLMENT.take(deed, enrolment, actor=actor, reason=reason, facts=kept, number_key=key)
    keep_files(enrolment, files, actor)


def name(enrolment: Enrolment, *, facts: Facts, files: Sequence[Upload], actor: Actor) -> None:
    """Somebody for a booked place."""
    _take_with("name", enrolment, facts, files, actor)


def swap(enrolment: Enrolment, *, facts: Facts, files: Sequence[Upload], actor: Actor) -> None:
    """Somebody else, until the cut-off; their conditions are examined anew and what was paid stays paid."""
    _take_with("swap", enrolment, facts, files, actor)


def resubmit(enrolment: Enrolment, *, facts: Facts, files: Sequence[Upload], actor: Actor) -> None:
    """What was asked for is there."""
    _take_with("resubmit", enrolment, facts, files, actor)


def hand_in(enrolment: Enrolment, *, files: Sequence[Upload], actor: Actor) -> None:
    """Papers for a condition, while the enrolment lives."""
    require(actor, P.OWN, enrolment)
    if enrolment.state not in LIVING:
        raise Refused(_("这份报名已经结束。"))
    keep_files(enrolment, files, actor)
    audit.record("hand_in", enrolment, actor=actor, files=len(files))


def pay(enrolment: Enrolment, *, slip: Upload, invoice_title: str, invoice_number: str, actor: Actor) -> None:
    """Report a payment with its slip, and to whom the invoice goes; staff confirm that the money is there."""
    if invoice_number and not uscc.is_valid(uscc.tidy(invoice_number)):
        raise Refused(
            _("税号（统一社会信用代码）的校验码不对，请核对；个人抬头可以不填。"), field="invoice_number"
        )
    ENROLMENT.take(
        "pay", enrolment, actor=actor, invoice_title=invoice_title, invoice_number=uscc.tidy(invoice_number)
    )
    attachments.store(slip, subject=enrolment, kind=SLIP, actor=actor, limits=SCANS)


def transfer(enrolment: Enrolment, *, to: CourseSession, actor: Actor) -> Enrolment:
    """Change to another session of the course: a place there or the end of its list. Nothing is asked again, and what was paid stays paid."""
    require(actor, P.OWN, enrolment)
    may = enrolment.state in LIVING or enrolment.state is EnrolmentState.CALLED_OFF
    if not may or to.course_id != enrolment.session.course_id or to.id == enrolment.session_id:
        raise Refused(_("这份报名不能改到那一期。"), field="to")
    places = opened(to)
    facts, key = checked(to, enrolment.facts) if enrolment.facts else ({}, None)
    other = Enrolment(
        session=to, session_id=to.id, person_id=enrolment.person_id, organisation=enrolment.organisation,
        organisation_id=enrolment.organisation_id, employer_at=enrolment.employer_at, facts=facts, number_key=key,
        has_declared=enrolment.has_declared, paid_at=enrolment.paid_at, invoice_title=enrolment.invoice_title,
        invoice_number=enrolment.invoice_number,
    )  # fmt: skip
    if enrolment.state is EnrolmentState.OFFERED:
        ENROLMENT.take("decline", enrolment, actor=actor)
    elif enrolment.state in LIVING:
        ENROLMENT.take("withdraw", enrolment, actor=actor, reason=_("改到%(other)s", other=to.called))
    seat([other], places, named=bool(facts))
    for paper in attachments.attachments_of(enrolment, EVIDENCE):
        paper.subject_id = other.id
    audit.record("transfer", other, actor=actor, session=to.id, before=enrolment.session_id)
    letters.signed_up(other)
    return other
