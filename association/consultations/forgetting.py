"""What consultations keep of people, and when it goes: what was never proven, visitors' names and addresses after a while, and
everything personal of somebody who is forgotten. The comments themselves stay; they are part of how a text came about."""

from datetime import timedelta

from sqlalchemy import ColumnElement, delete, select

from association.accounts.models import Account
from association.consultations import limits
from association.consultations.models import Comment, CommentState, Consultation, ConsultationState
from association.kernel import clock, dated, events
from association.kernel.audit import AuditEntry, AuditSecret
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.regular import every
from association.kernel.words import _l
from association.people.actions import PersonForgotten

dated.define(
    "consultations.proof_days", label=_l("访客的意见等待确认邮箱多少天"), kind="number", initial=7, unit=_l("天"),
    basis=dated.OWN, help=_l("过了这些天还没有确认的意见连同邮箱一起删除。"),
)  # fmt: skip
dated.define(
    "consultations.addresses_kept_days", label=_l("征求意见结束后访客的姓名和邮箱保留多久"), kind="number", initial=180,
    unit=_l("天"), basis=dated.OWN,
)  # fmt: skip

AT_ONCE = 500
"""Comments forgotten in one transaction of the clock; the rest follow in the next."""


@every(timedelta(hours=6), "consultations.forget")
def tidy_up() -> int:
    """Returns how many visitors were forgotten."""
    waited = timedelta(days=int(dated.value("consultations.proof_days")))
    drop_unproven(Comment.made_at < clock.now() - waited)
    limits.forget()
    kept = timedelta(days=int(dated.value("consultations.addresses_kept_days")))
    over = select(Consultation.id).where(
        Consultation.state.in_([ConsultationState.ANSWERED, ConsultationState.WITHDRAWN]),
        Consultation.ended_at < clock.now() - kept,
    )
    visitors = list(
        session.scalars(
            select(Comment)
            .where(Comment.consultation_id.in_(over), Comment.email.is_not(None))
            .order_by(Comment.id)
            .limit(AT_ONCE)
        )
    )
    _forget_authors(visitors)
    return len(visitors)


def drop_unproven(which: ColumnElement[bool]) -> None:
    """Comments whose address nobody proved."""
    session.execute(delete(Comment).where(Comment.state == CommentState.UNPROVEN, which))


def _forget_authors(comments: list[Comment]) -> None:
    """Name and address leave the rows, the trail and the letters; the keyed hash stays until nobody can comment as them."""
    if not comments:
        return
    ids = [comment.id for comment in comments]
    trail = session.scalars(
        select(AuditEntry.details).where(
            AuditEntry.subject_kind == Comment.__tablename__, AuditEntry.subject_id.in_(ids)
        )
    )
    secrets = [commitment for details in trail for commitment in details.get("personal", {}).values()]
    session.execute(delete(AuditSecret).where(AuditSecret.commitment.in_(secrets)))
    session.execute(
        delete(Letter).where(Letter.about_kind == Comment.__tablename__, Letter.about_id.in_(ids))
    )
    for comment in comments:
        comment.name = comment.email = None


def _on_forgotten(event: PersonForgotten) -> None:
    accounts = select(Account.id).where(Account.person_id == event.person.id)
    rows = select(Comment).where(Comment.account_id.in_(accounts), Comment.organisation_id.is_(None))
    for comment in session.scalars(rows.order_by(Comment.id)):
        comment.name_masked = True


def init_app() -> None:
    events.subscribe(PersonForgotten, _on_forgotten)
