"""Named reads of public answers and their versions."""

from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from association.guidance.models import PUBLIC, PublicAnswer, PublicState, Question
from association.kernel.db import session
from association.rules.models import Citation, Edition

UNDER_REVIEW = (
    PublicState.DRAFT,
    PublicState.FIRST,
    PublicState.SECOND,
    PublicState.THIRD,
    PublicState.SCHEDULED,
)


def listed() -> Select[PublicAnswer]:
    """In public lists: the versions that count."""
    return select(PublicAnswer).where(PublicAnswer.state == PublicState.PUBLISHED)


def everything() -> Select[PublicAnswer]:
    """For the desk."""
    return select(PublicAnswer)


def with_words(rows: Select[Any], words: str) -> Select[Any]:
    """Number, title, question or answer."""
    for word in words.split():
        texts = (PublicAnswer.number, PublicAnswer.title, PublicAnswer.asks, PublicAnswer.answers)
        rows = rows.where(or_(*(text.contains(word, autoescape=True) for text in texts)))
    return rows


def by_slug(slug: str) -> Select[PublicAnswer]:
    """The version that counts; where none does (withdrawn), the newest that was issued."""
    rows = select(PublicAnswer).where(PublicAnswer.slug == slug, PublicAnswer.state.in_(PUBLIC))
    first = (PublicAnswer.state != PublicState.PUBLISHED, PublicAnswer.version.desc())
    return rows.order_by(*first).limit(1)


def by_version(slug: str, version: int) -> Select[PublicAnswer]:
    return select(PublicAnswer).where(PublicAnswer.slug == slug, PublicAnswer.version == version)


def versions_of(answer: PublicAnswer) -> list[PublicAnswer]:
    """Every issued version, the newest first."""
    rows = select(PublicAnswer).where(PublicAnswer.slug == answer.slug, PublicAnswer.state.in_(PUBLIC))
    return list(session.scalars(rows.order_by(PublicAnswer.version.desc()))) if answer.slug else []


def version_under_way(answer: PublicAnswer) -> PublicAnswer | None:
    """The version being written to take its place."""
    rows = select(PublicAnswer).where(
        PublicAnswer.replaces_id == answer.id, PublicAnswer.state.in_(UNDER_REVIEW)
    )
    return session.scalars(rows.order_by(PublicAnswer.id).limit(1)).first()


def of_question(question: Question) -> list[PublicAnswer]:
    """What was made public of it, or is being written."""
    rows = select(PublicAnswer).where(PublicAnswer.question_id == question.id)
    return list(session.scalars(rows.order_by(PublicAnswer.id)))


def at_work() -> list[PublicAnswer]:
    """What somebody of the secretariat holds."""
    rows = select(PublicAnswer).where(PublicAnswer.state.in_(UNDER_REVIEW[:-1]))
    return list(session.scalars(rows.order_by(PublicAnswer.made_at, PublicAnswer.id).limit(200)))


def in_doubt() -> list[PublicAnswer]:
    """Those whose cited clauses have changed, the oldest doubt first."""
    rows = listed().where(PublicAnswer.doubted_at.is_not(None))
    return list(session.scalars(rows.order_by(PublicAnswer.doubted_at, PublicAnswer.id)))


def citing(document_id: int | None = None) -> list[PublicAnswer]:
    """Public answers that cite a document (any), with their clauses."""
    cites = (
        select(Citation.subject_id)
        .join(Citation.edition)
        .where(Citation.subject_kind == PublicAnswer.__tablename__)
    )
    if document_id is not None:
        cites = cites.where(Edition.document_id == document_id)
    rows = listed().where(PublicAnswer.id.in_(cites)).options(joinedload(PublicAnswer.question))
    return list(session.scalars(rows.order_by(PublicAnswer.id)))
