"""Who keeps the rules the hints rest on, and who may see a work. Asking for a hint is everybody's; a work is its maker's own."""

from typing import Any

from sqlalchemy import or_

from association.kernel import walls
from association.kernel.policy import Actor, Permission, Predicate, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import KIND, acts_for
from association.works.models import Work, WorkState


class P(Permission):
    SEE_RULES = _l("查看分类规则的起草和核对")
    PROPOSE_RULE = _l("提出一个时期的分类规则")
    CONFIRM_RULE = _l("确认、核对或撤下一个时期的分类规则")
    ENTER_WORK = _l("为本单位登记作品")
    KEEP_WORK = _l("修改、登记和移出本单位的作品")
    SEE_WORK = _l("查看一部作品的登记")
    LIST_WORKS = _l("查看各单位登记在册的作品")


def is_no_draft_to(*roles: str) -> Predicate:
    """Staff see what was put on the register; what a maker is still writing is nobody else's."""
    holds = has_role(*roles)

    def sees(actor: Actor, subject: Any) -> bool:
        return isinstance(subject, Work) and subject.state is not WorkState.DRAFT and holds(actor, subject)

    sees.__doc__ = "、".join(roles) + "; once it is no draft"
    return sees


def keeps_works_of(actor: Actor, subject: Any) -> bool:
    """Clerk or signer of the organisation whose work it is."""
    return acts_for(actor, subject)


walls.concerns(
    Work,
    of=lambda w: [(KIND, w.organisation_id), ("work", w.id)],
    among=lambda things: or_(
        walls.by_column(KIND, Work.organisation_id)(things), walls.by_column("work", Work.id)(things)
    ),
)
ON_DUTY = "experts"
grant(P.SEE_RULES, has_role("editor", "reviewer", "legal", "auditor"))
grant(P.PROPOSE_RULE, has_role("editor"))
grant(P.CONFIRM_RULE, has_role("reviewer", "legal"))
grant(P.ENTER_WORK, acts_for)
grant(P.KEEP_WORK, keeps_works_of)
grant(P.SEE_WORK, keeps_works_of, is_no_draft_to(ON_DUTY, "auditor"))
grant(P.LIST_WORKS, has_role(ON_DUTY, "auditor"))
