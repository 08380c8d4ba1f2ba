"""Named reads of courses required."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import contains_eager

from association.kernel import clock, dated
from association.kernel.certificates import Certificate
from association.kernel.db import session
from association.organisations.models import Organisation
from association.remedies.models import GuidanceNote
from association.requirements.models import CourseRequirement, RequirementState
from association.training import queries as training
from association.training.models import Course, CourseSession, Enrolment

R = RequirementState
SHOWN = (R.OPEN, R.MET, R.LIFTED)


def everything() -> Select[CourseRequirement]:
    return (
        select(CourseRequirement)
        .join(CourseRequirement.organisation)
        .join(CourseRequirement.course)
        .options(contains_eager(CourseRequirement.organisation), contains_eager(CourseRequirement.course))
    )


def called(rows: Select[CourseRequirement], words: str) -> Select[CourseRequirement]:
    for word in words.split():
        rows = rows.where(
            or_(
                Organisation.name.contains(word, autoescape=True),
                Course.title.contains(word, autoescape=True),
            )
        )
    return rows


def late() -> ColumnElement[bool]:
    """`CourseRequirement.is_late`, in SQL."""
    return and_(CourseRequirement.state == R.OPEN, CourseRequirement.due_on < clock.today())


def of_note(note: GuidanceNote, *states: RequirementState) -> list[CourseRequirement]:
    rows = everything().where(CourseRequirement.note_id == note.id)
    if states:
        rows = rows.where(CourseRequirement.state.in_(states))
    return list(session.scalars(rows.order_by(CourseRequirement.id)))


def of_organisations(ids: Collection[int]) -> list[CourseRequirement]:
    """What they were asked, the next due first."""
    rows = everything().where(
        CourseRequirement.organisation_id.in_(ids), CourseRequirement.from_on.is_not(None)
    )
    return list(session.scalars(rows.order_by(CourseRequirement.due_on, CourseRequirement.id).limit(200)))


def open_of(organisation_id: int, course_id: int) -> list[CourseRequirement]:
    rows = everything().where(
        CourseRequirement.organisation_id == organisation_id, CourseRequirement.course_id == course_id,
        CourseRequirement.state == R.OPEN,
    )  # fmt: skip
    return list(session.scalars(rows.order_by(CourseRequirement.id)))


def open_now(ids: Collection[int]) -> list[CourseRequirement]:
    rows = everything().where(CourseRequirement.organisation_id.in_(ids), CourseRequirement.state == R.OPEN)
    return list(session.scalars(rows.order_by(CourseRequirement.due_on, CourseRequirement.id)))


def late_now() -> list[CourseRequirement]:
    return list(
        session.scalars(everything().where(late()).order_by(CourseRequirement.due_on, CourseRequirement.id).limit(200))
    )  # fmt: skip


def to_remind(today: date) -> list[CourseRequirement]:
    last = today + timedelta(days=int(dated.value("requirements.remind_days")))
    rows = everything().where(
        CourseRequirement.state == R.OPEN, CourseRequirement.reminded_on.is_(None), CourseRequirement.due_on.between(today, last),
        CourseRequirement.from_on < today,
    )  # fmt: skip
    return list(session.scalars(rows.order_by(CourseRequirement.id).limit(200)))


def _counts() -> ColumnElement[bool]:
    """A certificate that counts: of this course and this organisation, confirmed by it, issued since it was asked – or before, where that is said to do."""
    return and_(
        Enrolment.organisation_id == CourseRequirement.organisation_id, Enrolment.employer_at.is_not(None),
        Enrolment.number_key.is_not(None),
        or_(CourseRequirement.counts_earlier.is_(True), Certificate.valid_from >= CourseRequirement.from_on),
    )  # fmt: skip


def passed(rows: Iterable[CourseRequirement]) -> dict[int, int]:
    """Requirement → people with a valid certificate that counts, in one statement."""
    ids = [row.id for row in rows]
    counted: Any = (
        select(CourseRequirement.id, func.count(Enrolment.number_key.distinct()))
        .join(CourseSession, CourseSession.course_id == CourseRequirement.course_id)
        .join(Enrolment, Enrolment.session_id == CourseSession.id)
        .join(Certificate, Certificate.id == Enrolment.certificate_id)
        .where(CourseRequirement.id.in_(ids), _counts())
        .group_by(CourseRequirement.id)
    )
    found: Any = session.execute(training.valid_on(counted, clock.today()))
    known = {int(id_): int(n) for id_, n in found}
    return {id_: known.get(id_, 0) for id_ in ids}


def who_passed(row: CourseRequirement) -> list[Enrolment]:
    rows = (
        select(Enrolment)
        .join(Enrolment.session)
        .join(CourseRequirement, CourseRequirement.course_id == CourseSession.course_id)
        .join(Enrolment.certificate)
        .where(CourseRequirement.id == row.id, _counts())
        .options(contains_eager(Enrolment.certificate), contains_eager(Enrolment.session))
    )
    return list(session.scalars(training.valid_on(rows, clock.today()).order_by(Enrolment.id)))
