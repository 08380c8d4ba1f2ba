"""What waits for somebody about accounts."""

from collections.abc import Iterable

from association.accounts import queries
from association.accounts.policy import P
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Proposals of roles that this administrator may confirm: not their own, not about themselves."""
    if actor.account_id is None or not can(actor, P.CONFIRM):
        return
    for grant in queries.proposals_for(actor.account_id):
        yield Waiting(
            title=_("授予角色：第二人确认"),
            ask=_("拟授予%(name)s“%(role)s”角色。须由两人确认，你是第二人。", name=grant.account.name, role=str(grant.role.label)),
            what=_("账户"), area="accounts", endpoint="staff_accounts.show", values={"id": grant.account_id},
            button=_("确认或拒绝"),
        )  # fmt: skip
