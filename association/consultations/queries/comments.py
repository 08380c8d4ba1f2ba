"""Named reads of comments. Counted ones only: a comment whose author has not proven the address is nobody's to read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from association.consultations.models import (
    Comment,
    CommentState,
    Consultation,
    ConsultationState,
    ProofLetter,
)
from association.kernel.db import session
from association.kernel.policy import Actor

COUNTED = (CommentState.WAITING, CommentState.SHOWN, CommentState.HIDDEN)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many comments of a consultation count, wait to be looked at (and since when the oldest), are public, have no answer."""

    all: int = 0
    waiting: int = 0
    shown: int = 0
    unanswered: int = 0
    waiting_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """The letter behind a link and the comments it would prove."""

    letter: ProofLetter
    comments: list[Comment]


def _whole() -> tuple[Any, ...]:
    return (
        joinedload(Comment.account),
        joinedload(Comment.organisation),
        selectinload(Comment.changes),
    )


def counts(ids: Iterable[int]) -> Mapping[int, Counts]:
    """Of each consultation, in one statement."""
    rows = session.execute(
        select(
            Comment.consultation_id,
            func.count().label("all"),
            func.count().filter(Comment.state == CommentState.WAITING).label("waiting"),
            func.count().filter(Comment.state == CommentState.SHOWN).label("shown"),
            func.count().filter(Comment.outcome.is_(None)).label("unanswered"),
            func.min(Comment.received_at).filter(Comment.state == CommentState.WAITING).label("since"),
        )
        .where(Comment.consultation_id.in_(list(ids)), Comment.state.in_(COUNTED))
        .group_by(Comment.consultation_id)
    )
    return {
        row.consultation_id: Counts(row.all, row.waiting, row.shown, row.unanswered, row.since)
        for row in rows
    }


def unanswered(consultation: Consultation) -> int:
    """Comments that count and have no answer yet."""
    return counts([consultation.id]).get(consultation.id, Counts()).unanswered


def of_consultation(consultation: Consultation) -> Select[Comment]:
    """All that count, with their authors, for staff."""
    return (
        select(Comment)
        .where(Comment.consultation_id == consultation.id, Comment.state.in_(COUNTED))
        .options(*_whole())
    )


def public_comments(consultation: Consultation) -> Select[Comment]:
    """Those staff have looked at and shown."""
    return (
        select(Comment)
        .where(Comment.consultation_id == consultation.id, Comment.state == CommentState.SHOWN)
        .options(*_whole())
    )


def shown_by_clause(consultation: Consultation) -> dict[str, list[Comment]]:
    """Shown comments under the clauses they are about, in the order they came; the whole text's under the empty path."""
    found: dict[str, list[Comment]] = {}
    for comment in session.scalars(public_comments(consultation).order_by(Comment.number, Comment.id)):
        found.setdefault(comment.path, []).append(comment)
    return found


def in_state(rows: Select[Any], value: str) -> Select[Any]:
    """A filter of the desk: `waiting`, `shown`, `hidden`, or `unanswered`."""
    if value == "unanswered":
        return rows.where(Comment.outcome.is_(None))
    return rows.where(Comment.state == CommentState(value))


def called(rows: Select[Any], words: str) -> Select[Any]:
    """Words of the comment, of the wording it proposes, of its reason, or of its answer."""
    for word in words.split():
        texts = (Comment.body, Comment.proposed, Comment.reason, Comment.answer, Comment.clause)
        rows = rows.where(or_(*(text.contains(word, autoescape=True) for text in texts)))
    return rows


def with_changes(consultation: Consultation) -> list[Comment]:
    """Those that changed a clause of a later edition."""
    rows = select(Comment).where(Comment.consultation_id == consultation.id, Comment.changes.any())
    return list(session.scalars(rows.options(*_whole()).order_by(Comment.number)))


def said_by(actor: Actor) -> list[Comment]:
    """One's own comments and those for organisations one acts for, the newest first."""
    if actor.account_id is None:
        return []
    mine = or_(
        Comment.account_id == actor.account_id,
        and_(Comment.organisation_id.is_not(None), Comment.organisation_id.in_(actor.ids("organisation"))),
    )
    return list(
        session.scalars(
            select(Comment)
            .where(mine, Comment.state.in_(COUNTED))
            .options(joinedload(Comment.consultation), *_whole())
            .order_by(Comment.id.desc())
            .limit(200)
        )
    )


def unproven(mail_key: str) -> list[Comment]:
    """What waits for the owner of an address to say that it is theirs."""
    return list(
        session.scalars(
            select(Comment)
            .where(Comment.mail_key == mail_key, Comment.state == CommentState.UNPROVEN)
            .options(joinedload(Comment.consultation))
            .order_by(Comment.id)
        )
    )


def at_work() -> list[tuple[Consultation, Counts]]:
    """Consultations that are open or closed but not over, with what waits in them, the nearest last day first; two statements."""
    rows = select(Consultation).where(
        Consultation.state.in_([ConsultationState.OPEN, ConsultationState.CLOSED])
    )
    found = list(session.scalars(rows.order_by(Consultation.closes_on, Consultation.id).limit(200)))
    counted = counts([c.id for c in found]) if found else {}
    return [(c, counted.get(c.id, Counts())) for c in found]
