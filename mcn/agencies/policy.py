"""Who may do what with the register of agencies."""

from typing import Any

from association.kernel import walls
from association.kernel.policy import Actor, Permission, anyone, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import acts_for, signs_for
from mcn.agencies.models import Agency, Filing


class P(Permission):
    CONSULT = _l("查阅机构登记")
    SEE = _l("查看一家机构的公开登记")
    APPLY = _l("为单位申请机构登记")
    READ_FILE = _l("查看机构的全部登记资料和办理记录")
    REVEAL = _l("看到登记资料里的姓名、电话和证书编号")
    PREPARE = _l("填报机构的登记资料")
    SIGN = _l("以授权签署人身份确认并提交机构的登记资料")
    EXAMINE = _l("核验机构的登记资料")
    DECIDE = _l("决定机构的登记、复核、异常、暂停和注销")
    LIST_ALL = _l("查看全部机构和办理中的事项")


def is_in_public(_actor: Actor, subject: Any) -> bool:
    """On the register now or before, and its organisation is shown in public."""
    return isinstance(subject, Agency) and subject.is_public


def acts_for_somebody(actor: Actor, _subject: Any) -> bool:
    """A clerk or signer in force of some organisation."""
    return bool(actor.ids("organisation", "clerk", "signer"))


walls.concerns_with(Filing.agency)
grant(P.CONSULT, anyone)
grant(P.SEE, is_in_public, acts_for, has_role("registrar", "auditor"))
grant(P.APPLY, acts_for_somebody)
grant(P.READ_FILE, acts_for, has_role("registrar", "auditor"))
grant(P.REVEAL, acts_for, has_role("registrar"))
grant(P.PREPARE, acts_for)
grant(P.SIGN, signs_for)
grant(P.EXAMINE, has_role("registrar"))
grant(P.DECIDE, has_role("registrar"))
grant(P.LIST_ALL, has_role("registrar", "auditor"))
