"""Who may do what with inquiries and measures: who asks, who decides and who reviews are three people. A publicity is everybody's while it lasts."""

from typing import Any

from association.inquiries.models import Inquiry, Measure
from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import acts_for, signs_for

STAFF = ("registrar", "investigator", "panel", "appeals", "legal", "auditor")


class P(Permission):
    READ_PUBLICITY = _l("查看公示")
    SEE = _l("查看一份提醒或质询及其措施")
    LIST_ALL = _l("查看全部提醒、质询和措施")
    RAISE = _l("向签署单位提醒、质询，提出措施")
    REPLY = _l("代表单位答复、陈述申辩、报告改正")
    DECIDE = _l("决定采取、不采取或解除措施")
    OBJECT = _l("以授权签署人身份提出异议")
    REVIEW = _l("复核异议")


def lasts(_actor: Actor, subject: Any) -> bool:
    """A publicity in force."""
    return isinstance(subject, Measure) and subject.is_public


def is_of_the_organisation(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in office of the organisation that is asked."""
    return isinstance(subject, Inquiry | Measure) and acts_for(actor, subject)


def is_its_signer(actor: Actor, subject: Any) -> bool:
    """Authorised signer in office of the organisation that is asked."""
    return isinstance(subject, Inquiry | Measure) and signs_for(actor, subject)


def is_another_than_who_asked(actor: Actor, subject: Any) -> bool:
    """panel, and neither raised the inquiry nor proposed the measure."""
    hands = _asked(subject)
    return "panel" in actor.roles and actor.account_id not in hands


def is_a_third_person(actor: Actor, subject: Any) -> bool:
    """appeals, and neither asked, nor proposed, nor decided."""
    hands = [*_asked(subject), subject.decided_by_id] if isinstance(subject, Measure) else []
    return "appeals" in actor.roles and actor.account_id not in hands


def _asked(subject: Any) -> list[int | None]:
    return [subject.inquiry.raised_by_id, subject.proposed_by_id] if isinstance(subject, Measure) else []


grant(P.READ_PUBLICITY, lasts, is_of_the_organisation, has_role(*STAFF))
grant(P.SEE, is_of_the_organisation, has_role(*STAFF))
grant(P.LIST_ALL, has_role(*STAFF))
grant(P.RAISE, has_role("registrar", "investigator"))
grant(P.REPLY, is_of_the_organisation)
grant(P.DECIDE, is_another_than_who_asked)
grant(P.OBJECT, is_its_signer)
grant(P.REVIEW, is_a_third_person)
