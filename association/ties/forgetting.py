"""What ties keep of a person in words, destroyed when that person is forgotten. That there was a tie, and that a wall was lifted, stays."""

from sqlalchemy import select, update

from association.kernel import events
from association.kernel.db import session
from association.people.actions import PersonForgotten
from association.ties.models import Lift, Tie


def _forget(event: PersonForgotten) -> None:
    for tie in session.scalars(select(Tie).where(Tie.person_id == event.person.id)):
        tie.said = tie.note = ""
    session.execute(update(Lift).where(Lift.person_id == event.person.id).values(reason=""))


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
