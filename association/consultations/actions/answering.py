"""What staff do with comments: show many, answer one or many, move one to the clause it means, note what it changed."""

from collections.abc import Sequence

from association.consultations import effects, texts
from association.consultations.models import (
    Comment,
    CommentChange,
    CommentState,
    Consultation,
    ConsultationState,
    Outcome,
)
from association.consultations.policy import P
from association.consultations.workflow import COMMENT
from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused, Unknown
from association.kernel.policy import Actor, can, require
from association.kernel.words import _, spoken_in
from association.rules.models import Edition


def check_answerable(consultation: Consultation) -> None:
    """Refuses once the answers are public, or the consultation was taken back."""
    if consultation.state is ConsultationState.ANSWERED:
        raise Refused(_("答复已经公布，不能再改。"))
    if consultation.state is ConsultationState.WITHDRAWN:
        raise Refused(_("这次征求意见已撤回，不再答复。"))


def answer(comment: Comment, *, outcome: Outcome, because: str, actor: Actor) -> None:
    """Say what becomes of a comment, and why. May be said anew until the answers are published. Refused for one nobody has looked at, and
    without a reason; Forbidden for one's own."""
    require(actor, P.ANSWER, comment)
    lock(comment)
    check_answerable(comment.consultation)
    if comment.state not in effects.LOOKED_AT:
        raise Refused(_("第%(n)d条还没有查看，请先决定是否公开。", n=comment.number or 0))
    because = because.strip()
    if not because:
        raise Refused(_("请写明理由。"), field="because")
    before = comment.outcome
    comment.outcome, comment.answer, comment.answered_at = outcome, because, clock.now()
    with spoken_in("zh_Hans"):  # the trail's language
        words = [str(o.label) if o else None for o in (before, outcome)]
    audit.record("answer", comment, actor=actor, reason=because, changes=[("outcome", words[0], words[1])])


def answer_many(comments: Sequence[Comment], *, outcome: Outcome, because: str, actor: Actor) -> int:
    """The same answer to all of them, or to none; returns how many. One's own are named, not passed over."""
    _check_chosen(comments)
    own = [c for c in comments if not can(actor, P.ANSWER, c) and can(actor, P.ANSWER)]
    if own:
        numbers = _("、").join(str(c.number) for c in own)
        raise Refused(_("第%(numbers)s条是你自己或你所在单位提出的，请由别人答复。", numbers=numbers))
    for comment in comments:
        answer(comment, outcome=outcome, because=because, actor=actor)
    return len(comments)


def show_many(comments: Sequence[Comment], *, actor: Actor) -> int:
    """Show all that wait, or none; returns how many."""
    _check_chosen(comments)
    waiting = [c for c in comments if c.state is CommentState.WAITING]
    if not waiting:
        raise Refused(_("所选的意见都已经查看过。"))
    for comment in waiting:
        COMMENT.take("show", comment, actor=actor)
    return len(waiting)


def _check_chosen(comments: Sequence[Comment]) -> None:
    if not comments:
        raise Refused(_("请先勾选意见。"))


def reassign(comment: Comment, *, path: str, actor: Actor) -> None:
    """It is about another clause than the one it was written under. A proposed wording stays compared with what it was written on."""
    require(actor, P.ANSWER, comment)
    lock(comment)
    check_answerable(comment.consultation)
    clause = texts.clause_of(comment.consultation.edition, path)
    if clause is None:
        raise Refused(_("文本里没有这一条。"), field="path")
    if path == comment.path:
        raise Refused(_("意见本来就在这一条之下。"), field="path")
    before = comment.clause
    comment.path, comment.clause = path, clause.name
    if not comment.proposed:
        comment.original = clause.text
    audit.record("reassign", comment, actor=actor, changes=[("clause", before, clause.name)])


def link_change(comment: Comment, *, edition: Edition, path: str, actor: Actor) -> CommentChange:
    """Note that a clause of a later edition was changed by it. Refused for one not taken, for the edition commented on itself, and twice.
    The later edition may be written after the answers are published, so this is no part of them."""
    require(actor, P.ANSWER, comment)
    lock(comment)
    consulted = comment.consultation.edition
    if comment.outcome not in (Outcome.TAKEN, Outcome.PARTLY):
        raise Refused(_("只有采纳或部分采纳的意见才登记改了哪一条。"))
    if edition.document_id != consulted.document_id or edition.id == consulted.id:
        raise Refused(_("请选同一份文本之后的版本。"), field="edition")
    clause = texts.clause_of(edition, path)
    if clause is None or not path:
        raise Refused(_("那个版本里没有这一条。"), field="path")
    if any(c.edition_id == edition.id and c.path == path for c in comment.changes):
        raise Refused(_("这一条已经登记过。"), field="path")
    change = CommentChange(
        comment=comment, edition=edition, edition_id=edition.id, path=path, clause=clause.name
    )
    session.add(change)
    session.flush()
    effects.cite_changes(comment)
    audit.record("link_change", comment, actor=actor, edition=edition.id, clause=clause.name)
    return change


def unlink_change(change: CommentChange, *, actor: Actor) -> None:
    """The note was a mistake."""
    comment = change.comment
    require(actor, P.ANSWER, comment)
    lock(comment)
    if change not in comment.changes:
        raise Unknown
    audit.record("unlink_change", comment, actor=actor, edition=change.edition_id, clause=change.clause)
    session.delete(change)
    session.flush()
    session.refresh(comment)
    effects.cite_changes(comment)
