"""What happens by itself: papers whose time is over are handed in; who may sit hears of it; questions whose clauses have changed are marked."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from association.exams import letters, queries
from association.exams.models import Candidate, Question
from association.exams.workflow import QUESTION, SITTING
from association.guidance import holding
from association.kernel import audit, clock, dated, events, jobs
from association.kernel.db import lock, session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.rules.events import TextChanged
from association.training import queries as training

RECHECK = "exams.recheck"


@every(timedelta(seconds=20), "exams.time_up")
def hand_in_overdue() -> int:
    """What was saved is handed in once its time is over, whoever has gone home; returns how many papers."""
    over = queries.overdue(clock.now())
    for sitting in over:
        lock(sitting)
        if sitting.state.value == "open":
            SITTING.take("time_up", sitting, actor=SYSTEM)
    return len(over)


@every(timedelta(minutes=30), "exams.tell")
def tell() -> int:
    """Whoever was there often enough hears that the exam may be sat; returns how many."""
    window = timedelta(days=int(dated.value("exams.window_days")))
    waiting = queries.places_to_tell(clock.now(), clock.now() - window)
    told = training.there_often_enough(waiting)
    known = queries.candidates_of(e.id for e in told)
    for enrolment in told:
        candidate = known.get(enrolment.id) or Candidate(enrolment=enrolment)
        session.add(candidate)
        candidate.told_on = clock.today()
        letters.told(enrolment)
        audit.record("tell_of_exam", enrolment, actor=SYSTEM)
    return len(told)


@every(timedelta(hours=6), "exams.remind")
def remind() -> int:
    """Whoever has not sat hears once before the window closes; returns how many."""
    window = timedelta(days=int(dated.value("exams.window_days")))
    ahead = timedelta(days=int(dated.value("exams.remind_days")))
    late = queries.places_to_remind(clock.now(), window, ahead)
    known = queries.candidates_of(e.id for e in late)
    for enrolment in late:
        known[enrolment.id].reminded_on = clock.today()
        letters.remind(enrolment)
        audit.record("remind_of_exam", enrolment, actor=SYSTEM)
    return len(late)


# Clauses that have changed ------------------------------------------------------------------------------------------------


def recheck(questions: Iterable[Question]) -> int:
    """Mark those whose clauses have changed, and unmark those whose clauses are as they were; returns how many deeds."""
    doubted, cleared = [], 0
    for question in questions:
        doubts = holding.doubts(question.clauses, question.settled, clock.today())
        if doubts and doubts != question.doubts:
            QUESTION.take("doubt", question, actor=SYSTEM, doubts=doubts)
            doubted.append(question)
        elif not doubts and question.doubts:
            QUESTION.take("clear", question, actor=SYSTEM)
            cleared += 1
    if doubted:
        letters.doubted(doubted)
    return len(doubted) + cleared


@every(timedelta(hours=1), "exams.recheck")
def recheck_all() -> int:
    """A day of force may come by itself."""
    return recheck(queries.citing())


@jobs.handles(RECHECK)
def _recheck(payload: dict[str, Any]) -> None:
    recheck(queries.citing(payload["document"]))


def _on_change(event: TextChanged) -> None:
    """Afterwards, by the worker: a whole edition may change in one transaction, clause by clause."""
    if queries.citing(event.document_id):
        jobs.later(RECHECK, key=f"document:{event.document_id}", document=event.document_id)


def init_app() -> None:
    events.subscribe(TextChanged, _on_change)
