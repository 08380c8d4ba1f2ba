"""Tokens."""

from sqlalchemy import select

from association.kernel.db import session
from bulletins.figures.models import Token


def tokens_of(organisation_id: int) -> list[Token]:
    """All, the newest first."""
    rows = select(Token).where(Token.organisation_id == organisation_id)
    return list(session.scalars(rows.order_by(Token.id.desc())))


def by_hash(hashed: str) -> Token | None:
    return session.scalars(select(Token).where(Token.token_hash == hashed)).one_or_none()
