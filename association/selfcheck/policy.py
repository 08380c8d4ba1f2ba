"""Who may do what with self-checks. What an organisation answers is its officers' until they share it; nobody else reads it, staff and
auditor included."""

from typing import Any

from association.kernel import walls
from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.selfcheck.models import CheckAnswer, Part, QuestionnaireVersion, Round, SelfCheck

STAFF = ("registrar", "issuer", "auditor")
KIND = "organisation"


class P(Permission):
    READ = _l("查看已发布的自查问卷和公布的专项自查结果")
    READ_FILE = _l("查看问卷草稿和办理记录")
    DRAFT = _l("起草自查问卷的新版本")
    PUBLISH = _l("发布、退回、停用自查问卷")
    START = _l("为本单位开始自查")
    SEE_PART = _l("查看本单位应参加的专项自查")
    SEE_CHECK = _l("查看一次自查的回答、证明材料和整改")
    FILL = _l("为本单位填写自查、登记整改")
    SHARE = _l("以授权签署人身份把自查共享给协会")
    READ_SHARED = _l("查看单位共享的自查列表")
    READ_ROUND = _l("查看专项自查和应参加的单位")
    DRAFT_ROUND = _l("起草专项自查")
    OPEN_ROUND = _l("发起、退回、结束专项自查")
    PUBLISH_ROUND = _l("公布专项自查的结果")


def is_public(_actor: Actor, subject: Any) -> bool:
    """Published, also when a later version has taken its place; a round whose results are published."""
    return isinstance(subject, QuestionnaireVersion | Round) and subject.is_public


def is_of_its_officers(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in office of the organisation whose self-check, or part in a round, it is."""
    return isinstance(subject, SelfCheck | CheckAnswer | Part) and subject.organisation_id in actor.ids(
        KIND, "clerk", "signer"
    )


def is_shared_with_the_association(actor: Actor, subject: Any) -> bool:
    """registrar、auditor，仅限单位已共享的"""
    check = subject.check if isinstance(subject, CheckAnswer) else subject
    return (
        isinstance(check, SelfCheck)
        and check.is_shared
        and not actor.roles.isdisjoint(("registrar", "auditor"))
    )


def is_of_its_signer(actor: Actor, subject: Any) -> bool:
    """Authorised signer in office of the organisation whose self-check it is."""
    return isinstance(subject, SelfCheck) and actor.is_to("signer", KIND, subject.organisation_id)


def acts_for_verified(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in office of a verified organisation."""
    return (
        isinstance(subject, Organisation)
        and subject.is_verified
        and subject.id in actor.ids(KIND, "clerk", "signer")
    )


walls.concerns_with(CheckAnswer.check)
grant(P.READ, is_public, has_role(*STAFF))
grant(P.READ_FILE, has_role(*STAFF))
grant(P.DRAFT, has_role("registrar"))
grant(P.PUBLISH, has_role("registrar"))
grant(P.START, acts_for_verified)
grant(P.SEE_PART, is_of_its_officers)
grant(P.SEE_CHECK, is_of_its_officers, is_shared_with_the_association)
grant(P.FILL, is_of_its_officers)
grant(P.SHARE, is_of_its_signer)
grant(P.READ_SHARED, has_role("registrar", "auditor"))
grant(P.READ_ROUND, has_role(*STAFF))
grant(P.DRAFT_ROUND, has_role("registrar"))
grant(P.OPEN_ROUND, has_role("registrar"))
grant(P.PUBLISH_ROUND, has_role("issuer"))
