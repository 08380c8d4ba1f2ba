"""From an account to the actor that policies ask about. Costs two statements and one for each source of relations and, with a role, of walls."""

from association.accounts import queries
from association.accounts.models import Account
from association.kernel import clock
from association.kernel.policy import Actor, relations_of, walls_of
from association.kernel.words import spoken_in


def actor_of(account: Account, *, capacity: str = "") -> Actor:
    """Who this account is today. `capacity` is the one chosen (a role's value or "organisation:12:signer"); without one, the first."""
    today = clock.today()
    with spoken_in("zh_Hans"):  # the trail's language; pages retell it in the reader's
        roles = queries.roles_of(account.id, today)
        relations = relations_of(account.person_id, today)
        choices = {role.value: str(role.label) for role in roles}
        choices |= {
            f"{r.kind}:{r.id}:{r.word}": r.label for r in relations if not r.word.startswith("proposed_")
        }
    chosen = choices.get(capacity) or next(iter(choices.values()), "")
    return Actor(
        account_id=account.id,
        person_id=account.person_id,
        name=account.name,
        roles=frozenset(role.value for role in roles),
        relations=relations,
        capacity=chosen,
        capacities=tuple(choices.items()),
        # Who has no role has nothing a wall could take away.
        walls=walls_of(account.person_id, today) if roles else frozenset(),
    )
