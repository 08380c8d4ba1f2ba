"""What follows from elsewhere: a text changes, hours pass, a certificate is looked at."""

from datetime import timedelta
from typing import Any

from association.guidance import holding
from association.kernel import audit, clock, events, jobs
from association.kernel.certificates import Certificate
from association.kernel.day_words import day_words
from association.kernel.db import lock, session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.kernel.words import _
from association.renewals import letters, queries
from association.renewals.models import CourseRenewal, RenewalState
from association.renewals.workflow import RENEWAL
from association.rules.events import TextChanged
from association.training import papers
from association.training.models import Course

RECHECK = "renewals.recheck"


def recheck(course: Course) -> bool:
    """Mark it where a clause it teaches is not what it was and nobody has looked at that change yet; right to do any number of times."""
    lock(course)
    rows = queries.of_course(course.id)
    known = next((row for row in rows if row.state is RenewalState.FOUND), None)
    settled = [change["key"] for row in rows if row.state is RenewalState.REVIEWED for change in row.changes]
    changes = holding.doubts(course.clauses, settled, clock.today())
    if known is None:
        if changes:
            _mark(course, changes)
        return bool(changes)
    if not changes:
        RENEWAL.take("clear", known, actor=SYSTEM)
        return True
    changed = changes != known.changes
    known.changes = changes
    return changed


def _mark(course: Course, changes: list[dict[str, str]]) -> None:
    row = CourseRenewal(course=course, course_id=course.id, changes=changes, since_on=clock.today())
    session.add(row)
    session.flush()
    audit.record("mark_course", row, actor=SYSTEM, course=course.slug, changes=[])
    letters.found(row)


@every(timedelta(hours=6), "renewals.recheck")
def recheck_all() -> int:
    """A day of force may come by itself; returns how many courses were touched."""
    return sum(recheck(course) for course in queries.taught())


@jobs.handles(RECHECK)
def _recheck(_payload: dict[str, Any]) -> None:
    recheck_all()


def _on_change(event: TextChanged) -> None:
    """Afterwards, by the worker: a whole edition may change in one transaction, clause by clause."""
    jobs.later(RECHECK, key=f"document:{event.document_id}")


def remark(certificate: Certificate) -> str:
    """What the check page of a valid certificate says besides."""
    since = queries.newer_since(certificate.subject_id, certificate.valid_from)
    return (
        _("所讲的条款自%(day)s起有更新的版本；证书仍然有效", day=day_words(since))
        if since is not None
        else ""
    )


def init_app() -> None:
    events.subscribe(TextChanged, _on_change)
    papers.remarked_by(remark)
