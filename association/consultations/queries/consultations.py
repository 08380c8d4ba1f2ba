"""Named reads of consultations."""

from typing import Any

from sqlalchemy import Select, case, or_, select
from sqlalchemy.orm import joinedload

from association.consultations.models import Consultation, ConsultationState
from association.kernel import clock
from association.kernel.audit import kind_of
from association.kernel.db import Model, session

S = ConsultationState
LIVING = (S.COMING, S.OPEN)
# In the order of the public list: what can still be commented on comes first.
_ORDER = (S.OPEN, S.COMING, S.CLOSED, S.ANSWERED, S.WITHDRAWN)
OPEN_FIRST = case(*((Consultation.state == state, place) for place, state in enumerate(_ORDER)))


def of(subject: Model) -> list[Consultation]:
    """All consultations about one subject, the newest first."""
    return list(
        session.scalars(
            select(Consultation)
            .where(Consultation.subject_kind == kind_of(subject), Consultation.subject_id == subject.id)
            .options(joinedload(Consultation.edition))
            .order_by(Consultation.opens_on.desc(), Consultation.id.desc())
        )
    )


def living(subject: Model) -> Consultation | None:
    """The one that is coming or open."""
    return next((c for c in of(subject) if c.state in LIVING), None)


def laid_out() -> set[int]:
    """Editions that were laid out already, whatever came of it."""
    return set(session.scalars(select(Consultation.edition_id)))


def by_slug(slug: str) -> Select[Consultation]:
    return select(Consultation).where(Consultation.slug == slug).options(joinedload(Consultation.edition))


def in_public() -> Select[Consultation]:
    """Every consultation; a withdrawn one stays readable with its reason."""
    return select(Consultation)


def newest_open(limit: int) -> list[Consultation]:
    """For the home page: what can be commented on now, the next to close first."""
    rows = select(Consultation).where(Consultation.state == S.OPEN)
    return list(session.scalars(rows.order_by(Consultation.closes_on, Consultation.id).limit(limit)))


def all_consultations() -> Select[Consultation]:
    """For the desk."""
    return select(Consultation)


def with_words(rows: Select[Any], words: str) -> Select[Any]:
    """Title or note."""
    for word in words.split():
        rows = rows.where(
            or_(
                Consultation.title.contains(word, autoescape=True),
                Consultation.note.contains(word, autoescape=True),
            )
        )
    return rows


def due_to_begin() -> list[Consultation]:
    """Announced, and their first day has come."""
    rows = select(Consultation).where(Consultation.state == S.COMING, Consultation.opens_on <= clock.today())
    return list(session.scalars(rows.order_by(Consultation.id)))


def due_to_close() -> list[Consultation]:
    """Open, and their last day is over."""
    rows = select(Consultation).where(Consultation.state == S.OPEN, Consultation.closes_on < clock.today())
    return list(session.scalars(rows.order_by(Consultation.id)))
