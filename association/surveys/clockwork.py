"""What happens by itself: a survey opens when a session is over, reminds once, ends with its last day, and its written words do not stay for ever."""

from datetime import date, timedelta

from sqlalchemy import delete

from association.kernel import audit, clock, dated, working_days
from association.kernel.db import lock, session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.surveys import letters, queries
from association.surveys.models import Answer, Survey, SurveyState
from association.surveys.settings import CHOICE, TEXT
from association.surveys.workflow import SURVEY
from association.training.models import CourseSession


def questions_now() -> list[dict[str, str]]:
    """As the setting has them today; a line that is none, or a code a second time, is left out."""
    found: dict[str, dict[str, str]] = {}
    for line in dated.value("surveys.questions"):
        parts = [part.strip() for part in line.split("｜")]
        if len(parts) == 3 and all(parts) and parts[2] in (CHOICE, TEXT):
            code, text, kind = parts
            found.setdefault(code, {"code": code, "text": text, "kind": kind})
    return list(found.values())


def open_for(row: CourseSession) -> Survey | None:
    """Ask those who were there; None where it was done or there is nothing to ask."""
    lock(row)
    questions = questions_now()
    if not questions or queries.of_session(row.id) is not None:
        return None
    today = clock.today()
    survey = Survey(
        session_id=row.id, session=row, questions=questions, words=list(dated.value("surveys.words")), opened_on=today,
        least=max(int(dated.value("surveys.least")), 1), closes_on=working_days.add(today, int(dated.value("surveys.days"))).on,
    )  # fmt: skip
    session.add(survey)
    session.flush()
    attendees = queries.attendees(row.id)
    audit.record("open_survey", survey, actor=SYSTEM, session=row.id, count=len(attendees))
    letters.opened(survey, attendees)
    return survey


@every(timedelta(hours=6), "surveys.open")
def open_all() -> int:
    """Of sessions that are over; returns how many."""
    now = clock.now()
    since = now - timedelta(days=int(dated.value("surveys.within_days")))
    return sum(open_for(row) is not None for row in queries.to_open(now, since))


@every(timedelta(hours=6), "surveys.remind")
def remind() -> int:
    """Once, those who have not answered; returns of how many sessions."""
    today = clock.today()
    soon = queries.to_remind(today, today + timedelta(days=int(dated.value("surveys.remind_days"))))
    for survey in soon:
        survey.reminded_on = today
        missing = queries.missing(survey)
        letters.reminded(survey, missing)
        audit.record("remind", survey, actor=SYSTEM, count=len(missing))
    return len(soon)


@every(timedelta(hours=6), "surveys.close")
def close() -> int:
    """Those whose last day is over; returns how many. The answers are mixed once more, so that nothing of the order they came in is left."""
    over = queries.to_close(clock.today())
    for survey in over:
        lock(survey)
        if survey.state is not SurveyState.OPEN:
            continue
        queries.shuffle(survey)
        SURVEY.take("close", survey, actor=SYSTEM)
        if queries.answered_counts([survey])[survey.id] >= survey.least:
            letters.closed(survey)
    return len(over)


@every(timedelta(hours=12), "surveys.forget")
def forget_words() -> int:
    """What was written goes after some months; how many chose what stays. Returns of how many surveys."""
    old = queries.to_forget(_months_before(clock.today(), int(dated.value("surveys.words_months"))))
    for survey in old:
        session.execute(
            delete(Answer).where(Answer.survey_id == survey.id, Answer.question.in_(survey.texts))
        )
        survey.forgotten_on = clock.today()
        audit.record("forget_survey_words", survey, actor=SYSTEM)
    return len(old)


def _months_before(day: date, n: int) -> date:
    """The first of the month so many months before."""
    whole = day.year * 12 + day.month - 1 - n
    return date(whole // 12, whole % 12 + 1, 1)
