"""Does this still hold? Whenever a text changes, and every few hours (a day of force may come by itself), public answers that cite it are
looked at, and marked where a cited clause is not what it was.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from association.guidance import holding, queries
from association.guidance.models import PublicAnswer
from association.guidance.workflow import PUBLIC_ANSWER
from association.kernel import clock, events, jobs
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.rules.events import TextChanged

RECHECK = "guidance.recheck"


def recheck(answers: Iterable[PublicAnswer]) -> int:
    """Mark those whose clauses have changed, and unmark those whose clauses are as they were; returns how many deeds."""
    deeds = 0
    for answer in answers:
        doubts = holding.doubts(answer.clauses, answer.settled, clock.today())
        if doubts and doubts != answer.doubts:
            PUBLIC_ANSWER.take("doubt", answer, actor=SYSTEM, doubts=doubts)
        elif not doubts and answer.is_in_doubt:
            PUBLIC_ANSWER.take("clear", answer, actor=SYSTEM)
        else:
            continue
        deeds += 1
    return deeds


@every(timedelta(hours=1), "guidance.recheck")
def recheck_all() -> int:
    """Every public answer that cites anything."""
    return recheck(queries.citing())


@jobs.handles(RECHECK)
def _recheck(payload: dict[str, Any]) -> None:
    recheck(queries.citing(payload["document"]))


def _on_change(event: TextChanged) -> None:
    """Afterwards, by the worker: a whole edition may change in one transaction, clause by clause."""
    if queries.citing(event.document_id):
        jobs.later(RECHECK, key=f"document:{event.document_id}", document=event.document_id)


def listen() -> None:
    events.subscribe(TextChanged, _on_change)
