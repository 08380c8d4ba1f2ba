"""Who looks at courses whose clauses have changed."""

from association.kernel import walls
from association.kernel.policy import Permission, grant, has_role
from association.kernel.words import _l
from association.renewals.models import CourseRenewal, RenewalInvitation


class P(Permission):
    LIST_ALL = _l("查看所讲条款有变动的课程")
    REVIEW = _l("复核所讲条款有变动的课程")
    INVITE = _l("邀请证书持有人参加更新培训")


walls.concerns(CourseRenewal)
walls.concerns_with(RenewalInvitation.enrolment)

grant(P.LIST_ALL, has_role("courses", "issuer", "auditor"))
grant(P.REVIEW, has_role("courses"))
grant(P.INVITE, has_role("courses"))
