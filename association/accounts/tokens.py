"""Links in letters: made, looked at (GET), used (POST) once."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from association.accounts.models import Account, MailToken
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.words import _, _l

dated.define(
    "accounts.link_hours", label=_l("信函中链接的有效时间"), kind="number", initial=24, unit=_l("小时"), basis=_l("协会自行设置")
)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def make(purpose: str, account: Account, *, hours: int | None = None, **payload: Any) -> str:
    """A new link's token; earlier unused ones of the same purpose stop working."""
    session.execute(
        update(MailToken)
        .where(MailToken.account_id == account.id, MailToken.purpose == purpose, MailToken.used_at.is_(None))
        .values(used_at=clock.now())
    )
    token = secrets.token_urlsafe(24)
    lives = timedelta(hours=hours or int(dated.value("accounts.link_hours")))
    session.add(
        MailToken(
            token_hash=hash_of(token), purpose=purpose, account_id=account.id, payload=payload,
            expires_at=clock.now() + lives,
        )
    )  # fmt: skip
    return token


def find(purpose: str, token: str) -> MailToken | None:
    """The living link, or None."""
    row = session.scalars(
        select(MailToken).where(MailToken.token_hash == hash_of(token), MailToken.purpose == purpose)
    ).one_or_none()
    return row if row and row.used_at is None and row.expires_at > clock.now() else None


def use(purpose: str, token: str) -> MailToken:
    """Use the link up. Refused when it is used, too old, or none of ours."""
    row = find(purpose, token)
    if row is not None:
        session.refresh(row, with_for_update=True)
    if row is None or row.used_at is not None:
        raise Refused(_("这个链接已经用过或过期，请重新申请一个。"))
    row.used_at = clock.now()
    return row
