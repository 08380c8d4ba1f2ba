"""What somebody wrote in an exam goes when they are forgotten; that a paper was sat, and how it ended, stays without them."""

from sqlalchemy import delete, select

from association.exams import queries
from association.exams.models import Answer, Candidate, Sitting
from association.kernel import events
from association.kernel.db import session
from association.people.actions import PersonForgotten


def _forget(event: PersonForgotten) -> None:
    for sitting in session.scalars(select(Sitting).where(Sitting.person_id == event.person.id)):
        sitting.appeal = ""
        items = queries.items_of(sitting)
        for item in items:
            item.said, item.remark = {}, ""
        session.execute(delete(Answer).where(Answer.item_id.in_([item.id for item in items])))
    for candidate in session.scalars(select(Candidate).where(Candidate.person_id == event.person.id)):
        candidate.person_id = None


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
