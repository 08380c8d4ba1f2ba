"""Named reads of records of training."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from association.kernel.certificates import Certificate
from association.kernel.db import session
from association.organisations.models import Organisation
from association.training.models import Course, CourseSession, Enrolment, EnrolmentState
from association.transcripts.models import Transcript


def certified_of(person_id: int) -> list[Enrolment]:
    """Their own sign-ups with a certificate, in the order of time."""
    rows = (
        select(Enrolment)
        .join(Enrolment.certificate)
        .join(Enrolment.session)
        .join(CourseSession.course)
        .where(Enrolment.person_id == person_id)
        .options(
            contains_eager(Enrolment.certificate),
            contains_eager(Enrolment.session).contains_eager(CourseSession.course),
        )
    )
    return list(session.scalars(rows.order_by(CourseSession.starts_at, Enrolment.id)))


def newest_of(person_id: int) -> Transcript | None:
    rows = select(Transcript).where(Transcript.person_id == person_id)
    return session.scalars(rows.order_by(Transcript.id.desc()).limit(1)).first()


def confirmed(organisation: Organisation) -> Select[Enrolment]:
    """Everybody named whose employment the organisation has confirmed – by signing them up, or when it was asked."""
    return (
        select(Enrolment)
        .join(Enrolment.session)
        .join(CourseSession.course)
        .outerjoin(Enrolment.certificate)
        .where(
            Enrolment.organisation_id == organisation.id, Enrolment.employer_at.is_not(None),
            Enrolment.state != EnrolmentState.UNNAMED, Enrolment.number_key.is_not(None),
        )
        .options(
            contains_eager(Enrolment.certificate),
            contains_eager(Enrolment.session).contains_eager(CourseSession.course),
        )
    )  # fmt: skip


def of_course(rows: Select[Any], course_id: str) -> Select[Any]:
    return rows.where(Course.id == int(course_id))


def courses() -> Sequence[tuple[str, str]]:
    found = session.execute(select(Course.id, Course.title).order_by(Course.id.desc()).limit(200))
    return [(str(id_), title) for id_, title in found]


def numbered(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(
            Certificate.number.contains(word, autoescape=True) | Course.title.contains(word, autoescape=True)
        )
    return rows
