"""Courses, sessions, places and the waiting list."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import contains_eager

from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.organisations.models import Organisation
from association.organisations.policy import KIND
from association.training.models import (
    HOLDING,
    LIVING,
    Course,
    CourseSession,
    CourseState,
    Enrolment,
    EnrolmentState,
    ListState,
    Movement,
    PeopleList,
    SessionState,
)
from association.training.policy import POSTS


def in_public() -> ColumnElement[bool]:
    """`CourseSession.is_in_public`, in SQL."""
    return and_(CourseSession.state != SessionState.DRAFT, Course.state == CourseState.PUBLISHED)


def sessions() -> Select[CourseSession]:
    """In public, with their courses."""
    return all_sessions().where(in_public())


def all_sessions() -> Select[CourseSession]:
    return select(CourseSession).join(CourseSession.course).options(contains_eager(CourseSession.course))


def announced() -> list[CourseSession]:
    """For calendars: the last thousand, in the order of time."""
    newest = sessions().order_by(CourseSession.starts_at.desc(), CourseSession.id.desc()).limit(1000)
    return sorted(session.scalars(newest), key=lambda s: (s.starts_at, s.id))


def called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(
            or_(
                Course.title.contains(word, autoescape=True),
                CourseSession.place.contains(word, autoescape=True),
            )
        )
    return rows


def coming(rows: Select[Any], now: datetime) -> Select[Any]:
    return rows.where(CourseSession.starts_at >= now)


def over(rows: Select[Any], now: datetime) -> Select[Any]:
    return rows.where(CourseSession.starts_at < now)


def by_slug(slug: str) -> Select[Course]:
    return select(Course).where(Course.slug == slug)


def courses() -> list[Course]:
    return list(session.scalars(select(Course).order_by(Course.id.desc()).limit(200)))


def courses_to_publish() -> list[Course]:
    return list(session.scalars(select(Course).where(Course.state == CourseState.DRAFT).order_by(Course.id)))


def sessions_of(course: Course, *, all_states: bool = False) -> list[CourseSession]:
    """The next first."""
    rows = all_sessions() if all_states else sessions()
    rows = rows.where(CourseSession.course_id == course.id)
    return list(session.scalars(rows.order_by(CourseSession.starts_at, CourseSession.id)))


def last_number(course: Course) -> int:
    """0 when there was no session yet."""
    rows = select(func.max(CourseSession.number)).where(CourseSession.course_id == course.id)
    return int(session.scalar(rows) or 0)


def counts(ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Session → (places held, people waiting), for a whole list in one statement."""
    rows = session.execute(
        select(Enrolment.session_id, Enrolment.state, func.count())
        .where(Enrolment.session_id.in_(ids), Enrolment.state.in_(LIVING))
        .group_by(Enrolment.session_id, Enrolment.state)
    )
    held: Counter[int] = Counter()
    waits: Counter[int] = Counter()
    for id_, state, n in rows:
        (waits if state is EnrolmentState.WAITING else held)[id_] += n
    return {id_: (held[id_], waits[id_]) for id_ in ids}


def held_by_pool(of: CourseSession) -> Counter[str]:
    """How many places of each share are held; under "" the general ones."""
    rows = session.execute(
        select(Enrolment.pool, func.count())
        .where(Enrolment.session_id == of.id, Enrolment.state.in_(HOLDING))
        .group_by(Enrolment.pool)
    )
    return Counter({pool: int(n) for pool, n in rows})


def waiting_list(of: CourseSession) -> list[Enrolment]:
    """In their order."""
    rows = select(Enrolment).where(Enrolment.session_id == of.id, Enrolment.state == EnrolmentState.WAITING)
    return list(session.scalars(rows.order_by(Enrolment.line)))


def rank(enrolment: Enrolment) -> int | None:
    """1 for the first on the list; None for who does not wait."""
    if enrolment.state is not EnrolmentState.WAITING:
        return None
    before = select(func.count()).where(
        Enrolment.session_id == enrolment.session_id,
        Enrolment.state == EnrolmentState.WAITING,
        Enrolment.line < enrolment.line,
    )
    return int(session.scalar(before) or 0) + 1


def with_number(of: CourseSession, keys: Iterable[str]) -> dict[str, Enrolment]:
    """Who lives in this session under these keyed hashes."""
    rows = select(Enrolment).where(Enrolment.session_id == of.id, Enrolment.number_key.in_(list(keys)))
    return {str(e.number_key): e for e in session.scalars(rows)}


def enrolments(of: CourseSession) -> Select[Enrolment]:
    return (
        select(Enrolment)
        .outerjoin(Enrolment.organisation)
        .where(Enrolment.session_id == of.id)
        .options(contains_eager(Enrolment.organisation))
    )


def of_organisation_called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(Organisation.name.contains(word, autoescape=True))
    return rows


def living(of: CourseSession) -> list[Enrolment]:
    rows = select(Enrolment).where(Enrolment.session_id == of.id, Enrolment.state.in_(LIVING))
    return list(session.scalars(rows.order_by(Enrolment.id)))


def unnamed(of: CourseSession, organisation: Organisation) -> list[Enrolment]:
    """Places of an organisation that have nobody yet, the oldest first."""
    rows = select(Enrolment).where(
        Enrolment.session_id == of.id, Enrolment.organisation_id == organisation.id,
        Enrolment.state == EnrolmentState.UNNAMED,
    )  # fmt: skip
    return list(session.scalars(rows.order_by(Enrolment.id)))


def living_of_person(of: CourseSession, person_id: int) -> Enrolment | None:
    rows = select(Enrolment).where(
        Enrolment.session_id == of.id, Enrolment.person_id == person_id, Enrolment.state.in_(LIVING)
    )
    return session.scalars(rows.limit(1)).first()


def own(actor: Actor, *states: EnrolmentState) -> list[Enrolment]:
    """Of the person, and of organisations they act for; the newest first."""
    if actor.person_id is None:
        return []
    theirs = or_(
        Enrolment.person_id == actor.person_id, Enrolment.organisation_id.in_(actor.ids(KIND, *POSTS))
    )
    rows = select(Enrolment).where(theirs)
    if states:
        rows = rows.where(Enrolment.state.in_(states))
    return list(session.scalars(rows.order_by(Enrolment.id.desc()).limit(500)))


def in_state(*states: EnrolmentState) -> list[Enrolment]:
    """For the desk, the oldest first."""
    rows = select(Enrolment).where(Enrolment.state.in_(states))
    return list(session.scalars(rows.order_by(Enrolment.made_at, Enrolment.id).limit(200)))


def old_lists(before: datetime) -> list[PeopleList]:
    """Handed in before, and holding something still."""
    over = (ListState.TAKEN, ListState.CLEARED)
    rows = select(PeopleList).where(PeopleList.made_at < before, PeopleList.state.not_in(over))
    return list(session.scalars(rows.order_by(PeopleList.id).limit(200)))


def movements(of: CourseSession) -> list[Movement]:
    """Of the whole session, the newest first."""
    rows = select(Movement).join(Movement.enrolment).options(contains_eager(Movement.enrolment))
    rows = rows.where(Enrolment.session_id == of.id)
    return list(session.scalars(rows.order_by(Movement.id.desc()).limit(100)))


def movements_of(enrolment: Enrolment) -> list[Movement]:
    rows = select(Movement).where(Movement.enrolment_id == enrolment.id)
    return list(session.scalars(rows.order_by(Movement.id)))


def offers_over(now: datetime) -> list[Enrolment]:
    rows = select(Enrolment).where(Enrolment.state == EnrolmentState.OFFERED, Enrolment.offered_until < now)
    return list(session.scalars(rows.order_by(Enrolment.id)))


def sessions_with_a_list(now: datetime) -> list[CourseSession]:
    """Still to come, and somebody waits."""
    waits = select(Enrolment.session_id).where(Enrolment.state == EnrolmentState.WAITING)
    rows = all_sessions().where(
        CourseSession.state == SessionState.PUBLISHED,
        CourseSession.starts_at > now,
        CourseSession.id.in_(waits),
    )
    return list(session.scalars(rows.order_by(CourseSession.id)))


def soon(until: datetime) -> list[CourseSession]:
    """Begin by then, and were not reminded of."""
    rows = all_sessions().where(
        CourseSession.state == SessionState.PUBLISHED, CourseSession.reminded_on.is_(None),
        CourseSession.starts_at > clock.now(), CourseSession.starts_at <= until,
    )  # fmt: skip
    return list(session.scalars(rows.order_by(CourseSession.id)))


def next_of(of: CourseSession) -> list[CourseSession]:
    """Other sessions of the course one may sign up for."""
    return [s for s in sessions_of(of.course) if s.id != of.id and s.is_open]


def has_a_place(course: Course, actor: Actor) -> bool:
    """Admitted, or acting for an organisation that has somebody admitted; this does not end with the session."""
    if actor.person_id is None:
        return False
    theirs = or_(
        Enrolment.person_id == actor.person_id, Enrolment.organisation_id.in_(actor.ids(KIND, *POSTS))
    )
    rows = (
        select(Enrolment.id)
        .join(CourseSession)
        .where(CourseSession.course_id == course.id, Enrolment.state == EnrolmentState.ADMITTED, theirs)
    )
    return session.scalar(rows.limit(1)) is not None


def ranks(enrolments: Sequence[Enrolment]) -> dict[int, int]:
    """Enrolment → rank, for those who wait, in one statement."""
    wanted = {e.id for e in enrolments if e.state is EnrolmentState.WAITING}
    if not wanted:
        return {}
    numbered = (
        select(
            Enrolment.id,
            func.row_number().over(partition_by=Enrolment.session_id, order_by=Enrolment.line).label("rank"),
        )
        .where(
            Enrolment.state == EnrolmentState.WAITING,
            Enrolment.session_id.in_({e.session_id for e in enrolments}),
        )
        .subquery()
    )
    rows = session.execute(select(numbered.c.id, numbered.c.rank).where(numbered.c.id.in_(wanted)))
    return {int(id_): int(rank) for id_, rank in rows}
