"""Whether an address is its visitor's own. It is written to once; until its owner has used that link it is not written to again,
however many comments are handed in under it. What waits goes away by itself."""

import hashlib
import secrets

from sqlalchemy import select

from association.consultations import letters, queries
from association.consultations.models import Comment, ProofLetter
from association.consultations.queries import Proof
from association.kernel import clock
from association.kernel.db import session
from association.kernel.words import _


def ask(comment: Comment) -> None:
    """Write to the address unless a letter to it is open."""
    row = session.scalars(
        select(ProofLetter).where(ProofLetter.mail_key == comment.mail_key).with_for_update()
    ).one_or_none()
    if row is not None and row.token_hash is not None:
        return
    token = secrets.token_urlsafe(24)
    if row is None:
        row = ProofLetter(mail_key=comment.mail_key)
        session.add(row)
    row.token_hash, row.sent_at = _hash(token), clock.now()
    letters.prove(comment, token)


def find(token: str) -> Proof | None:
    """The open letter behind a link, with what it would prove; None when it is used, unknown, or nothing waits."""
    row = session.scalars(select(ProofLetter).where(ProofLetter.token_hash == _hash(token))).one_or_none()
    if row is None:
        return None
    waiting = queries.unproven(row.mail_key)
    return Proof(row, waiting) if waiting else None


def dead() -> str:
    return _("这个链接已经用过，或要确认的意见已经过期。请重新提出。")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
