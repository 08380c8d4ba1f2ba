"""A forgotten person puts nothing right under their name any more: answers and prints of their organisations keep the mask."""

from sqlalchemy import select

from association.kernel import events
from association.kernel.db import session
from association.organisations.models import Officer
from association.people.actions import PersonForgotten
from association.selfcheck.effects import checks
from association.selfcheck.models import CheckAnswer, CheckState, SelfCheck


def _forget(event: PersonForgotten) -> None:
    """The owner's name is encrypted, so each answer with one is opened and compared."""
    theirs = select(Officer.organisation_id).where(Officer.person_id == event.person.id)
    rows = (
        select(CheckAnswer)
        .join(CheckAnswer.check)
        .where(SelfCheck.organisation_id.in_(theirs), CheckAnswer.owner.is_not(None))
        .order_by(CheckAnswer.id)
    )
    touched: dict[int, SelfCheck] = {}
    for answer in session.scalars(rows):
        if answer.owner == event.name:
            answer.owner = event.person.name
            touched[answer.check_id] = answer.check
    for check in touched.values():
        if check.state is CheckState.FINISHED:
            checks.print_anew(check)


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
