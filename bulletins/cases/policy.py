"""Who may do what with a case. Who investigates, who hears, who drafts and who issues are different people: the table keeps them apart too."""

from typing import Any

from association.kernel import walls
from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import acts_for, signs_for
from association.panels.policy import reads
from bulletins.cases.models import (
    CaseAppeal,
    CaseCharge,
    CaseDelivery,
    CaseEvidence,
    CaseFile,
    CasePublicity,
    CaseRepair,
)

PARTS = (CaseCharge, CaseEvidence, CaseDelivery, CaseAppeal, CasePublicity, CaseRepair)
STAFF = ("intake", "investigator", "legal", "issuer", "experts", "auditor")


class P(Permission):
    SEE = _l("查看一件案件（当事单位只看立案以后给它的部分）")
    READ_FILE = _l("查看案卷全部内容")
    LIST_ALL = _l("查看全部案件")
    READ_EVIDENCE = _l("查看一件证据")
    OPEN = _l("登记线索、初核，登记送达")
    FILE = _l("决定立案、撤销案件或者移送")
    INVESTIGATE = _l("调查，告知拟处理，提交审议")
    CONVENE = _l("组织听证和审议")
    DRAFT = _l("按审议结论拟写决定")
    ISSUE = _l("签发决定")
    ANSWER = _l("以当事单位身份陈述、提交证据、签收")
    STATE = _l("以当事单位签署人身份附上声明、申诉、申请信用修复")
    LIST_APPEALS = _l("查看申诉")
    HEAR_APPEAL = _l("受理申诉，拟写和签发申诉决定")
    SEEK_ANNULMENT = _l("提出撤销一件生效的决定")
    REPAIR = _l("答复信用修复的申请")


def judges(actor: Actor, subject: Any) -> bool:
    """A member without a tie of a panel on this case."""
    case = _case(subject)
    return case is not None and (
        reads(actor, case) or (case.appeal is not None and reads(actor, case.appeal))
    )


def hears_its_appeal(actor: Actor, subject: Any) -> bool:
    """Hears appeals, of a case against which there is one, and did not sit on it before."""
    case = _case(subject)
    return (
        case is not None and "appeals" in actor.roles and case.appeal is not None and not reads(actor, case)
    )


def is_the_respondent(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in office of the organisation the case is about, once it was filed."""
    case = _case(subject)
    return case is not None and case.is_known and acts_for(actor, case)


def is_its_signer(actor: Actor, subject: Any) -> bool:
    """Authorised signer in office of that organisation, once the case was filed."""
    case = _case(subject)
    return case is not None and case.is_known and signs_for(actor, case)


def may_see_the_piece(actor: Actor, subject: Any) -> bool:
    """The respondent, of what is shown to it."""
    return isinstance(subject, CaseEvidence) and subject.is_shown and is_the_respondent(actor, subject)


def _case(subject: Any) -> CaseFile | None:
    if isinstance(subject, PARTS):
        return subject.case
    return subject if isinstance(subject, CaseFile) else None


for _model in PARTS:
    walls.concerns_with(_model.case)

grant(P.SEE, has_role(*STAFF), judges, hears_its_appeal, is_the_respondent)
grant(P.READ_FILE, has_role(*STAFF), judges, hears_its_appeal)
grant(P.LIST_ALL, has_role(*STAFF))
grant(P.READ_EVIDENCE, has_role(*STAFF), judges, hears_its_appeal, may_see_the_piece)
grant(P.OPEN, has_role("intake", "investigator"))
grant(P.FILE, has_role("legal"))
grant(P.INVESTIGATE, has_role("investigator"))
grant(P.CONVENE, has_role("experts"))
grant(P.DRAFT, has_role("legal"))
grant(P.ISSUE, has_role("issuer"))
grant(P.ANSWER, is_the_respondent)
grant(P.STATE, is_its_signer)
grant(P.LIST_APPEALS, has_role("appeals", "legal", "experts", "issuer", "auditor"))
grant(P.HEAR_APPEAL, hears_its_appeal)
grant(P.SEEK_ANNULMENT, has_role("legal"), is_its_signer)
grant(P.REPAIR, has_role("legal"))
