"""A person who is forgotten is in no public row any more. The rows stay, about nobody one could name."""

from sqlalchemy import select

from association.kernel import events
from association.kernel.db import session
from association.people.actions import PersonForgotten
from association.standing.happenings import unheard
from association.standing.models import Standing


def _forget(event: PersonForgotten) -> None:
    for row in session.scalars(select(Standing).where(Standing.person_id == event.person.id)):
        row.is_public, row.public_basis, row.public_agreed_by = False, "", None
        unheard(row)


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
