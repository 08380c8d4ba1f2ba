"""Who may do what with rosters and ceremonies."""

from typing import Any

from association.kernel.policy import Actor, Permission, anyone, grant, has_role
from association.kernel.words import _l
from association.pledges.policy import STAFF
from association.rosters import queries
from association.rosters.models import Ceremony


class P(Permission):
    READ = _l("查看公约的名册")
    TAKE = _l("编制名册（由系统按期办理）")
    SEE_CEREMONY = _l("查看一次集体签署的名单")
    LIST_CEREMONIES = _l("查看全部集体签署，包括未确认的名单")
    ARRANGE = _l("安排集体签署、印名单")


def has_somebody_confirmed(_actor: Actor, subject: Any) -> bool:
    """Public once the association has confirmed a signature of the batch."""
    return isinstance(subject, Ceremony) and queries.has_confirmed(subject)


grant(P.READ, anyone)
grant(P.TAKE, has_role("registrar"))
grant(P.SEE_CEREMONY, has_somebody_confirmed, has_role(*STAFF))
grant(P.LIST_CEREMONIES, has_role(*STAFF))
grant(P.ARRANGE, has_role("registrar"))
