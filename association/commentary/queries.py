"""Named reads of commentary."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from association.commentary.models import (
    Commentary,
    CommentaryKind,
    CommentaryState,
    Finding,
    TrackedState,
    TrackedWork,
)
from association.kernel import clock
from association.kernel.audit import AuditEntry, kind_of
from association.kernel.db import session

S = CommentaryState
OVER = (S.PUBLISHED, S.WITHDRAWN, S.DROPPED)
REVIEWS = ("first_review", "second_review", "legal_review", "third_review")


def in_public() -> Select[Commentary]:
    """What is issued and in force; what was withdrawn is in no list."""
    return select(Commentary).where(Commentary.state == S.PUBLISHED)


def all_commentary() -> Select[Commentary]:
    """For the desk."""
    return select(Commentary).options(joinedload(Commentary.writer))


def by_slug(slug: str) -> Select[Commentary]:
    return (
        select(Commentary)
        .where(Commentary.slug == slug)
        .options(joinedload(Commentary.maker), selectinload(Commentary.findings).joinedload(Finding.essay))
    )


def with_words(rows: Select[Any], words: str) -> Select[Any]:
    """Title, work or number."""
    for word in words.split():
        rows = rows.where(
            or_(
                Commentary.title.contains(word, autoescape=True),
                Commentary.work.contains(word, autoescape=True),
                Commentary.number.contains(word, autoescape=True),
            )
        )
    return rows


def newest(limit: int) -> list[Commentary]:
    """Issued last."""
    rows = in_public().order_by(Commentary.published_at.desc(), Commentary.id.desc())
    return list(session.scalars(rows.limit(limit)))


def of_maker(organisation_id: int) -> list[Commentary]:
    """For an organisation's public record, the newest first."""
    rows = in_public().where(Commentary.maker_id == organisation_id)
    return list(session.scalars(rows.order_by(Commentary.published_at.desc(), Commentary.id.desc())))


def at_work() -> list[Commentary]:
    """Not yet issued, the oldest first."""
    rows = select(Commentary).where(Commentary.state.not_in((*OVER, S.SCHEDULED)))
    return list(session.scalars(rows.options(selectinload(Commentary.findings)).order_by(Commentary.id)))


def of_writer(account_id: int) -> Select[Commentary]:
    return select(Commentary).where(Commentary.writer_id == account_id)


def chain_of(commentary: Commentary) -> list[AuditEntry]:
    """The reviews that led to the issue, in order: the last of each."""
    rows = select(AuditEntry).where(
        AuditEntry.subject_kind == kind_of(commentary), AuditEntry.subject_id == commentary.id, AuditEntry.deed.in_(REVIEWS)
    )  # fmt: skip
    last = {entry.deed: entry for entry in session.scalars(rows.order_by(AuditEntry.id))}
    return [last[deed] for deed in REVIEWS if deed in last]


def years() -> Iterable[int]:
    """Years in which something was issued, the newest first."""
    rows = select(func.min(Commentary.published_at), func.max(Commentary.published_at)).where(
        Commentary.state == S.PUBLISHED
    )
    first, last = session.execute(rows).one()
    return range(last.year, first.year - 1, -1) if first and last else ()


def essays_between(first: date, last: date) -> list[Commentary]:
    """What a digest of these days (both counted) is made of: the essays issued in them, with what they found."""
    begin, end = (datetime.combine(day, at, clock.CHINA) for day, at in ((first, time.min), (last, time.max)))
    rows = in_public().where(
        Commentary.kind == CommentaryKind.ESSAY, Commentary.published_at.between(begin, end)
    )
    return list(
        session.scalars(
            rows.options(selectinload(Commentary.findings)).order_by(Commentary.published_at, Commentary.id)
        )
    )


def taken(digest: Commentary) -> set[tuple[int, str]]:
    """(essay, fact) of what the digest has taken from essays."""
    return {(f.essay_id, f.fact) for f in digest.findings if f.essay_id is not None}


def tracked() -> Select[TrackedWork]:
    return select(TrackedWork)


def tracked_between(first: date, last: date) -> list[TrackedWork]:
    """Followed on at least one of these days."""
    rows = select(TrackedWork).where(
        TrackedWork.since_on <= last, or_(TrackedWork.until_on.is_(None), TrackedWork.until_on >= first)
    )
    return list(session.scalars(rows.order_by(TrackedWork.since_on, TrackedWork.id)))


def is_tracked(work: str) -> bool:
    rows = select(TrackedWork.id).where(TrackedWork.work == work, TrackedWork.state == TrackedState.TRACKED)
    return session.scalars(rows).first() is not None
