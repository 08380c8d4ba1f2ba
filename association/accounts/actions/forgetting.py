"""Forgetting somebody: what is personal is destroyed, what was done stays provable."""

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update

from association.accounts import queries
from association.accounts.models import (
    Account,
    MailToken,
    PendingAccount,
    RecoveryCode,
    RoleGrant,
    SignInSession,
)
from association.accounts.policy import P
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.policy import Actor, relations_of, require
from association.kernel.words import _
from association.people import actions as people


def forget(account: Account, *, because: str, actor: Actor) -> None:
    """Staff close an account and destroy what is personal in it, because its owner asks or its time is over."""
    require(actor, P.FORGET, account)
    if not because.strip():
        raise Refused(_("请写明清除的理由。"), field="because")
    if queries.roles_of(account.id) or relations_of(account.person_id, clock.today()):
        raise Refused(_("对方还有在任的角色或单位职务，请先终止。"))
    destroy(account, because=because, actor=actor)


def destroy(account: Account, *, because: str, actor: Actor) -> None:
    """Nobody enters again; name, address, phone, secrets and letters are gone; the trail keeps the account's number only."""
    if account.person.forgotten_at is not None:
        raise Refused(_("个人信息已经清除。"))
    now = clock.now()
    waiting = delete(PendingAccount).where(PendingAccount.email_key == account.email_key)
    for rows in (waiting, *(delete(t).where(t.account_id == account.id) for t in (RecoveryCode, MailToken))):
        session.execute(rows)
    session.execute(delete(Letter).where(_names(account)))
    session.execute(
        update(SignInSession)
        .where(SignInSession.account_id == account.id)
        .values(browser="", ended_at=func.coalesce(SignInSession.ended_at, now))
    )
    account.disabled_at, account.disabled_because = account.disabled_at or now, None
    account.email = account.email_key = f"forgotten-{account.id}@invalid"
    account.password_hash = account.totp_secret = account.totp_confirmed_at = None
    people.forget(account.person, because=because, actor=actor)


def _names(account: Account) -> ColumnElement[bool]:
    """Letters to them, and letters about them or their roles to others. The mail system has its own copies and its own rules."""
    about_them = and_(Letter.about_kind == Account.__tablename__, Letter.about_id == account.id)
    grants = select(RoleGrant.id).where(RoleGrant.account_id == account.id)
    about_roles = and_(Letter.about_kind == RoleGrant.__tablename__, Letter.about_id.in_(grants))
    return or_(Letter.account_id == account.id, Letter.to_address == account.email, about_them, about_roles)
