"""Who may see and declare an organisation's figures."""

from typing import Any

from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import KIND
from association.training.models import Enrolment
from association.training.policy import acts_for_it

DECLARES = ("training", "clerk")


class P(Permission):
    SEE = _l("查看一家单位的审核人员配备")
    DECLARE = _l("填报本单位的业务量")
    DEPART = _l("登记本单位的审核人员离开或恢复")
    LIST_ALL = _l("查看各单位的审核人员配备和合计")


def declares_for(actor: Actor, subject: Any) -> bool:
    """Clerk or training contact in office of the verified organisation."""
    return acts_for_it(actor, subject) and subject.id in actor.ids(KIND, *DECLARES)


def declares_for_theirs(actor: Actor, subject: Any) -> bool:
    """Clerk or training contact of the organisation by which somebody was named."""
    return isinstance(subject, Enrolment) and subject.organisation_id in actor.ids(KIND, *DECLARES)


grant(P.SEE, acts_for_it, has_role("courses", "auditor"))
grant(P.DECLARE, declares_for)
grant(P.DEPART, declares_for_theirs)
grant(P.LIST_ALL, has_role("courses", "auditor"))
