"""Which comments changed which clause. Public ones only: shown, and answered for good."""

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload

from association.consultations.models import (
    Comment,
    CommentChange,
    CommentState,
    Consultation,
    ConsultationState,
)
from association.kernel.db import session
from association.rules.models import Edition


def _public() -> Select[CommentChange]:
    return (
        select(CommentChange)
        .join(CommentChange.comment)
        .join(Comment.consultation)
        .where(Comment.state == CommentState.SHOWN, Consultation.state == ConsultationState.ANSWERED)
        .options(
            contains_eager(CommentChange.comment).contains_eager(Comment.consultation),
            contains_eager(CommentChange.comment).joinedload(Comment.organisation),
            contains_eager(CommentChange.comment).joinedload(Comment.account),
        )
        .order_by(CommentChange.path, Comment.number, CommentChange.id)
    )


def comments_that_changed(
    path: str, *, edition_id: int | None = None, document_id: int | None = None
) -> list[Comment]:
    """The comments that changed the clause at `path` of an edition, or of any edition of a document."""
    rows = _public().where(CommentChange.path == path)
    if edition_id is not None:
        rows = rows.where(CommentChange.edition_id == edition_id)
    if document_id is not None:
        rows = rows.join(Edition, Edition.id == CommentChange.edition_id)
        rows = rows.where(Edition.document_id == document_id)
    return list(dict.fromkeys(change.comment for change in session.scalars(rows)))


def changed_by_clause(edition_id: int) -> dict[str, list[Comment]]:
    """For a whole edition in one statement: path → the comments that changed it."""
    found: dict[str, list[Comment]] = {}
    for change in session.scalars(_public().where(CommentChange.edition_id == edition_id)):
        found.setdefault(change.path, []).append(change.comment)
    return found


def changes_of(comment: Comment) -> list[CommentChange]:
    """For the comment's own page, with the editions changed."""
    return list(
        session.scalars(
            select(CommentChange)
            .where(CommentChange.comment_id == comment.id)
            .options(joinedload(CommentChange.edition))
            .order_by(CommentChange.id)
        )
    )
