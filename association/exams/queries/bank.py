"""Questions and plans."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Select, case, func, select

from association.exams.drawing import Place
from association.exams.models import (
    ASKABLE,
    OVER,
    ExamPlan,
    Item,
    PlanState,
    Question,
    QuestionState,
    Sitting,
)
from association.kernel.db import session
from association.rules.models import Citation, Edition


def bank() -> Select[Question]:
    return select(Question)


def worded(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(Question.words.contains(word, autoescape=True))
    return rows


def askable() -> dict[Place, list[int]]:
    """What new papers are drawn from: (kind, topic) → questions."""
    rows = session.execute(
        select(Question.id, Question.kind, Question.topic)
        .where(Question.state == ASKABLE)
        .order_by(Question.id)
    )
    found: dict[Place, list[int]] = {}
    for id_, kind, topic in rows:
        found.setdefault((kind.value, topic), []).append(int(id_))
    return found


def at_work() -> list[Question]:
    """Waiting to be put into use, the oldest first."""
    rows = select(Question).where(Question.state == QuestionState.DRAFT)
    return list(session.scalars(rows.order_by(Question.id).limit(200)))


def in_doubt() -> list[Question]:
    """Waiting to be looked at again."""
    rows = select(Question).where(Question.state == QuestionState.DOUBTED)
    return list(session.scalars(rows.order_by(Question.id).limit(200)))


def citing(document_id: int | None = None) -> list[Question]:
    """Questions in use or in doubt that cite a document (any)."""
    cites = (
        select(Citation.subject_id)
        .join(Citation.edition)
        .where(Citation.subject_kind == Question.__tablename__)
    )
    if document_id is not None:
        cites = cites.where(Edition.document_id == document_id)
    rows = select(Question).where(
        Question.id.in_(cites), Question.state.in_((QuestionState.USED, QuestionState.DOUBTED))
    )
    return list(session.scalars(rows.order_by(Question.id)))


def questions_like(words: Collection[str]) -> set[str]:
    """Which of these words the bank has already, retired ones aside."""
    rows = select(Question.words).where(Question.words.in_(words), Question.state != QuestionState.RETIRED)
    return set(session.scalars(rows))


def plan_of(course_id: int, state: PlanState = PlanState.IN_FORCE) -> ExamPlan | None:
    rows = select(ExamPlan).where(ExamPlan.course_id == course_id, ExamPlan.state == state)
    return session.scalars(rows).one_or_none()


def plans_of(courses: Iterable[int]) -> dict[int, ExamPlan]:
    """Course → the plan in force."""
    rows = select(ExamPlan).where(ExamPlan.course_id.in_(set(courses)), ExamPlan.state == PlanState.IN_FORCE)
    return {plan.course_id: plan for plan in session.scalars(rows.order_by(ExamPlan.id))}


def plans_to_use() -> list[ExamPlan]:
    rows = select(ExamPlan).where(ExamPlan.state == PlanState.DRAFT)
    return list(session.scalars(rows.order_by(ExamPlan.id).limit(200)))


def right_shares(questions: Collection[int], least: int) -> dict[int, tuple[int, int]]:
    """Question → (papers that asked it and are marked, how many of them had all its points); only where at least so many did. Names nobody."""
    full = func.sum(case((Item.points == Question.points, 1), else_=0))
    asked = func.count(Item.id)
    rows = session.execute(
        select(Item.question_id, asked, full)
        .join(Item.sitting)
        .join(Item.question)
        .where(Item.question_id.in_(questions), Sitting.state.in_(OVER), Item.points.is_not(None))
        .group_by(Item.question_id)
        .having(asked >= least)
    )
    return {int(id_): (int(n), int(right)) for id_, n, right in rows}
