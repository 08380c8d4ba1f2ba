"""Tokens."""

from datetime import datetime

from sqlalchemy import select

from association.kernel import clock
from association.kernel.db import session
from bulletins.figures.models import Token


def tokens_of(organisation_id: int) -> list[Token]:
    """All, the newest first."""
    rows = select(Token).where(Token.organisation_id == organisation_id)
    return list(session.scalars(rows.order_by(Token.id.desc())))


def tokens_ending(until: datetime) -> list[Token]:
    """Those that live now and end by then."""
    rows = select(Token).where(
        Token.revoked_at.is_(None), Token.expires_at > clock.now(), Token.expires_at <= until
    )
    return [token for token in session.scalars(rows.order_by(Token.id)) if token.is_living]


def by_hash(hashed: str) -> Token | None:
    return session.scalars(select(Token).where(Token.token_hash == hashed)).one_or_none()
