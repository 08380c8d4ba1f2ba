"""Who may do what with pledges. What is issued and who stands by it is everybody's; what is being written and signed is theirs who do it."""

from typing import Any

from association.kernel.policy import Actor, Permission, anyone, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import acts_for, signs_for
from association.pledges.models import PledgeVersion, Signature, VersionState

STAFF = ("editor", "reviewer", "issuer", "legal", "registrar", "auditor")


class P(Permission):
    READ = _l("查看公约和签署名单")
    SEE_VERSION = _l("查看公约一版的进展")
    READ_FILE = _l("查看公约的全部办理材料和签署记录")
    DRAFT = _l("起草公约、送征求意见")
    ADOPT = _l("登记公约的通过")
    FIRST = _l("公约三审之初审")
    SECOND = _l("公约三审之复审")
    LEGAL = _l("审核公约中涉及价格、分成、抵制等的条款")
    THIRD = _l("公约三审之终审签发")
    WITHDRAW = _l("撤回已发布的公约")
    REPEAL = _l("登记公约废止")
    SEE_SIGNATURE = _l("查看一家单位的签署记录")
    PREPARE = _l("代表单位填报公约签署")
    CANCEL = _l("取消还没有签署的填报")
    SIGN = _l("以授权签署人身份签署公约")
    CONFIRM = _l("代表协会确认签署")
    LEAVE = _l("代表单位退出公约")


OUT = (VersionState.PUBLISHED, VersionState.WITHDRAWN, VersionState.REPEALED)


def is_public(_actor: Actor, subject: Any) -> bool:
    """Issued, also when it was withdrawn or repealed since."""
    return isinstance(subject, PledgeVersion) and subject.state in OUT


FOR_SOMEBODY = ("clerk", "signer", "proposed_clerk", "proposed_signer")


def acts_for_somebody(actor: Actor, _subject: Any) -> bool:
    """Clerk or signer of any organisation; also of one that is not verified yet, to be told so."""
    return bool(actor.ids("organisation", *FOR_SOMEBODY))


def is_of_the_signatory(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in force of the organisation that signs."""
    return isinstance(subject, Signature) and acts_for(actor, subject)


def is_its_signer(actor: Actor, subject: Any) -> bool:
    """Authorised signer in force of the organisation that signs."""
    return isinstance(subject, Signature) and signs_for(actor, subject)


grant(P.READ, anyone)
grant(P.SEE_VERSION, is_public, has_role(*STAFF))
grant(P.READ_FILE, has_role(*STAFF))
grant(P.DRAFT, has_role("editor"))
grant(P.ADOPT, has_role("issuer"))
grant(P.FIRST, has_role("editor"))
grant(P.SECOND, has_role("reviewer"))
grant(P.LEGAL, has_role("legal"))
grant(P.THIRD, has_role("issuer"))
grant(P.WITHDRAW, has_role("issuer"))
grant(P.REPEAL, has_role("issuer"))
grant(P.SEE_SIGNATURE, is_of_the_signatory, has_role(*STAFF))
grant(P.PREPARE, acts_for_somebody)
grant(P.CANCEL, is_of_the_signatory)
grant(P.SIGN, is_its_signer)
grant(P.CONFIRM, has_role("registrar"))
grant(P.LEAVE, is_its_signer)
