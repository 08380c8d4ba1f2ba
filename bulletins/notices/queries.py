"""Named reads of notices."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from association.kernel.audit import AuditEntry, kind_of
from association.kernel.db import session
from bulletins.notices.models import (
    Correction,
    CorrectionState,
    Notice,
    NoticeRecipient,
    NoticeState,
)

OVER = (NoticeState.PUBLISHED, NoticeState.WITHDRAWN, NoticeState.DROPPED)
REVIEWS = ("first_review", "second_review", "legal_review", "third_review")


def in_public() -> Select[Notice]:
    """What is issued and in force; what was withdrawn is in no list."""
    return select(Notice).where(Notice.state == NoticeState.PUBLISHED)


def all_notices() -> Select[Notice]:
    """For the desk."""
    return select(Notice)


def newest(limit: int) -> list[Notice]:
    """For the home page."""
    return list(
        session.scalars(in_public().order_by(Notice.published_at.desc(), Notice.id.desc()).limit(limit))
    )


def by_slug(slug: str) -> Select[Notice]:
    return select(Notice).where(Notice.slug == slug).options(selectinload(Notice.citations))


def with_words(rows: Select[Any], words: str) -> Select[Any]:
    """Title, our number or the authority's."""
    for word in words.split():
        rows = rows.where(
            or_(
                Notice.title.contains(word, autoescape=True),
                Notice.number.contains(word, autoescape=True),
                Notice.source_number.contains(word, autoescape=True),
            )
        )
    return rows


def at_work() -> list[Notice]:
    """Not yet issued, the oldest first."""
    rows = select(Notice).where(Notice.state.not_in((*OVER, NoticeState.SCHEDULED)))
    return list(session.scalars(rows.order_by(Notice.id)))


def corrections_of(notice: Notice, *states: CorrectionState) -> list[Correction]:
    """The oldest first."""
    rows = select(Correction).where(Correction.notice_id == notice.id)
    if states:
        rows = rows.where(Correction.state.in_(states))
    return list(session.scalars(rows.order_by(Correction.id)))


def corrections_waiting() -> list[Correction]:
    rows = select(Correction).where(Correction.state == CorrectionState.PROPOSED)
    return list(session.scalars(rows.options(joinedload(Correction.notice)).order_by(Correction.id)))


def chain_of(notice: Notice) -> list[AuditEntry]:
    """The reviews that led to the issue, in order: the last of each."""
    rows = select(AuditEntry).where(
        AuditEntry.subject_kind == kind_of(notice), AuditEntry.subject_id == notice.id, AuditEntry.deed.in_(REVIEWS)
    )  # fmt: skip
    last = {entry.deed: entry for entry in session.scalars(rows.order_by(AuditEntry.id))}
    return [last[deed] for deed in REVIEWS if deed in last]


def told(notice: Notice) -> tuple[int, int]:
    """How many accounts of how many organisations were written to."""
    rows = select(
        func.count(), func.count(func.distinct(NoticeRecipient.organisation_id))
    ).where(NoticeRecipient.notice_id == notice.id)  # fmt: skip
    people, organisations = session.execute(rows).one()
    return int(people), int(organisations)


def years() -> Iterable[int]:
    """Years in which something was issued, the newest first."""
    rows = select(func.min(Notice.published_at), func.max(Notice.published_at)).where(
        Notice.state == NoticeState.PUBLISHED
    )
    first, last = session.execute(rows).one()
    return range(last.year, first.year - 1, -1) if first and last else ()
