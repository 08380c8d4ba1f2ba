"""What panels keep of a person in words about them, destroyed when that person is forgotten. That they sat, and the opinion given, stays."""

from sqlalchemy import select

from association.kernel import events
from association.kernel.db import session
from association.panels.models import PanelSeat
from association.people.actions import PersonForgotten


def _forget(event: PersonForgotten) -> None:
    for seat in session.scalars(select(PanelSeat).where(PanelSeat.person_id == event.person.id)):
        seat.declared_words = seat.left_because = ""


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
