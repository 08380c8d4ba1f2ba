"""Papers, answers, and who may sit."""

import hmac
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import contains_eager

from association.exams import tickets
from association.exams.models import Answer, Candidate, ExamPlan, Item, PlanState, Sitting, SittingState
from association.experts.models import Expert
from association.experts.queries import serving
from association.kernel.db import session
from association.kernel.policy import Actor
from association.training.models import (
    Course,
    CourseSession,
    Enrolment,
    EnrolmentState,
    SessionState,
    Teacher,
)


def sittings_of(enrolments: Iterable[int]) -> dict[int, list[Sitting]]:
    """Enrolment → its papers, the first attempt first; one statement."""
    ids = list(enrolments)
    found: dict[int, list[Sitting]] = {id_: [] for id_ in ids}
    rows = select(Sitting).where(Sitting.enrolment_id.in_(ids))
    for sitting in session.scalars(rows.order_by(Sitting.enrolment_id, Sitting.attempt)):
        found[sitting.enrolment_id].append(sitting)
    return found


def open_sitting(enrolment: Enrolment) -> Sitting | None:
    rows = select(Sitting).where(Sitting.enrolment_id == enrolment.id, Sitting.state == SittingState.OPEN)
    return session.scalars(rows).one_or_none()


def items_of(sitting: Sitting) -> list[Item]:
    """As they are now: whoever holds the paper's lock must not see what was read before it."""
    rows = select(Item).where(Item.sitting_id == sitting.id).order_by(Item.position)
    return list(session.scalars(rows, execution_options={"populate_existing": True}))


def answers_of(items: Sequence[Item]) -> dict[int, list[Answer]]:
    """Item → every save, the first first."""
    found: dict[int, list[Answer]] = {item.id: [] for item in items}
    rows = select(Answer).where(Answer.item_id.in_(list(found)))
    for answer in session.scalars(rows.order_by(Answer.item_id, Answer.number)):
        found[answer.item_id].append(answer)
    return found


def all_sittings() -> Select[Sitting]:
    return select(Sitting).join(Sitting.plan).join(ExamPlan.course)


def with_number(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(
            or_(
                Sitting.number.contains(word.upper(), autoescape=True),
                Course.title.contains(word, autoescape=True),
            )
        )
    return rows


def overdue(now: datetime) -> list[Sitting]:
    """Their time is over and nobody has handed them in."""
    rows = select(Sitting).where(Sitting.state == SittingState.OPEN, Sitting.due_at <= now)
    return list(session.scalars(rows.order_by(Sitting.due_at, Sitting.id).limit(500)))


def to_mark(actor: Actor, day: date) -> list[Sitting]:
    """Papers of the courses somebody teaches, the oldest first; whether a tie stands between them the policy says."""
    if actor.person_id is None:
        return []
    taught = (
        select(Teacher.course_id)
        .join(Teacher.expert)
        .where(Expert.person_id == actor.person_id, serving(day))
    )
    rows = (
        select(Sitting)
        .join(Sitting.plan)
        .where(
            ExamPlan.course_id.in_(taught), Sitting.state.in_((SittingState.MARKING, SittingState.APPEALED))
        )
        .options(contains_eager(Sitting.plan))
    )
    return list(session.scalars(rows.order_by(Sitting.submitted_at, Sitting.id).limit(200)))


def unmarked() -> list[Sitting]:
    """Waiting for a marker, the oldest first."""
    rows = select(Sitting).where(Sitting.state.in_((SittingState.MARKING, SittingState.APPEALED)))
    return list(session.scalars(rows.order_by(Sitting.submitted_at, Sitting.id).limit(100)))


def candidates_of(enrolments: Iterable[int]) -> dict[int, Candidate]:
    rows = select(Candidate).where(Candidate.enrolment_id.in_(list(enrolments)))
    return {c.enrolment_id: c for c in session.scalars(rows.order_by(Candidate.id))}


def own_places(actor: Actor) -> list[Enrolment]:
    """Places one sits for oneself whose course has an exam, the newest first."""
    if actor.person_id is None:
        return []
    claimed = select(Candidate.enrolment_id).where(Candidate.person_id == actor.person_id)
    mine = or_(Enrolment.person_id == actor.person_id, Enrolment.id.in_(claimed))
    rows = _needing().where(mine)
    return list(session.scalars(rows.order_by(Enrolment.id.desc()).limit(100)))


def _needing() -> Select[Enrolment]:
    """Admitted to a session that needs an exam; `gates.plan_for` says the same of one."""
    return (
        select(Enrolment)
        .join(Enrolment.session)
        .join(CourseSession.course)
        .join(ExamPlan, ExamPlan.course_id == Course.id)
        .where(
            Enrolment.state == EnrolmentState.ADMITTED, CourseSession.state == SessionState.PUBLISHED,
            ExamPlan.state == PlanState.IN_FORCE, ExamPlan.in_force_at < CourseSession.ends_at,
        )
        .options(contains_eager(Enrolment.session).contains_eager(CourseSession.course))
    )  # fmt: skip


def places_to_tell(now: datetime, since: datetime) -> list[Enrolment]:
    """Their session is over since then, an exam is needed, and nobody was told."""
    told = select(Candidate.enrolment_id).where(Candidate.told_on.is_not(None))
    rows = _needing().where(
        CourseSession.ends_at <= now, CourseSession.ends_at > since, Enrolment.id.not_in(told)
    )
    return list(session.scalars(rows.order_by(Enrolment.id).limit(1000)))


def places_to_remind(now: datetime, window: timedelta, ahead: timedelta) -> list[Enrolment]:
    """Told, no paper handed in, not reminded, and the window closes within `ahead`."""
    told = select(Candidate.enrolment_id).where(
        Candidate.told_on.is_not(None), Candidate.reminded_on.is_(None)
    )
    sat = select(Sitting.enrolment_id)
    rows = _needing().where(
        Enrolment.id.in_(told), Enrolment.id.not_in(sat),
        CourseSession.ends_at > now - window, CourseSession.ends_at <= now - window + ahead,
    )  # fmt: skip
    return list(session.scalars(rows.order_by(Enrolment.id).limit(1000)))


def enrolment_with_code(code: str, key_of: Sequence[str]) -> Enrolment | None:
    """The place of an organisation with this ticket's code and one of these keyed numbers."""
    rows = select(Enrolment).where(
        Enrolment.number_key.in_(list(key_of)), Enrolment.person_id.is_(None),
        Enrolment.state == EnrolmentState.ADMITTED,
    )  # fmt: skip
    found = session.scalars(rows.order_by(Enrolment.id))
    return next(
        (e for e in found if hmac.compare_digest(tickets.code_of(e).encode(), tickets.tidy(code).encode())),
        None,
    )
