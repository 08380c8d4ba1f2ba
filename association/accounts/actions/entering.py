"""Registering, proving an address, signing in and out, resetting a password. Nothing here tells a stranger who has an account."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from flask import current_app

from association.accounts import letters, passwords, queries, second_factor, tokens
from association.accounts.models import Account, SignInAttempt, SignInSession
from association.accounts.tokens import hash_of
from association.kernel import audit, clock, dated
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.personal import keyed_hmac
from association.kernel.policy import SYSTEM, Actor
from association.kernel.words import _, _l
from association.people.models import Person

dated.define(
    "accounts.lock_after", label=_l("连续失败几次后暂停登录"), kind="number", initial=8, unit=_l("次"), basis=_l("协会自行设置")
)
dated.define(
    "accounts.lock_minutes", label=_l("暂停登录的时间"), kind="number", initial=15, unit=_l("分钟"), basis=_l("协会自行设置")
)
dated.define(
    "accounts.session_hours", label=_l("登录保持的时间"), kind="number", initial=12, unit=_l("小时"), basis=_l("协会自行设置")
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a try to sign in ended. `token` is the new session's, for the cookie; `account` is who it is."""

    result: Literal["in", "second_factor", "unproven", "no"]
    account: Account | None = None
    token: str = ""


def register(*, name: str, email: str, password: str, language: str) -> None:
    """Ask for an account. What the page answers is the same in every case; the letter tells the owner of the address which one it is.

    An address that was never proven may be registered again: the newest name and password count, and only the newest link works, so that
    nobody can lie in wait with a password of theirs.
    """
    if sentence := passwords.fault(password, email=email):
        raise Refused(sentence, field="password")
    known = queries.by_email(email)
    work = passwords.hashed(password)  # done in every case, so that time tells nothing
    if known is not None and known.email_proven_at is not None:
        letters.link(known, "accounts/already", "/account/login")
        return
    if known is None:
        known = create(name=name, email=email, language=language, password_hash=work)
        audit.record("register", known, actor=SYSTEM, person_id=known.person_id)
    elif known.password_hash is None:
        return  # invited by an administrator: only that link may set its password
    else:
        known.password_hash, known.person.name, known.language = work, name, language
    letters.link(known, "accounts/prove", f"/account/prove/{tokens.make('prove', known)}/")


def create(*, name: str, email: str, language: str = "zh", password_hash: str | None = None, is_demo: bool = False) -> Account:
    """A person and their account."""
    person = Person(name=name)
    session.add(person)
    session.flush()
    account = Account(
        person_id=person.id, person=person, email=email.strip(), email_key=queries.email_key(email), language=language,
        password_hash=password_hash, is_demo=is_demo,
    )  # fmt: skip
    session.add(account)
    session.flush()
    return account


def prove(token: str) -> Account:
    """The owner of the address presses the button behind the link."""
    account = tokens.use("prove", token).account
    account.email_proven_at = account.email_proven_at or clock.now()
    audit.record("prove", account, actor=SYSTEM)
    letters.write_to(account, "accounts/welcome", about=account, name=account.name)
    return account


def confirm_address(token: str) -> Account:
    """A changed address is proven: it takes the old one's place, and the old one is told."""
    row = tokens.use("change_email", token)
    account, email = row.account, str(row.payload["email"])
    taken = queries.by_email(email)
    if taken is not None and taken.id != account.id:
        raise Refused(_("这个邮箱刚刚被另一个账户使用，请换一个。"))
    old = account.email
    account.email, account.email_key = email, queries.email_key(email)
    audit.record("change_email", account, actor=SYSTEM, personal={"email": f"{old} → {email}"}, person_id=account.person_id)
    letters.link(account, "accounts/email_changed", "/account/", to_address=old)
    return account


def sign_in(*, email: str, password: str, machine: str, browser: str) -> Outcome:
    """Try. Counted in the database in every case; a locked account and a wrong password look the same."""
    account_key, machine_key = keyed_hmac(f"account:{queries.email_key(email)}"), keyed_hmac(f"machine:{machine}")
    account = queries.by_email(email)
    fits = passwords.fits(account.password_hash if account else None, password)
    allowed = _may_try(account_key, machine_key) and account is not None and _may_enter(account)
    success = fits and allowed
    session.add(SignInAttempt(account_key=account_key, machine_key=machine_key, failed=not success))
    if not success or account is None:
        return Outcome("no")
    if account.email_proven_at is None:
        letters.link(account, "accounts/prove", f"/account/prove/{tokens.make('prove', account)}/")
        return Outcome("unproven", account)
    if account.has_second_factor:
        return Outcome("second_factor", account)
    return Outcome("in", account, _start(account, browser))


def _may_try(account_key: str, machine_key: str) -> bool:
    now = clock.now()
    minutes = timedelta(minutes=int(dated.value("accounts.lock_minutes")))
    if queries.failures(account_key, since=now - minutes) >= int(dated.value("accounts.lock_after")):
        return False
    per_minute = current_app.extensions["settings"].sign_ins_per_minute
    return queries.tries_from(machine_key, since=now - timedelta(minutes=1)) < per_minute


def _may_enter(account: Account) -> bool:
    """Demo accounts enter in demo mode only; a disabled account nowhere."""
    is_demo_site = current_app.extensions["settings"].mode == "demo"
    return account.disabled_at is None and (is_demo_site or not account.is_demo)


def complete_second_factor(account: Account, *, code: str, machine: str, browser: str) -> Outcome:
    """The second half. Tries count like passwords."""
    account_key, machine_key = keyed_hmac(f"factor:{account.id}"), keyed_hmac(f"machine:{machine}")
    success = _may_try(account_key, machine_key) and _may_enter(account) and second_factor.takes(account, code)
    session.add(SignInAttempt(account_key=account_key, machine_key=machine_key, failed=not success))
    return Outcome("in", account, _start(account, browser)) if success else Outcome("no")


def _start(account: Account, browser: str) -> str:
    token = secrets.token_urlsafe(32)
    lives = timedelta(hours=int(dated.value("accounts.session_hours")))
    session.add(
        SignInSession(
            account_id=account.id, token_hash=hash_of(token), browser=browser[:200], expires_at=clock.now() + lives
        )
    )
    audit.record("sign_in", account, actor=Actor(account_id=account.id, name=account.name))
    return token


def sign_out(row: SignInSession, *, actor: Actor) -> None:
    row.ended_at = clock.now()
    audit.record("sign_out", row.account, actor=actor)


def ask_reset(*, email: str) -> None:
    """Ask for a new password. The page answers the same whether or not there is such an account."""
    account = queries.by_email(email)
    if account is None or not _may_enter(account) or account.password_hash is None:
        return
    letters.link(account, "accounts/reset", f"/account/reset/{tokens.make('reset', account)}/")


def reset(token: str, *, password: str) -> Account:
    """Set a new password behind the link; every session ends, and the address counts as proven."""
    row = tokens.find("reset", token)
    if row is not None and (sentence := passwords.fault(password, email=row.account.email)):
        raise Refused(sentence, field="password")
    account = tokens.use("reset", token).account
    account.password_hash = passwords.hashed(password)
    account.email_proven_at = account.email_proven_at or clock.now()
    for open_session in queries.sessions_of(account.id):
        open_session.ended_at = clock.now()
    audit.record("reset_password", account, actor=SYSTEM)
    letters.write_to(account, "accounts/password_changed", about=account, name=account.name)
    return account
