"""Who may have a certificate, and who has one."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from association.kernel import dated
from association.kernel.certificates import Certificate
from association.kernel.db import session
from association.training import prerequisites
from association.training.models import (
    Attendance,
    CourseSession,
    Enrolment,
    EnrolmentState,
    SessionState,
)
from association.training.queries.attendance import admitted, attended
from association.training.queries.places import all_sessions


def there_often_enough(people: Sequence[Enrolment]) -> list[Enrolment]:
    """Those who were there on enough of the days of their session."""
    days, least = attended([e.id for e in people]), int(dated.value("training.attendance_least"))
    return [e for e in people if 100 * len(days[e.id]) >= least * len(e.session.days)]


def uncertified(of: CourseSession) -> list[Enrolment]:
    """Admitted, there often enough, and without a certificate: also those to whom something else is missing."""
    return there_often_enough([e for e in admitted(of) if e.certificate_id is None])


def entitled(of: CourseSession) -> list[Enrolment]:
    """Admitted, there often enough, with whatever else the course asks for, and without a certificate."""
    people = uncertified(of)
    missing = prerequisites.missing(people)
    return [e for e in people if e.id not in missing]


def over_and_uncertified(now: datetime) -> list[CourseSession]:
    """Over, with somebody who was there and has no certificate."""
    there = (
        select(Enrolment.session_id)
        .join(Attendance, Attendance.enrolment_id == Enrolment.id)
        .where(Enrolment.certificate_id.is_(None), Enrolment.state == EnrolmentState.ADMITTED)
    )
    rows = all_sessions().where(
        CourseSession.state == SessionState.PUBLISHED, CourseSession.ends_at <= now, CourseSession.id.in_(there)
    )  # fmt: skip
    return list(session.scalars(rows.order_by(CourseSession.ends_at, CourseSession.id).limit(200)))


def certified() -> Select[Enrolment]:
    """Everybody with a certificate."""
    return select(Enrolment).join(Enrolment.certificate).options(contains_eager(Enrolment.certificate))


def numbered(rows: Select[Enrolment], words: str) -> Select[Enrolment]:
    for word in words.split():
        rows = rows.where(Certificate.number.contains(word, autoescape=True))
    return rows


def valid_on(rows: Select[Enrolment], day: date) -> Select[Enrolment]:
    """`Certificate.state_on` is VALID, in SQL."""
    return rows.where(
        Certificate.valid_from <= day,
        Certificate.valid_until.is_(None) | (Certificate.valid_until >= day),
        Certificate.ended_on.is_(None) | (Certificate.ended_on > day),
    )


def expiring(today: date, until: date) -> list[Enrolment]:
    """Valid, ending by then, and nobody was told."""
    rows = valid_on(certified(), today).where(
        Certificate.valid_until <= until, Enrolment.expiry_told_on.is_(None)
    )
    return list(session.scalars(rows.order_by(Enrolment.id).limit(500)))
