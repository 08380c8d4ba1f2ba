"""Who may do what with figures. An organisation's figures are its own and the office's; everybody reads sums."""

from typing import Any

from association.kernel import walls
from association.kernel.policy import Actor, Permission, anyone, grant, has_role
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.organisations.policy import acts_for, signs_for
from bulletins.figures.models import Edition, EditionState, Fault, Period, Report, Token


class P(Permission):
    READ = _l("查看公布的行业数据")
    READ_PERIOD = _l("查看收集行业数据的期间")
    REPORT = _l("为本单位填报行业数据")
    CONFIRM = _l("以授权签署人身份确认行业数据")
    KEEP_TOKENS = _l("为本单位生成和撤销报送接口的令牌")
    SEE_REPORT = _l("查看一家单位报送的行业数据")
    SEE_DESK = _l("查看行业数据的收集和公布情况")
    LIST_REPORTS = _l("查看各单位报送的行业数据")
    OPEN_PERIOD = _l("开始收集一期行业数据")
    ASK = _l("请单位说明报送的行业数据")
    DRAFT_EDITION = _l("拟定一期行业数据的合计")
    ISSUE = _l("签发一期行业数据的合计")
    DROP = _l("作废一版没有签发的合计")
    PROPOSE_FAULT = _l("提出统计项目")
    CONFIRM_FAULT = _l("确认统计项目")


def is_public(_actor: Actor, subject: Any) -> bool:
    """Issued, also where a later edition follows."""
    return isinstance(subject, Edition) and subject.state in (EditionState.ISSUED, EditionState.REPLACED)


def reports_for(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in office of the verified organisation."""
    organisation = subject.organisation if isinstance(subject, Report) else subject
    return (
        isinstance(organisation, Organisation) and organisation.is_verified and acts_for(actor, organisation)
    )


def signs_report(actor: Actor, subject: Any) -> bool:
    """Authorised signer in office of the organisation that reports."""
    return isinstance(subject, Report) and signs_for(actor, subject)


def is_its_officer(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in office of the organisation that reports."""
    return isinstance(subject, Report) and acts_for(actor, subject)


def signs_for_tokens(actor: Actor, subject: Any) -> bool:
    """Authorised signer in office of the organisation whose program reports."""
    return isinstance(subject, Organisation | Token) and signs_for(actor, subject)


STAFF = ("registrar", "issuer", "auditor")

for _shared in (Period, Edition, Fault):
    walls.concerns(_shared)
grant(P.READ, is_public, has_role(*STAFF))
grant(P.READ_PERIOD, anyone)
grant(P.REPORT, reports_for)
grant(P.CONFIRM, signs_report)
grant(P.KEEP_TOKENS, signs_for_tokens)
grant(P.SEE_REPORT, is_its_officer, has_role("registrar", "auditor"))
grant(P.SEE_DESK, has_role(*STAFF))
grant(P.LIST_REPORTS, has_role("registrar", "auditor"))
grant(P.OPEN_PERIOD, has_role("registrar"))
grant(P.ASK, has_role("registrar"))
grant(P.DRAFT_EDITION, has_role("registrar"))
grant(P.ISSUE, has_role("issuer"))
grant(P.DROP, has_role("registrar", "issuer"))
grant(P.PROPOSE_FAULT, has_role("registrar"))
grant(P.CONFIRM_FAULT, has_role("issuer"))
