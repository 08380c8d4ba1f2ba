"""Named reads of the incubation. Lists are ordered by day."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from association.experts.models import Expert
from association.kernel.db import session
from association.kernel.policy import Actor
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.people.models import Person
from mcn.incubation.models import (
    TAKEN,
    CallState,
    IncubatedWork,
    IncubationCall,
    Mentor,
    MentorState,
    Milestone,
    MilestoneState,
    Talent,
    TalentState,
    WorkState,
)


def calls() -> Select[IncubationCall]:
    """In public."""
    return select(IncubationCall).where(IncubationCall.state == CallState.PUBLISHED)


def all_calls() -> list[IncubationCall]:
    return list(session.scalars(select(IncubationCall).order_by(IncubationCall.id.desc()).limit(200)))


def calls_to_publish() -> list[IncubationCall]:
    rows = select(IncubationCall).where(IncubationCall.state == CallState.DRAFT)
    return list(session.scalars(rows.order_by(IncubationCall.id)))


def talents() -> Select[Talent]:
    """For the desk."""
    return select(Talent).join(Talent.person).options(contains_eager(Talent.person))


def called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(Person.name.contains(word, autoescape=True))
    return rows


def in_state(*states: TalentState) -> list[Talent]:
    rows = talents().where(Talent.state.in_(states))
    return list(session.scalars(rows.order_by(Talent.submitted_at, Talent.id).limit(200)))


def own(actor: Actor) -> list[Talent]:
    """The newest first."""
    if actor.person_id is None:
        return []
    rows = select(Talent).where(Talent.person_id == actor.person_id)
    return list(session.scalars(rows.order_by(Talent.id.desc())))


def of_call(call: IncubationCall, person_id: int) -> Talent | None:
    rows = select(Talent).where(Talent.call_id == call.id, Talent.person_id == person_id)
    return session.scalars(rows).one_or_none()


def taken(call: IncubationCall) -> int:
    """How many places are given."""
    rows = select(Talent.id).where(Talent.call_id == call.id, Talent.state.in_(TAKEN))
    return len(list(session.scalars(rows)))


def guided_by(actor: Actor, *states: MentorState) -> list[Mentor]:
    """What an expert is asked, or guides."""
    if actor.person_id is None:
        return []
    rows = (
        select(Mentor).join(Mentor.expert).options(contains_eager(Mentor.expert), joinedload(Mentor.talent))
    )
    rows = rows.where(Expert.person_id == actor.person_id, Mentor.state.in_(states))
    return list(session.scalars(rows.order_by(Mentor.id)))


def milestones(state: MilestoneState) -> list[Milestone]:
    """Of those who are in incubation now, the first due first."""
    rows = select(Milestone).join(Milestone.talent).options(contains_eager(Milestone.talent))
    rows = rows.where(Milestone.state == state, Talent.state == TalentState.SELECTED)
    return list(session.scalars(rows.order_by(Milestone.due_on, Milestone.id).limit(200)))


def due_by(day: date) -> list[Milestone]:
    """Open, due by the day, not reminded of yet."""
    return [m for m in milestones(MilestoneState.SET) if m.due_on <= day and m.reminded_on is None]


def shown() -> ColumnElement[bool]:
    """`IncubatedWork.is_shown`, in SQL."""
    in_public = select(Organisation.id).where(organisations.in_public())
    return and_(
        IncubatedWork.state == WorkState.SHOWN,
        or_(IncubatedWork.organisation_id.is_(None), IncubatedWork.organisation_id.in_(in_public)),
    )


def works() -> Select[IncubatedWork]:
    """In public."""
    return select(IncubatedWork).where(shown())


def works_called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(
            or_(
                IncubatedWork.title.contains(word, autoescape=True),
                IncubatedWork.text.contains(word, autoescape=True),
            )
        )
    return rows


def works_of(talent: Talent) -> list[IncubatedWork]:
    return list(
        session.scalars(
            select(IncubatedWork).where(IncubatedWork.talent_id == talent.id).order_by(IncubatedWork.id)
        )
    )


def works_of_organisation(organisation_id: int) -> list[IncubatedWork]:
    """For its public record."""
    rows = works().where(IncubatedWork.organisation_id == organisation_id)
    return list(session.scalars(rows.order_by(IncubatedWork.shown_at.desc(), IncubatedWork.id.desc())))


def works_offered() -> list[IncubatedWork]:
    rows = select(IncubatedWork).where(IncubatedWork.state == WorkState.OFFERED)
    return list(session.scalars(rows.order_by(IncubatedWork.offered_at, IncubatedWork.id).limit(200)))
