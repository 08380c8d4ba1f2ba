"""What the incubation keeps of a person in words, destroyed when that person is forgotten. Calls, numbers and days stay."""

from sqlalchemy import select

from association.kernel import events
from association.kernel.db import session
from association.kernel.search import records
from association.people.actions import PersonForgotten
from mcn.incubation import queries
from mcn.incubation.models import Talent, WorkState


def _forget(event: PersonForgotten) -> None:
    for talent in session.scalars(select(Talent).where(Talent.person_id == event.person.id)):
        talent.facts, talent.decided_because, talent.opinion = {}, "", ""
        for milestone in talent.milestones:
            milestone.report = milestone.answer = None
        for mentor in talent.mentors:
            mentor.named, mentor.ended_because = None, ""
        for work in queries.works_of(talent):
            work.consent, work.state = {}, WorkState.DOWN
            records.withdraw(f"incubation_work:{work.id}")


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
