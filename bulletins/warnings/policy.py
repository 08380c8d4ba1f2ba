"""Who may do what with warnings. Public ones are everybody's; what an organisation did about one is its own and staff's."""

from typing import Any

from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from bulletins.warnings.models import RiskWarning, WarningReceipt

STAFF = ("editor", "reviewer", "issuer", "legal", "auditor")


class P(Permission):
    READ = _l("查看已发布的预警")
    READ_FILE = _l("查看预警的草稿、送达情况和办理记录")
    DRAFT = _l("起草预警、修改草稿、登记所依条款")
    FIRST = _l("预警三审之初审")
    SECOND = _l("预警三审之复审")
    THIRD = _l("预警三审之终审签发")
    CLOSE = _l("登记预警的风险降低和解除")
    WITHDRAW = _l("撤回已发布的预警")
    SEE_RECEIPT = _l("查看一家单位对预警的确认和说明")
    CONFIRM = _l("代表单位确认阅知预警、报送说明")
    JUDGE = _l("审看单位报送的预警处置说明")


def is_public(_actor: Actor, subject: Any) -> bool:
    """Issued, also when it has ended or was withdrawn since."""
    return isinstance(subject, RiskWarning) and subject.is_public


def answers_for(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in office of the organisation that was told."""
    return isinstance(subject, WarningReceipt) and subject.organisation_id in actor.ids(
        "organisation", "clerk", "signer"
    )


grant(P.READ, is_public, has_role(*STAFF))
grant(P.READ_FILE, has_role(*STAFF))
grant(P.DRAFT, has_role("editor"))
grant(P.FIRST, has_role("editor"))
grant(P.SECOND, has_role("reviewer"))
grant(P.THIRD, has_role("issuer"))
grant(P.CLOSE, has_role("issuer"))
grant(P.WITHDRAW, has_role("issuer"))
grant(P.SEE_RECEIPT, answers_for, has_role(*STAFF))
grant(P.CONFIRM, answers_for)
grant(P.JUDGE, has_role("editor", "reviewer"))
