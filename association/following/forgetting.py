"""A forgotten person follows nothing."""

from sqlalchemy import delete, select

from association.accounts.models import Account
from association.following.models import Follow, Follower, Muted, Owed
from association.kernel import events
from association.kernel.db import session
from association.people.actions import PersonForgotten


def _forget(event: PersonForgotten) -> None:
    accounts = select(Account.id).where(Account.person_id == event.person.id)
    mine = select(Follower.id).where(Follower.account_id.in_(accounts))
    for table in (Follow, Owed, Muted):
        session.execute(delete(table).where(table.follower_id.in_(mine)))
    session.execute(delete(Muted).where(Muted.account_id.in_(accounts)))
    session.execute(delete(Follower).where(Follower.account_id.in_(accounts)))


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
