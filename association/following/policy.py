"""Who may follow, and whose follows are theirs to change."""

from typing import Any

from association.following.models import Follow
from association.kernel.policy import Actor, Permission, grant, signed_in
from association.kernel.words import _l


class P(Permission):
    FOLLOW = _l("关注公开的内容")
    FOLLOW_FOR = _l("代表单位关注公开的内容")
    CHANGE = _l("改变或停止一项关注")


def officer_ids(actor: Actor) -> list[int]:
    """Organisations this actor may follow for."""
    return actor.ids("organisation", "clerk", "signer")


def acts_for(actor: Actor, organisation: Any) -> bool:
    """A clerk or signer in force of this organisation, which is verified."""
    return organisation is not None and organisation.id in officer_ids(actor) and organisation.is_verified


def is_theirs(actor: Actor, follow: Any) -> bool:
    """Their own, or of an organisation whose officer they are now – whoever set it up."""
    if not isinstance(follow, Follow):
        return False
    who = follow.follower
    if who.account_id is not None:
        return actor.account_id == who.account_id
    return who.organisation_id in officer_ids(actor)


grant(P.FOLLOW, signed_in)
grant(P.FOLLOW_FOR, acts_for)
grant(P.CHANGE, is_theirs)
