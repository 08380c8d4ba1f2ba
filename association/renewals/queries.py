"""Named reads of renewals."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager

from association.kernel.certificates import Certificate
from association.kernel.db import session
from association.renewals.models import CourseRenewal, RenewalInvitation, RenewalState
from association.training import queries as training
from association.training.models import (
    LIVING,
    Course,
    CourseSession,
    CourseState,
    Enrolment,
    SessionState,
)

S = RenewalState


def everything() -> Select[CourseRenewal]:
    return select(CourseRenewal).join(CourseRenewal.course).options(contains_eager(CourseRenewal.course))


def of_course(course_id: int) -> list[CourseRenewal]:
    """The newest first."""
    rows = everything().where(CourseRenewal.course_id == course_id)
    return list(session.scalars(rows.order_by(CourseRenewal.id.desc())))


def to_review() -> list[CourseRenewal]:
    rows = everything().where(CourseRenewal.state == S.FOUND)
    return list(session.scalars(rows.order_by(CourseRenewal.id).limit(200)))


def taught() -> list[Course]:
    """Published courses, by their number."""
    rows = select(Course).where(Course.state == CourseState.PUBLISHED)
    return list(session.scalars(rows.order_by(Course.id)))


def newer_since(enrolment_id: int, issued_on: date) -> date | None:
    """From which day the text taught has a newer version than the one of this certificate; None where it has none."""
    rows = (
        select(func.min(CourseRenewal.since_on))
        .join(CourseSession, CourseSession.course_id == CourseRenewal.course_id)
        .join(Enrolment, Enrolment.session_id == CourseSession.id)
        .where(
            Enrolment.id == enrolment_id, CourseRenewal.state != S.GONE, CourseRenewal.since_on > issued_on
        )
    )
    return session.scalar(rows)


def _holders(renewal: CourseRenewal, today: date) -> Select[Enrolment]:
    """Valid certificates of the course from before the change, of people who are not forgotten."""
    rows = training.certified().join(Enrolment.session)
    return training.valid_on(rows, today).where(
        CourseSession.course_id == renewal.course_id, Certificate.valid_from < renewal.since_on,
        Enrolment.number_key.is_not(None),
    )  # fmt: skip


def holders(renewal: CourseRenewal, today: date) -> int:
    counted = select(func.count()).select_from(_holders(renewal, today).order_by(None).subquery())
    return int(session.scalar(counted) or 0)


def to_invite(renewal: CourseRenewal, to: CourseSession, today: date) -> list[Enrolment]:
    """Holders who were not invited to this session and have no place in it."""
    invited = select(RenewalInvitation.enrolment_id).where(
        RenewalInvitation.renewal_id == renewal.id, RenewalInvitation.session_id == to.id
    )
    there = select(Enrolment.number_key).where(
        Enrolment.session_id == to.id, Enrolment.state.in_(LIVING), Enrolment.number_key.is_not(None)
    )
    rows = _holders(renewal, today).where(
        Enrolment.id.not_in(invited), Enrolment.number_key.not_in(there), Enrolment.session_id != to.id
    )
    return list(session.scalars(rows.order_by(Enrolment.id)))


def invited_counts(renewals: Sequence[CourseRenewal]) -> dict[int, int]:
    rows = session.execute(
        select(RenewalInvitation.renewal_id, func.count(RenewalInvitation.enrolment_id.distinct()))
        .where(RenewalInvitation.renewal_id.in_([r.id for r in renewals]))
        .group_by(RenewalInvitation.renewal_id)
    )
    found = {int(id_): int(n) for id_, n in rows}
    return {r.id: found.get(r.id, 0) for r in renewals}


def sessions_invited_to(renewal: CourseRenewal) -> list[tuple[CourseSession, int]]:
    rows = session.execute(
        select(CourseSession, func.count(RenewalInvitation.id))
        .join(RenewalInvitation, RenewalInvitation.session_id == CourseSession.id)
        .where(RenewalInvitation.renewal_id == renewal.id)
        .group_by(CourseSession.id)
        .order_by(CourseSession.id)
    )
    return [(row, int(n)) for row, n in rows]


def sessions_to_offer(now: datetime) -> list[CourseSession]:
    rows = training.coming(training.sessions(), now).where(CourseSession.state == SessionState.PUBLISHED)
    return list(session.scalars(rows.order_by(CourseSession.starts_at, CourseSession.id).limit(200)))
