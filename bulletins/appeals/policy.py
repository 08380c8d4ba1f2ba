"""Who may do what with appeals beyond what notices say."""

from typing import Any

from association.kernel.policy import Actor, Permission, grant, has_role, signed_in
from association.kernel.words import _l
from association.organisations.policy import acts_for, signs_for
from bulletins.appeals.models import Initiator, Joining


class P(Permission):
    KEEP = _l("填写倡议的缘由，邀请和移出倡议单位")
    SEE_INITIATOR = _l("查看对一家单位的倡议邀请")
    ANSWER = _l("代表单位答复倡议邀请")
    JOIN = _l("代表单位加入公益倡议")
    SEE_JOINING = _l("查看一家单位加入倡议的记录")
    LEAVE = _l("代表单位退出公益倡议")


STAFF = ("editor", "reviewer", "issuer", "legal", "auditor")


def is_asked(actor: Actor, subject: Any) -> bool:
    """A clerk or signer in force of the organisation that was asked."""
    return isinstance(subject, Initiator) and acts_for(actor, subject)


def signs_answer(actor: Actor, subject: Any) -> bool:
    """The authorised signer of the organisation that was asked."""
    return isinstance(subject, Initiator) and signs_for(actor, subject)


def has_joined(actor: Actor, subject: Any) -> bool:
    """A clerk or signer in force of the organisation that joined."""
    return isinstance(subject, Joining) and acts_for(actor, subject)


def signs_leaving(actor: Actor, subject: Any) -> bool:
    """The authorised signer of the organisation that joined."""
    return isinstance(subject, Joining) and signs_for(actor, subject)


grant(P.KEEP, has_role("editor"))
grant(P.SEE_INITIATOR, is_asked, has_role(*STAFF))
grant(P.ANSWER, signs_answer)
grant(P.JOIN, signed_in)
grant(P.SEE_JOINING, has_joined, has_role(*STAFF))
grant(P.LEAVE, signs_leaving)
