"""Named reads of coverage; each costs one statement, for one organisation or for all."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import contains_eager

from association.coverage.models import Departure, Figures
from association.kernel import clock, dated
from association.kernel.certificates import Certificate
from association.kernel.db import session
from association.organisations.models import Organisation
from association.training import queries as training
from association.training.models import (
    LIVING,
    Course,
    CourseSession,
    Enrolment,
    SessionState,
)


def in_force(day: date) -> Select[Figures]:
    """Of each organisation the row in force on a day, with the organisation."""
    order = (Figures.from_on.desc(), Figures.id.desc())
    nth = func.row_number().over(partition_by=Figures.organisation_id, order_by=order).label("nth")
    rows = select(Figures.id, nth).where(Figures.from_on <= day).subquery()
    return (
        select(Figures)
        .join(Figures.organisation)
        .where(Figures.id.in_(select(rows.c.id).where(rows.c.nth == 1)))
        .options(contains_eager(Figures.organisation))
    )


def figures_on(organisation_id: int, day: date) -> Figures | None:
    return session.scalars(in_force(day).where(Figures.organisation_id == organisation_id)).one_or_none()


def figures_of(organisation: Organisation) -> list[Figures]:
    """All that was ever declared, the newest first."""
    rows = select(Figures).where(Figures.organisation_id == organisation.id)
    return list(session.scalars(rows.order_by(Figures.from_on.desc(), Figures.id.desc()).limit(200)))


def called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(
            or_(
                Organisation.name.contains(word, autoescape=True),
                Organisation.uscc.contains(word, autoescape=True),
            )
        )
    return rows


def _counts_here(rows: Select[Any], ids: Collection[int]) -> Select[Any]:
    """Of courses that count, named or confirmed by one of these organisations."""
    return rows.where(
        Enrolment.organisation_id.in_(ids), Enrolment.employer_at.is_not(None),
        Course.audience.in_(list(dated.value("coverage.audiences"))),
    )  # fmt: skip


def _certified(ids: Collection[int], day: date) -> Select[Any]:
    rows = select(Enrolment).join(Enrolment.certificate).join(Enrolment.session).join(CourseSession.course)
    # Who was forgotten has no key any more and counts no longer.
    return training.valid_on(_counts_here(rows, ids), day).where(Enrolment.number_key.is_not(None))


def gone() -> Select[int]:
    return select(Departure.enrolment_id)


def people_of(organisation: Organisation, day: date) -> list[Enrolment]:
    """Everybody of it with a valid certificate that counts, whoever left included; the soonest to end first."""
    rows = _certified([organisation.id], day).options(
        contains_eager(Enrolment.certificate),
        contains_eager(Enrolment.session).contains_eager(CourseSession.course),
    )
    return list(session.scalars(rows.order_by(Certificate.valid_until, Enrolment.id)))


def departures_of(organisation: Organisation) -> dict[int, Departure]:
    """Enrolment → when its person left."""
    rows = select(Departure).where(Departure.organisation_id == organisation.id)
    return {d.enrolment_id: d for d in session.scalars(rows.order_by(Departure.id))}


def same_person(enrolment: Enrolment) -> list[Enrolment]:
    """Every enrolment of the same person by the same organisation."""
    rows = select(Enrolment).where(
        Enrolment.organisation_id == enrolment.organisation_id, Enrolment.number_key == enrolment.number_key
    )
    return list(session.scalars(rows.order_by(Enrolment.id)))


def certified_counts(ids: Sequence[int], day: date, until: date) -> dict[int, tuple[int, int]]:
    """Organisation → (people with a valid certificate, those of them who still have one after `until`)."""
    lasts: ColumnElement[bool] = or_(Certificate.valid_until.is_(None), Certificate.valid_until > until)
    rows = _certified(ids, day).where(Enrolment.id.not_in(gone()))
    counted = rows.with_only_columns(
        Enrolment.organisation_id, func.count(Enrolment.number_key.distinct()),
        func.count(case((lasts, Enrolment.number_key)).distinct()),
    ).group_by(Enrolment.organisation_id)  # fmt: skip
    found = {int(id_): (int(now), int(later)) for id_, now, later in session.execute(counted) if id_}
    return {id_: found.get(id_, (0, 0)) for id_ in ids}


def seated_counts(ids: Sequence[int], now: datetime) -> dict[int, int]:
    """Organisation → places and wishes for places in sessions that are not over and whose certificates would count."""
    rows = select(Enrolment).join(Enrolment.session).join(CourseSession.course)
    rows = _counts_here(rows, ids).where(
        CourseSession.ends_at > now, CourseSession.state == SessionState.PUBLISHED, Enrolment.state.in_(LIVING)
    )  # fmt: skip
    counted = rows.with_only_columns(Enrolment.organisation_id, func.count()).group_by(
        Enrolment.organisation_id
    )
    return {int(id_): int(n) for id_, n in session.execute(counted) if id_}


def coming_sessions(now: datetime) -> list[CourseSession]:
    """Announced, still to come, and their certificates would count."""
    rows = training.coming(training.sessions(), now).where(
        CourseSession.state == SessionState.PUBLISHED, CourseSession.closes_on >= clock.day_of(now),
        Course.audience.in_(list(dated.value("coverage.audiences"))),
    )  # fmt: skip
    return list(session.scalars(rows.order_by(CourseSession.starts_at, CourseSession.id).limit(50)))


def old_figures(day: date, before: datetime) -> list[Figures]:
    """In force, declared before, and nobody was asked to look again."""
    rows = in_force(day).where(Figures.declared_at < before, Figures.reminded_on.is_(None))
    return list(session.scalars(rows.order_by(Figures.id).limit(500)))


def own_old_figures(ids: Sequence[int], day: date, before: datetime) -> list[Figures]:
    rows = in_force(day).where(Figures.organisation_id.in_(ids), Figures.declared_at < before)
    return list(session.scalars(rows.order_by(Figures.id)))


def departures_of_person(enrolment: Enrolment) -> dict[int, Departure]:
    """Of every enrolment of the same person by the same organisation."""
    ids = [each.id for each in same_person(enrolment)]
    rows = select(Departure).where(Departure.enrolment_id.in_(ids))
    return {d.enrolment_id: d for d in session.scalars(rows.order_by(Departure.id))}
