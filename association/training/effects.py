"""What the steps do beyond moving a state, and the places of a session."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from association.guidance import clauses
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.personal import keyed_hmac
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.search.models import PUBLIC
from association.training import hours, queries
from association.training.models import (
    Cause,
    Course,
    CourseSession,
    Enrolment,
    EnrolmentState,
    Movement,
)

E = EnrolmentState


def course_published(course: Course, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    course.published_at = clock.now()
    records.publish(
        key=f"training:{course.id}", kind="training", title=course.title, body=f"{course.audience}\n{course.text}",
        url=f"/training/{course.slug}/", dated_on=clock.today(), also="培训 课程",
    )  # fmt: skip
    clauses.cite(course, course.clauses, title=course.title, url=f"/training/{course.slug}/", audience=PUBLIC)


def course_withdrawn(course: Course, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    course.withdrawn_because = reason
    records.withdraw(f"training:{course.id}")
    clauses.cite(course, [], title="", url="", audience=PUBLIC)


def course_text(course: Course) -> str:
    """What the public log commits to."""
    return f"{course.slug}:{course.title}:{course.hours}:{course.state.value}"


def session_published(row: CourseSession, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    row.published_at = clock.now()


def session_cancelled(row: CourseSession, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    row.moved_because = reason


def session_text(row: CourseSession) -> str:
    """What the public log commits to."""
    return f"{row.course.slug}:{row.number}:{row.starts_at.isoformat()}:{row.place}:{row.places}:{row.state.value}"


# Places ---------------------------------------------------------------------------------------------------------------


class Places:
    """The places of one session as they are now; the session's row is locked, so that nobody else counts at the same moment."""

    def __init__(self, of: CourseSession) -> None:
        self.held = queries.held_by_pool(of)
        self.shares = of.shares_in_force
        self.all = of.places

    @property
    def are_gone(self) -> bool:
        return self.held.total() >= self.all

    def pool_for(self, kinds: Collection[str]) -> str | None:
        """A place of a share of theirs, else a general one (""); None when there is neither."""
        for kind, kept in self.shares.items():
            if kind in kinds and self.held[kind] < kept:
                return kind
        # What a share has given out beyond its size, or before it ended, is gone for everybody.
        apart = {kind for kind in (*self.shares, *self.held) if kind}
        general = self.all - sum(max(self.shares.get(kind, 0), self.held[kind]) for kind in apart)
        return "" if self.held[""] < general else None

    def take(self, pool: str) -> None:
        self.held[pool] += 1


def moved(enrolment: Enrolment, cause: Cause) -> None:
    """Write a movement with its reason."""
    session.flush()
    session.add(Movement(enrolment_id=enrolment.id, cause=cause, rank=queries.rank(enrolment)))


def kept_facts(facts: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """The facts as they are kept, and the key duplicates are found by."""
    return dict(facts), keyed_hmac(f"{facts['number_kind']}:{facts['number']}")


# Steps of an enrolment ------------------------------------------------------------------------------------------------


def offered(enrolment: Enrolment, *, actor: Actor, reason: str, pool: str) -> None:  # noqa: ARG001
    """A place is held for whoever is next, until working hours enough have passed – or the session begins."""
    until: datetime = hours.after(clock.now(), int(dated.value("training.offer_hours")))
    enrolment.pool = pool
    enrolment.offered_until = min(until, enrolment.session.starts_at)
    moved(enrolment, Cause.OFFERED_SHARE if pool else Cause.OFFERED)


def accepted(enrolment: Enrolment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    if not enrolment.facts:
        enrolment.state = E.UNNAMED
    moved(enrolment, Cause.ACCEPTED)


def _over(enrolment: Enrolment, cause: Cause, reason: str) -> None:
    """The place is free again, and the same person may sign up once more."""
    enrolment.number_key, enrolment.because = None, reason
    moved(enrolment, cause)


def gave_up(enrolment: Enrolment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    _over(enrolment, Cause.GAVE_UP, reason)


def lapsed(enrolment: Enrolment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    _over(enrolment, Cause.LAPSED, reason)


def refused(enrolment: Enrolment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    _over(enrolment, Cause.REFUSED, reason)


def called_off(enrolment: Enrolment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    _over(enrolment, Cause.CALLED_OFF, reason)


def said(enrolment: Enrolment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    enrolment.because = reason


def employer_confirmed(enrolment: Enrolment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    enrolment.employer_at = clock.now()


def approved(enrolment: Enrolment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Who has nothing to pay is admitted at once."""
    enrolment.because = reason
    if enrolment.session.fee == 0 or enrolment.paid_at is not None:
        enrolment.state = E.ADMITTED


def paid(enrolment: Enrolment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    enrolment.paid_at, enrolment.because = clock.now(), reason


def named(
    enrolment: Enrolment,
    *,
    actor: Actor,  # noqa: ARG001
    reason: str,
    facts: dict[str, Any],
    number_key: str,
) -> None:
    """Somebody, or somebody else, has the place."""
    enrolment.facts, enrolment.number_key, enrolment.has_declared = facts, number_key, True
    enrolment.because = reason


def payment_reported(
    enrolment: Enrolment,
    *,
    actor: Actor,  # noqa: ARG001
    reason: str,  # noqa: ARG001
    invoice_title: str,
    invoice_number: str,
) -> None:
    enrolment.invoice_title, enrolment.invoice_number = invoice_title, invoice_number
