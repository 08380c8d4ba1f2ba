"""Published standards, their re-examinations and the acts on their texts."""

from datetime import date
from typing import Any

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import joinedload

from association.kernel.db import session
from association.rules.models import Document, Edition, EditionState
from association.standards.models import (
    Act,
    ActState,
    Examination,
    ExaminationState,
    Standard,
)


def in_public() -> Select[Standard]:
    """Standards with a published edition, those in force and those that were."""
    published = exists().where(
        Edition.document_id == Standard.document_id, Edition.state == EditionState.PUBLISHED
    )
    return select(Standard).join(Standard.document).where(published)


def called(rows: Select[Any], words: str) -> Select[Any]:
    """Title or number."""
    for word in words.split():
        numbered = exists().where(
            Edition.document_id == Standard.document_id,
            Edition.state == EditionState.PUBLISHED,
            Edition.number.contains(word, autoescape=True),
        )
        rows = rows.where(or_(Document.title.contains(word, autoescape=True), numbered))
    return rows


def living_standards() -> list[Standard]:
    """Published, and not ended."""
    rows = select(Standard).where(Standard.examine_by.is_not(None), Standard.ended_on.is_(None))
    return list(session.scalars(rows.order_by(Standard.id)))


def by_slug(slug: str) -> Standard | None:
    rows = select(Standard).join(Standard.document).where(Document.slug == slug)
    return session.scalars(rows).one_or_none()


def of_document(document_id: int) -> Standard | None:
    return session.scalars(select(Standard).where(Standard.document_id == document_id)).one_or_none()


def examinations_of(standard: Standard) -> list[Examination]:
    """The newest first."""
    rows = select(Examination).where(Examination.standard_id == standard.id)
    return list(session.scalars(rows.order_by(Examination.id.desc())))


def open_examination(standard: Standard) -> Examination | None:
    return next((e for e in examinations_of(standard) if e.state is not ExaminationState.DECIDED), None)


def examinations_open() -> list[Examination]:
    """That wait for staff, with their standards."""
    rows = select(Examination).where(Examination.state != ExaminationState.DECIDED)
    return list(session.scalars(rows.options(joinedload(Examination.standard)).order_by(Examination.due_on)))


def to_be_examined(until: date) -> list[Standard]:
    """Whose day comes until then, that have not ended and are not being examined."""
    under_way = exists().where(
        Examination.standard_id == Standard.id, Examination.state != ExaminationState.DECIDED
    )
    rows = select(Standard).where(Standard.examine_by <= until, Standard.ended_on.is_(None), ~under_way)
    return list(session.scalars(rows.order_by(Standard.examine_by, Standard.id)))


def acts_of(standard: Standard) -> list[Act]:
    """All that were not dropped, the newest first."""
    rows = select(Act).where(Act.standard_id == standard.id, Act.state != ActState.DROPPED)
    return list(session.scalars(rows.options(joinedload(Act.edition)).order_by(Act.id.desc())))


def issued_acts(edition: Edition) -> list[Act]:
    """On this edition, the oldest first."""
    rows = select(Act).where(Act.edition_id == edition.id, Act.state == ActState.ISSUED)
    return list(session.scalars(rows.order_by(Act.issued_on, Act.id)))


def changes_waiting() -> list[Act]:
    """Acts that wait for somebody."""
    rows = select(Act).where(Act.state.in_([ActState.DRAFT, ActState.CHECKED]))
    return list(session.scalars(rows.options(joinedload(Act.standard)).order_by(Act.id)))
