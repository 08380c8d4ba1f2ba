"""What staff do with a complaint beside its steps."""

from association.kernel import audit
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations import uscc
from bulletins.complaints import letters
from bulletins.complaints.models import Complaint, ComplaintMessage
from bulletins.complaints.policy import P
from bulletins.complaints.workflow import COMPLAINT


def check_open(complaint: Complaint) -> None:
    if complaint.is_over:
        raise Refused(_("这件已经结束，不再往来；有新的情况请另外提出。"), field="words")


def reply(complaint: Complaint, *, words: str, actor: Actor) -> None:
    """Ask or tell whoever holds the code."""
    require(actor, P.READ, complaint)
    lock(complaint)
    check_open(complaint)
    say(complaint, words, is_ours=True, actor=actor)
    letters.news(complaint)


def say(complaint: Complaint, words: str, *, is_ours: bool, actor: Actor) -> None:
    """Add to the talk; who calls has looked whether it is open."""
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
    return "\n".join(told for told in (complaint.who, complaint.email) if told)


def bring_into_case(complaint: Complaint, *, number: str, address: str, actor: Actor) -> None:
    """Called by the feature that keeps cases, in the deed that opens one or takes another complaint in: `number` and path of its file."""
    COMPLAINT.take("bring", complaint, actor=actor, number=number, address=address)
