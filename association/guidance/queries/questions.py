"""Named reads of questions, of what was said and of what was answered."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import joinedload

from association.guidance.models import (
    OPEN,
    WITH_STAFF,
    GuidanceAnswer,
    GuidanceMessage,
    Question,
    QuestionState,
)
from association.kernel import clock, dated
from association.kernel.db import session
from association.organisations.models import Organisation


def all_questions() -> Select[Question]:
    """For the desk; with whose it is and who has it."""
    return (
        select(Question)
        .outerjoin(Question.organisation)
        .options(joinedload(Question.organisation), joinedload(Question.asker), joinedload(Question.assignee))
    )


def questions_with_words(rows: Select[Any], words: str) -> Select[Any]:
    """Its reference, its title, the organisation, or what was said."""
    for word in words.split():
        said = exists().where(
            GuidanceMessage.question_id == Question.id, GuidanceMessage.text.contains(word, autoescape=True)
        )
        texts = (Question.reference, Question.title, Organisation.name)
        rows = rows.where(or_(*(text.contains(word, autoescape=True) for text in texts), said))
    return rows


def overdue() -> ColumnElement[bool]:
    """`Question.is_late` in SQL."""
    return Question.state.in_(WITH_STAFF) & (Question.due_on < clock.today())


def _asking(account_id: int | None, organisation_ids: Collection[int]) -> ColumnElement[bool]:
    """`policy.asks` in SQL."""
    own = Question.organisation_id.is_(None) & (Question.account_id == account_id)
    return or_(own, Question.organisation_id.in_(organisation_ids))


def asked_by(account_id: int | None, organisation_ids: Collection[int]) -> list[Question]:
    """Of a person and of those they act for, the newest first."""
    rows = (
        select(Question)
        .where(_asking(account_id, organisation_ids))
        .options(joinedload(Question.organisation))
    )
    return list(session.scalars(rows.order_by(Question.id.desc()).limit(200)))


def waiting_for_asker(account_id: int | None, organisation_ids: Collection[int]) -> list[Question]:
    """Those that were asked back."""
    rows = select(Question).where(
        _asking(account_id, organisation_ids), Question.state == QuestionState.ASKED_BACK
    )
    rows = rows.options(joinedload(Question.organisation), joinedload(Question.asker))
    return list(session.scalars(rows.order_by(Question.moved_at, Question.id)))


def with_staff() -> list[Question]:
    """What waits for an answer or for its approval, the oldest deadline first."""
    rows = all_questions().where(Question.state.in_(WITH_STAFF))
    return list(session.scalars(rows.order_by(Question.due_on, Question.id).limit(200)))


def how_many_open(account_id: int | None) -> int:
    rows = select(func.count()).where(Question.account_id == account_id, Question.state.in_(OPEN))
    return int(session.scalar(rows) or 0)


def messages_of(question: Question, *, internal: bool) -> list[GuidanceMessage]:
    """In the order they were said; what staff say among themselves only where asked for."""
    rows = select(GuidanceMessage).where(GuidanceMessage.question_id == question.id)
    if not internal:
        rows = rows.where(GuidanceMessage.is_internal.is_(False))
    return list(
        session.scalars(rows.options(joinedload(GuidanceMessage.account)).order_by(GuidanceMessage.id))
    )


def answers_of(question: Question) -> list[GuidanceAnswer]:
    """Those the asker has, in order."""
    rows = select(GuidanceAnswer).where(
        GuidanceAnswer.question_id == question.id, GuidanceAnswer.approved_at.is_not(None)
    )
    return list(session.scalars(rows.order_by(GuidanceAnswer.number)))


def draft_of(question: Question) -> GuidanceAnswer | None:
    """The answer that is being written."""
    rows = select(GuidanceAnswer).where(
        GuidanceAnswer.question_id == question.id, GuidanceAnswer.approved_at.is_(None)
    )
    return session.scalars(rows).one_or_none()


def too_long_silent(*, limit: int) -> list[Question]:
    """Answered or asked back, and nobody has said anything for the days set."""
    days = int(dated.value("guidance.close_days"))
    rows = select(Question).where(
        Question.state.in_([QuestionState.ANSWERED, QuestionState.ASKED_BACK]),
        Question.moved_at < clock.now() - timedelta(days=days),
    )
    return list(session.scalars(rows.order_by(Question.id).limit(limit)))
