"""Named reads of interviews."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from association.kernel.db import session
from association.organisations.models import Organisation
from association.remedies.models import Interview, InterviewState

AT_WORK = (
    InterviewState.MOVE_ASKED,
    InterviewState.CONFIRMED,
    InterviewState.ABSENT,
    InterviewState.OBJECTED,
)
WAITING = (InterviewState.PROPOSED, InterviewState.MINUTES)


def all_interviews() -> Select[Interview]:
    """For the desk, with whom they are with."""
    return select(Interview).join(Interview.organisation).options(joinedload(Interview.organisation))


def interviews_with_words(rows: Select[Any], words: str) -> Select[Any]:
    """Number, subject, organisation or minutes."""
    for word in words.split():
        texts = (Interview.number, Interview.subject, Organisation.name, Interview.about, Interview.minutes)
        rows = rows.where(or_(*(text.contains(word, autoescape=True) for text in texts)))
    return rows


def interviews_at_work() -> list[Interview]:
    """Where the office has the next step."""
    rows = all_interviews().where(Interview.state.in_(AT_WORK))
    return list(session.scalars(rows.order_by(Interview.meets_at, Interview.id)))


def interviews_of(organisation_ids: Collection[int]) -> list[Interview]:
    """With these organisations, the newest first."""
    rows = all_interviews().where(Interview.organisation_id.in_(organisation_ids))
    return list(session.scalars(rows.order_by(Interview.id.desc()).limit(200)))


def interviews_waiting_at(organisation_ids: Collection[int]) -> list[Interview]:
    """Where these organisations have the next step."""
    rows = all_interviews().where(
        Interview.organisation_id.in_(organisation_ids), Interview.state.in_(WAITING)
    )
    return list(session.scalars(rows.order_by(Interview.meets_at, Interview.id)))
