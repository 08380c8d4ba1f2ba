"""Who was there."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select

from association.kernel.db import session
from association.training.models import (
    Attendance,
    CourseSession,
    Enrolment,
    EnrolmentState,
    SessionState,
)
from association.training.queries.places import all_sessions


def admitted(of: CourseSession) -> list[Enrolment]:
    """In the order of signing up."""
    rows = select(Enrolment).where(Enrolment.session_id == of.id, Enrolment.state == EnrolmentState.ADMITTED)
    return list(session.scalars(rows.order_by(Enrolment.id)))


def attended(ids: Sequence[int]) -> dict[int, list[date]]:
    """Enrolment → the days on which they were there, in one statement."""
    rows = select(Attendance).where(Attendance.enrolment_id.in_(ids)).order_by(Attendance.on)
    days: dict[int, list[date]] = {id_: [] for id_ in ids}
    for entry in session.scalars(rows):
        days[entry.enrolment_id].append(entry.on)
    return days


def entries_on(of: CourseSession, day: date) -> dict[int, Attendance]:
    """Enrolment → who was there on this day."""
    rows = select(Attendance).join(Attendance.enrolment)
    rows = rows.where(Enrolment.session_id == of.id, Attendance.on == day)
    return {entry.enrolment_id: entry for entry in session.scalars(rows.order_by(Attendance.id))}


def begun_without_sheet(now: datetime) -> list[CourseSession]:
    """Begun, with somebody admitted, and nobody was signed in."""
    there = select(Enrolment.session_id).join(Attendance, Attendance.enrolment_id == Enrolment.id)
    has = select(Enrolment.session_id).where(Enrolment.state == EnrolmentState.ADMITTED)
    rows = all_sessions().where(
        CourseSession.state == SessionState.PUBLISHED,
        CourseSession.starts_at <= now,
        CourseSession.id.in_(has),
        CourseSession.id.not_in(there),
    )
    return list(session.scalars(rows.order_by(CourseSession.starts_at, CourseSession.id).limit(200)))
