"""Verbs of complaints, each with its actor; whoever complains is VISITOR in the trail, signed in or not. Steps go through `COMPLAINT`."""

from association.kernel import audit, dated, numbering, receipts
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import VISITOR, Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations import uscc
from bulletins.complaints import letters, queries
from bulletins.complaints.models import Channel, Complaint, ComplaintMessage
from bulletins.complaints.policy import P
from bulletins.complaints.settings import after


def complain(*, kind: str, words: str, place: str, who: str, token: str) -> str:
    """Tell the association; returns the receipt's code, shown once. `token` is the form's own: sent twice, it is one complaint."""
    return _take_in(
        channel=Channel.SITE, kind=kind, words=words, place=place, who=who, token=token, actor=VISITOR
    )


def write_down(*, channel: str, kind: str, words: str, place: str, who: str, token: str, actor: Actor) -> str:
    """For somebody who called or wrote; the code is read out or sent to them."""
    require(actor, P.TAKE_IN)
    return _take_in(
        channel=Channel(channel), kind=kind, words=words, place=place, who=who, token=token, actor=actor
    )


def _take_in(
    *, channel: Channel, kind: str, words: str, place: str, who: str, token: str, actor: Actor
) -> str:
    code = receipts.code_of(token)
    if queries.by_receipt(code) is not None:
        return code
    complaint = Complaint(
        channel=channel, kind=kind, words=words, place=place, who=who or None, receipt_hash=receipts.hash_of(code),
        due_on=after("accept_days"),
    )  # fmt: skip
    session.add(complaint)
    complaint.number = numbering.issue("complaint", complaint, form=dated.value("complaints.number")).written
    audit.record("complain", complaint, actor=actor)
    letters.arrived(complaint)
    return code


def follow(*, code: str, words: str) -> Complaint:
    """The complaint behind a code, with `words` added to the talk if there are any. Refused for a code nobody was given."""
    complaint = queries.by_receipt(code)
    if complaint is None:
        raise Refused(_("没有这个回执码，请照原样再抄一次。"), field="code")
    if words:
        _say(complaint, words, is_ours=False, actor=VISITOR)
        letters.said(complaint)
    return complaint


def reply(complaint: Complaint, *, words: str, actor: Actor) -> None:
    """Ask or tell whoever holds the code."""
    require(actor, P.READ, complaint)
    _say(complaint, words, is_ours=True, actor=actor)


def check_open(complaint: Complaint) -> None:
    if complaint.is_over:
        raise Refused(_("这件已经结束，不再往来；有新的情况请另外提出。"), field="words")


def _say(complaint: Complaint, words: str, *, is_ours: bool, actor: Actor) -> None:
    lock(complaint)
    check_open(complaint)
    session.add(ComplaintMessage(complaint=complaint, words=words, is_ours=is_ours))
    audit.record("reply" if is_ours else "add", complaint, actor=actor)


def concern(complaint: Complaint, *, code: str, actor: Actor) -> None:
    """Say which organisation it is about, so that its walls hold. Refused for a code nobody has."""
    require(actor, P.READ, complaint)
    lock(complaint)
    check_open(complaint)
    organisation = organisations.living(uscc.tidy(code))
    if organisation is None:
        raise Refused(_("没有找到这个代码的单位。"), field="code")
    complaint.organisation_id, complaint.organisation = organisation.id, organisation
    audit.record("concern", complaint, actor=actor, organisation=organisation.id)


def look_at_informant(complaint: Complaint, *, reason: str, actor: Actor) -> str:
    """Who complained, for a reason that is logged; '' where nobody said so or it is forgotten."""
    require(actor, P.SEE_INFORMANT, complaint)
    audit.record("see_informant", complaint, actor=actor, reason=reason)
    return complaint.who or ""
