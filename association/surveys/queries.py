"""Named reads of surveys. What was said is read for a whole survey, after its end, and when enough have answered; never for anybody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import contains_eager

from association.kernel.db import session
from association.kernel.personal import keyed_hmac
from association.kernel.policy import Actor
from association.surveys.models import Answer, Participation, Survey, SurveyState, random_key
from association.surveys.settings import CHOICE
from association.training import identity
from association.training.labels import NUMBER_KINDS
from association.training.models import (
    Attendance,
    Course,
    CourseSession,
    Enrolment,
    EnrolmentState,
    SessionState,
)

S = SurveyState


def everything() -> Select[Survey]:
    rows = select(Survey).join(Survey.session).join(CourseSession.course)
    return rows.options(contains_eager(Survey.session).contains_eager(CourseSession.course))


def called(rows: Select[Survey], words: str) -> Select[Survey]:
    return rows.where(Course.title.icontains(words, autoescape=True))


def of_session(session_id: int) -> Survey | None:
    return session.scalars(select(Survey).where(Survey.session_id == session_id)).first()


def _there() -> Select[int]:
    """Sessions' people who were admitted and there on some day."""
    rows = select(Enrolment.id).join(Attendance, Attendance.enrolment_id == Enrolment.id)
    return rows.where(Enrolment.state == EnrolmentState.ADMITTED)


def attendees(session_id: int) -> list[Enrolment]:
    rows = select(Enrolment).where(Enrolment.session_id == session_id, Enrolment.id.in_(_there()))
    return list(session.scalars(rows.order_by(Enrolment.id)))


def missing(survey: Survey) -> list[Enrolment]:
    """Who was there and has not answered."""
    answered = select(Participation.enrolment_id).where(Participation.survey_id == survey.id)
    rows = select(Enrolment).where(
        Enrolment.session_id == survey.session_id, Enrolment.id.in_(_there()), Enrolment.id.not_in(answered)
    )
    return list(session.scalars(rows.order_by(Enrolment.id)))


def attendee(survey: Survey, actor: Actor, number: str = "") -> Enrolment | None:
    """Who answers: by the account, or – signed up by an organisation – by the number of the paper, as when signing in on the day."""
    rows = select(Enrolment).where(Enrolment.session_id == survey.session_id, Enrolment.id.in_(_there()))
    if number:
        keys = [keyed_hmac(f"{kind}:{identity.tidy(number)}") for kind in NUMBER_KINDS]
        return session.scalars(rows.where(Enrolment.number_key.in_(keys))).first()
    if actor.person_id is None:
        return None
    return session.scalars(rows.where(Enrolment.person_id == actor.person_id)).first()


def has_answered(survey: Survey, enrolment: Enrolment) -> bool:
    return session.get(Participation, (survey.id, enrolment.id)) is not None


def own(actor: Actor, today: date) -> list[Survey]:
    """Open ones this person has yet to answer, by their account."""
    if actor.person_id is None:
        return []
    rows = (
        everything()
        .join(Enrolment, Enrolment.session_id == Survey.session_id)
        .outerjoin(
            Participation,
            (Participation.survey_id == Survey.id) & (Participation.enrolment_id == Enrolment.id),
        )
        .where(
            Survey.state == S.OPEN, Survey.closes_on >= today, Enrolment.person_id == actor.person_id,
            Enrolment.id.in_(_there()), Participation.enrolment_id.is_(None),
        )
    )  # fmt: skip
    return list(session.scalars(rows.order_by(Survey.closes_on, Survey.id)))


def to_open(now: datetime, since: datetime) -> list[CourseSession]:
    """Over, not long ago, with somebody there, and without a survey."""
    there = select(Enrolment.session_id).where(Enrolment.id.in_(_there()))
    rows = select(CourseSession).where(
        CourseSession.state == SessionState.PUBLISHED, CourseSession.ends_at <= now, CourseSession.ends_at > since,
        CourseSession.id.in_(there), CourseSession.id.not_in(select(Survey.session_id)),
    )  # fmt: skip
    return list(session.scalars(rows.order_by(CourseSession.id)))


def to_remind(today: date, until: date) -> list[Survey]:
    rows = select(Survey).where(
        Survey.state == S.OPEN, Survey.reminded_on.is_(None), Survey.closes_on >= today, Survey.closes_on <= until,
    )  # fmt: skip
    return list(session.scalars(rows.order_by(Survey.id)))


def to_close(today: date) -> list[Survey]:
    rows = select(Survey).where(Survey.state == S.OPEN, Survey.closes_on < today)
    return list(session.scalars(rows.order_by(Survey.id)))


def to_forget(before: date) -> list[Survey]:
    rows = select(Survey).where(
        Survey.state == S.CLOSED, Survey.forgotten_on.is_(None), Survey.closes_on < before
    )
    return list(session.scalars(rows.order_by(Survey.id)))


def answered_counts(surveys: Sequence[Survey]) -> dict[int, int]:
    rows = session.execute(
        select(Participation.survey_id, func.count())
        .where(Participation.survey_id.in_([s.id for s in surveys]))
        .group_by(Participation.survey_id)
    )
    found = {int(id_): int(n) for id_, n in rows}
    return {s.id: found.get(s.id, 0) for s in surveys}


@dataclass(frozen=True, slots=True)
class Result:
    """Of one question: (word, how many) in the order of the words, or what was written."""

    text: str
    counts: list[tuple[str, int]] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    is_choice: bool = True


def results(survey: Survey) -> list[Result] | None:
    """None before the end and below the least number."""
    if survey.state is not S.CLOSED or answered_counts([survey])[survey.id] < survey.least:
        return None
    said: dict[str, list[str]] = {question["code"]: [] for question in survey.questions}
    for answer in session.scalars(select(Answer).where(Answer.survey_id == survey.id).order_by(Answer.key)):
        said[answer.question].append(answer.said)
    found = []
    for question in survey.questions:
        if question["kind"] == CHOICE:
            counted = Counter(said[question["code"]])
            found.append(Result(question["text"], counts=[(word, counted[word]) for word in survey.words]))
        else:
            found.append(Result(question["text"], written=said[question["code"]], is_choice=False))
    return found


def shuffle(survey: Survey) -> None:
    """Write the answers anew under new keys, in the order of these: what tells when a row was written is gone."""
    rows = session.execute(select(Answer.question, Answer.said).where(Answer.survey_id == survey.id)).all()
    session.execute(delete(Answer).where(Answer.survey_id == survey.id))
    for key, (question, said) in sorted((random_key(), (question, said)) for question, said in rows):
        session.add(Answer(key=key, survey_id=survey.id, question=question, said=said))
    session.flush()
