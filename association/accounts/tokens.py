"""Links in letters: made, looked at (GET), used (POST) once. The database keeps only hashes of them."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update

from association.accounts.models import Account, MailToken, PendingAccount
from association.kernel import clock, dated
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.words import _, _l

dated.define(
    "accounts.link_hours",
    label=_l("信函中链接的有效时间"),
    kind="number",
    initial=24,
    unit=_l("小时"),
    basis=dated.OWN,
)
dated.define(
    "accounts.invitation_days", label=_l("工作人员邀请的有效时间"), kind="number", initial=7, unit=_l("天"),
    basis=dated.OWN,
)  # fmt: skip


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def new() -> str:
    return secrets.token_urlsafe(24)


def link_expires_at() -> datetime:
    return clock.now() + timedelta(hours=int(dated.value("accounts.link_hours")))


def invitation_expires_at() -> datetime:
    return clock.now() + timedelta(days=int(dated.value("accounts.invitation_days")))


def make(purpose: str, account: Account, *, expires_at: datetime | None = None, **payload: Any) -> str:
    """A new link's token; earlier unused ones of the same purpose stop working."""
    cancel(account, purpose)
    token = new()
    session.add(
        MailToken(
            token_hash=hash_of(token), purpose=purpose, account_id=account.id, payload=payload,
            expires_at=expires_at or link_expires_at(),
        )
    )  # fmt: skip
    return token


def cancel(account: Account, *purposes: str) -> None:
    """Links of an account that are still open stop working (of these purposes; all, if none is named)."""
    rows = update(MailToken).where(MailToken.account_id == account.id, MailToken.used_at.is_(None))
    if purposes:
        rows = rows.where(MailToken.purpose.in_(purposes))
    session.execute(rows.values(used_at=clock.now()))


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
        lock(row)
    if row is None or row.used_at is not None:
        raise Refused(dead())
    row.used_at = clock.now()
    return row


def pending(token: str, *, for_update: bool = False) -> PendingAccount | None:
    """The living registration behind a link, or None."""
    rows = select(PendingAccount).where(PendingAccount.token_hash == hash_of(token))
    row = session.scalars(rows.with_for_update() if for_update else rows).one_or_none()
    return row if row and row.expires_at > clock.now() else None


def use_pending(token: str) -> PendingAccount:
    """Take the registration, and every other one of the same address, out of waiting."""
    row = pending(token, for_update=True)
    if row is None:
        raise Refused(dead())
    session.expunge(row)
    session.execute(delete(PendingAccount).where(PendingAccount.email_key == row.email_key))
    return row


def dead() -> str:
    return _("这个链接已经用过或过期，请重新申请一个。")
