"""Saving a text. Whether somebody may write it the calling feature has decided."""

from association.drafting import queries
from association.drafting.models import Draft
from association.kernel import audit, clock
from association.kernel.audit import kind_of
from association.kernel.db import Model, lock, session
from association.kernel.policy import Actor


def save(subject: Model, text: str, *, base: int, actor: Actor, keep: bool = True) -> Draft:
    """Save what was written over version `base` (0: over nothing).

    The answer's `is_aside` says that somebody has saved since: then it lies beside the newest text, not over it. The audit trail says
    “draft” of everybody who has written, which is what `apart_from` of the reviews asks for.
    """
    lock(subject)  # two who save at the same moment come one after the other
    newest = queries.latest(subject)
    if newest is not None and newest.text == text:
        newest.is_kept = newest.is_kept or keep
        return newest
    aside = newest is not None and newest.number != base
    mine = _own_unkept(subject, newest, base=base, aside=aside, actor=actor)
    number = queries.last_number(subject) + 1
    if mine is not None:
        mine.number, mine.text, mine.saved_at, mine.is_kept = number, text, clock.now(), keep
        session.flush()
        return mine
    draft = Draft(
        subject_kind=kind_of(subject), subject_id=subject.id, number=number, base=base, text=text,
        account_id=actor.account_id, is_kept=keep, is_aside=aside,
    )  # fmt: skip
    session.add(draft)
    audit.record("draft", subject, actor=actor, number=number)
    return draft


def _own_unkept(
    subject: Model, newest: Draft | None, *, base: int, aside: bool, actor: Actor
) -> Draft | None:
    """This person's own text that the page's clock saved last, whose place the new one takes."""
    if aside:
        rows = queries.of(subject).where(
            Draft.is_aside.is_(True), Draft.is_kept.is_(False), Draft.base == base,
            Draft.account_id == actor.account_id,
        )  # fmt: skip
        return session.scalars(rows.order_by(Draft.number.desc()).limit(1)).one_or_none()
    if newest is None or newest.is_kept or newest.account_id != actor.account_id:
        return None
    return newest
