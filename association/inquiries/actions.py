"""Verbs of inquiries and measures, each with its actor."""

from collections.abc import Sequence

from association.inquiries import ladder, letters, queries
from association.inquiries.models import Inquiry, Measure, Tone
from association.inquiries.policy import P
from association.inquiries.settings import after
from association.inquiries.workflow import INQUIRY, MEASURE
from association.kernel import attachments, audit, dated, numbering
from association.kernel.attachments import PAPERS, Upload
from association.kernel.db import Model, lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.pledges.models import Signature, SignatureState


def check_askable(signature: Signature) -> None:
    """Refused unless its organisation stands by the pledge and is not being asked already."""
    if signature.state is not SignatureState.IN_FORCE:
        raise Refused(_("只能提醒、质询正受公约约束的单位。"))
    if queries.open_one(signature.pledge_id, signature.organisation_id) is not None:
        raise Refused(_("对%(name)s已有一份提醒或质询在办理中。", name=signature.organisation.name))


def ask(signature: Signature, *, tone: Tone, question: str, paths: Sequence[str], actor: Actor) -> Inquiry:
    """In writing, with a term to reply."""
    require(actor, P.RAISE, signature)
    lock(signature)
    check_askable(signature)
    marks = {clause.path: clause.called for clause in queries.clauses_for(signature)}
    inquiry = Inquiry(
        pledge=signature.pledge, pledge_id=signature.pledge_id, organisation=signature.organisation,
        organisation_id=signature.organisation_id, signature=signature, signature_id=signature.id, tone=tone, question=question.strip(),
        clauses=[{"path": path, "mark": marks[path]} for path in paths if path in marks], raised_by=actor.name,
        raised_by_id=actor.account_id, reply_by=after("reply_days"),
    )  # fmt: skip
    session.add(inquiry)
    form = str(dated.value("inquiries.number")).replace("{code}", signature.pledge.code)
    inquiry.number = numbering.issue(f"pledge_inquiry:{signature.pledge.code}", inquiry, form=form).written
    audit.record(
        "ask_signatory", inquiry, actor=actor, organisation=inquiry.organisation.name, number=inquiry.number
    )
    letters.asked(inquiry)
    return inquiry


def reply(inquiry: Inquiry, *, text: str, evidence: Sequence[Upload], actor: Actor) -> None:
    INQUIRY.take("reply", inquiry, actor=actor, text=text)
    _keep(evidence, inquiry, "reply", actor)


def propose(inquiry: Inquiry, *, grounds: str, actor: Actor) -> Measure:
    """The next rung, with its grounds; the organisation is heard before anybody decides."""
    INQUIRY.take("escalate", inquiry, actor=actor)
    measure = Measure(
        inquiry=inquiry, inquiry_id=inquiry.id, organisation=inquiry.organisation, organisation_id=inquiry.organisation_id,
        rung=ladder.next_rung(inquiry), grounds=grounds.strip(), proposed_by_id=actor.account_id, hear_by=after("hear_days"),
    )  # fmt: skip
    session.add(measure)
    audit.record("propose_measure", measure, actor=actor, rung=measure.rung.value)
    letters.proposed(measure)
    return measure


def plead(measure: Measure, *, text: str, evidence: Sequence[Upload], actor: Actor) -> None:
    MEASURE.take("plead", measure, actor=actor, text=text)
    _keep(evidence, measure, "plea", actor)


def decide(measure: Measure, *, reason: str, public_text: str, actor: Actor) -> None:
    MEASURE.take("decide", measure, actor=actor, reason=reason, public_text=public_text)


def object_to(measure: Measure, *, text: str, evidence: Sequence[Upload], actor: Actor) -> None:
    MEASURE.take("object", measure, actor=actor, text=text)
    _keep(evidence, measure, "objection", actor)


def report(measure: Measure, *, text: str, evidence: Sequence[Upload], actor: Actor) -> None:
    """What was put right."""
    MEASURE.take("report", measure, actor=actor, text=text)
    _keep(evidence, measure, "report", actor)


def _keep(evidence: Sequence[Upload], subject: Model, kind: str, actor: Actor) -> None:
    for paper in evidence:
        attachments.store(paper, subject=subject, kind=kind, actor=actor, limits=PAPERS)
