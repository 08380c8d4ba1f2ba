"""Signing in and out."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from association.accounts import limits, passwords, queries, second_factor
from association.accounts.models import Account, SignInSession
from association.accounts.tokens import hash_of
from association.kernel import audit, clock, dated, mail_address
from association.kernel.db import lock, session
from association.kernel.policy import Actor
from association.kernel.site import is_demo
from association.kernel.words import _l

dated.define(
    "accounts.session_hours",
    label=_l("登录保持的时间"),
    kind="number",
    initial=12,
    unit=_l("小时"),
    basis=dated.OWN,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a try to sign in ended. `token` is the new session's, for the cookie; `account` is who it is."""

    result: Literal["in", "second_factor", "no"]
    account: Account | None = None
    token: str = ""


def sign_in(*, email: str, password: str, machine: str, browser: str) -> Outcome:
    """Try. Counted in every case; a locked account, none at all and a wrong password look the same and take the same work."""
    # Held until the commit: many tries at once are tried one after the other, and the limit holds.
    account = queries.by_email(email, for_update=True)
    attempt = limits.attempt("password", mail_address.key(email), machine=machine)
    fits = passwords.fits(account.password_hash if account else None, password)
    if account is None or not (fits and attempt.allowed and may_enter(account)):
        attempt.close(succeeded=False)
        return Outcome("no")
    attempt.close(succeeded=True)
    if account.password_hash and passwords.is_dated(account.password_hash):
        account.password_hash = passwords.hashed(password)
    if account.has_second_factor:
        return Outcome("second_factor", account)
    return Outcome("in", account, _start(account, browser))


def complete_second_factor(account: Account, *, code: str, machine: str, browser: str) -> Outcome:
    """The second half. Tries count like passwords."""
    lock(account)
    attempt = limits.attempt("factor", str(account.id), machine=machine)
    success = attempt.allowed and may_enter(account) and second_factor.takes(account, code)
    attempt.close(succeeded=success)
    return Outcome("in", account, _start(account, browser)) if success else Outcome("no")


def knows_password(account: Account, password: str, *, machine: str) -> bool:
    """Whether whoever sits there knows the account's password. Asked again before what a stolen session must not do; counted like
    signing in, so that it cannot be guessed here either."""
    lock(account)
    attempt = limits.attempt("password", account.email_key, machine=machine)
    success = passwords.fits(account.password_hash, password) and attempt.allowed
    attempt.close(succeeded=success)
    return success


def knows_code(account: Account, code: str, *, machine: str) -> bool:
    """Whether whoever sits there has the account's second factor at hand; counted like signing in. A code is taken once."""
    lock(account)
    attempt = limits.attempt("factor", str(account.id), machine=machine)
    success = attempt.allowed and second_factor.takes(account, code)
    attempt.close(succeeded=success)
    return success


def may_enter(account: Account) -> bool:
    """Demo accounts enter in demo mode only; a disabled account nowhere, nor one whose address is not proven."""
    is_open = account.disabled_at is None and account.email_proven_at is not None
    return is_open and (is_demo() or not account.is_demo)


def _start(account: Account, browser: str) -> str:
    token = secrets.token_urlsafe(32)
    lives = timedelta(hours=int(dated.value("accounts.session_hours")))
    session.add(
        SignInSession(
            account_id=account.id,
            token_hash=hash_of(token),
            browser=browser[:200],
            expires_at=clock.now() + lives,
        )
    )
    audit.record("sign_in", account, actor=Actor(account_id=account.id, name=account.name))
    return token


def sign_out(row: SignInSession, *, actor: Actor) -> None:
    row.ended_at = clock.now()
    audit.record("sign_out", row.account, actor=actor)
