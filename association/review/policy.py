"""Who may do what with reviews. A review concerns its work and its studio; experts come in through the panel; the studio never learns who they are."""

from typing import Any

from association.kernel import walls
from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.panels.policy import reads
from association.review.models import ReviewFinding, ReviewPoint, ReviewRound, WorkReview


class P(Permission):
    SUBMIT = _l("提交作品，请专家评议")
    OWN = _l("补正、撤回本单位的评议，答复报告")
    SEE_OWN = _l("查看本单位的评议")
    SEE_FILE = _l("查看评议的办理材料")
    READ = _l("查看评议的基本情况")
    LIST = _l("查看全部评议")
    ACCEPT = _l("受理、退回、归档评议，安排复核")
    ASSIGN = _l("指定审看专家")
    CONFER = _l("合并专家的问题，写成报告稿")
    ISSUE = _l("签发评议报告")
    READ_REPORT = _l("查看已签发的评议报告")


walls.concerns_with(WorkReview.work)
walls.concerns_with(ReviewRound.review)
walls.concerns_with(ReviewPoint.round)
walls.concerns_with(ReviewFinding.round)
STAFF = has_role("experts", "issuer", "auditor")


def acts_for_an_organisation(actor: Actor, _subject: Any) -> bool:
    """Clerk or signer of any organisation."""
    return bool(actor.ids("organisation", "clerk", "signer"))


def is_of_the_studio(actor: Actor, subject: Any) -> bool:
    """Clerk or signer of the organisation that has handed the work in."""
    return isinstance(subject, WorkReview) and subject.work.organisation_id in actor.ids(
        "organisation", "clerk", "signer"
    )


def is_issued_and_of_the_studio(actor: Actor, subject: Any) -> bool:
    """The studio's clerk or signer, once the report is issued."""
    return (
        isinstance(subject, ReviewRound)
        and subject.issued_at is not None
        and is_of_the_studio(actor, subject.review)
    )


def is_issued_and_for_staff(actor: Actor, subject: Any) -> bool:
    """experts、issuer、auditor, once the report is issued."""
    return isinstance(subject, ReviewRound) and subject.issued_at is not None and STAFF(actor, subject)


def sits(actor: Actor, subject: Any) -> bool:
    """An expert of the panel who has declared to have no tie."""
    return isinstance(subject, WorkReview) and reads(actor, subject)


grant(P.SUBMIT, acts_for_an_organisation)
grant(P.OWN, is_of_the_studio)
grant(P.SEE_OWN, is_of_the_studio)
grant(P.SEE_FILE, STAFF)
grant(P.READ, is_of_the_studio, sits, STAFF)
grant(P.LIST, STAFF)
grant(P.ACCEPT, has_role("experts"))
grant(P.ASSIGN, has_role("experts"))
grant(P.CONFER, has_role("experts"))
grant(P.ISSUE, has_role("issuer"))
grant(P.READ_REPORT, is_issued_and_of_the_studio, is_issued_and_for_staff)
