"""Who may do what with guidance. A question is its asker's and the staff's on duty; a public answer is everybody's."""

from typing import Any

from association.guidance.models import GuidanceMessage, PublicAnswer, Question
from association.kernel.policy import Actor, Permission, grant, has_role, signed_in
from association.kernel.words import _l

ON_DUTY = ("editor", "registrar", "legal")
"""Those who answer questions."""
READS = (*ON_DUTY, "reviewer", "auditor")
PUBLISHES = ("editor", "reviewer", "issuer", "legal", "auditor")


class P(Permission):
    ASK = _l("提出业务咨询")
    SEE = _l("查看一件业务咨询和它的答复")
    SEE_MESSAGE = _l("查看业务咨询中的一条往来和它的附件")
    TAKE_PART = _l("代表提问方补充、追问、评价和结束业务咨询")
    READ_DESK = _l("查看全部业务咨询")
    ANSWER = _l("办理业务咨询、起草答复")
    APPROVE = _l("审核业务咨询的答复")
    READ = _l("查看公开的业务指导")
    READ_FILE = _l("查看公开指导的草稿和办理记录")
    DRAFT = _l("起草公开指导、登记所依条款")
    FIRST = _l("公开指导三审之初审")
    SECOND = _l("公开指导三审之复审")
    THIRD = _l("公开指导三审之终审签发")
    RECHECK = _l("条款变动后复核公开指导是否仍适用")
    WITHDRAW = _l("撤回公开指导")


def asks(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in office of the organisation it was asked for; without one, whoever asked."""
    if not isinstance(subject, Question):
        return False
    if subject.organisation_id is not None:
        return subject.organisation_id in actor.ids("organisation", "clerk", "signer")
    return actor.account_id is not None and actor.account_id == subject.account_id


def reads_message(actor: Actor, subject: Any) -> bool:
    """Whoever may see the question; what staff say among themselves only staff."""
    if not isinstance(subject, GuidanceMessage):
        return False
    is_staff = not actor.roles.isdisjoint(READS)
    return is_staff or (asks(actor, subject.question) and not subject.is_internal)


def is_public(_actor: Actor, subject: Any) -> bool:
    """Issued, also when a new version stands in its place or it was withdrawn."""
    return isinstance(subject, PublicAnswer) and subject.is_public


grant(P.ASK, signed_in)
grant(P.SEE, asks, has_role(*READS))
grant(P.SEE_MESSAGE, reads_message)
grant(P.TAKE_PART, asks)
grant(P.READ_DESK, has_role(*READS))
grant(P.ANSWER, has_role(*ON_DUTY))
grant(P.APPROVE, has_role("legal", "reviewer"))
grant(P.READ, is_public, has_role(*PUBLISHES))
grant(P.READ_FILE, has_role(*PUBLISHES))
grant(P.DRAFT, has_role("editor"))
grant(P.FIRST, has_role("editor"))
grant(P.SECOND, has_role("reviewer"))
grant(P.THIRD, has_role("issuer"))
grant(P.RECHECK, has_role("editor", "legal"))
grant(P.WITHDRAW, has_role("issuer"))
