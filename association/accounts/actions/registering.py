"""Registering, proving an address, asking for a new password.

A stranger must not learn who has an account, neither from what a page says nor from how long it takes. So the request does the same
work for every address – count, look up, one row, one promise – and the worker, whom nobody times, finds out which letter is due.
"""

from typing import Any

from association.accounts import letters, limits, passwords, queries, tokens
from association.accounts.models import Account, PendingAccount
from association.kernel import audit, clock, jobs, mail_address
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM
from association.kernel.words import _
from association.people.models import Person


def register(*, name: str, email: str, password: str, language: str, machine: str) -> None:
    """Ask for an account. The letter tells the owner of the address what comes of it: a link, or that there is an account already."""
    if sentence := passwords.fault(password, email=email):
        raise Refused(sentence, field="password")
    is_wanted = _count(email, machine)
    row = PendingAccount(
        name=name, email=email, email_key=mail_address.key(email), password_hash=passwords.hashed(password),
        language=language, expires_at=tokens.link_expires_at(),
    )  # fmt: skip
    session.add(row)
    session.flush()
    jobs.later("accounts.register", pending=row.id, is_wanted=is_wanted)


def _count(email: str, machine: str) -> bool:
    """Whether a letter shall be written; Refused when the machine asks too often, whatever it asks for."""
    may_ask, is_wanted = limits.ask(mail_address.key(email), machine=machine)
    if not may_ask:
        raise Refused(_("从你这里来的请求太多，请过一分钟再试。"))
    return is_wanted


@jobs.handles("accounts.register")
def _answer_registration(payload: dict[str, Any]) -> None:
    row = session.get(PendingAccount, payload["pending"])
    if row is None:
        return
    known = queries.by_email(row.email)
    if known is None and payload["is_wanted"]:
        token = tokens.new()
        row.token_hash = tokens.hash_of(token)
        letters.prove(row, token)
        return
    session.delete(row)
    if known is None or not payload["is_wanted"]:
        return
    if known.password_hash is None:
        invite_again(known)
    else:
        letters.by_mail(known, "accounts/already", "/account/login")


def prove(token: str) -> Account:
    """The owner of the address presses the button behind the link: now there is an account."""
    row = tokens.use_pending(token)
    if queries.by_email(row.email) is not None:
        raise Refused(_("这个邮箱已有账户，请直接登录。"))
    account = create(name=row.name, email=row.email, language=row.language, password_hash=row.password_hash)
    account.email_proven_at = clock.now()
    audit.record("register", account, actor=SYSTEM)
    letters.write_to(account, "accounts/welcome", about=account, name=account.name)
    return account


def create(
    *, name: str, email: str, language: str = "zh", password_hash: str | None = None, is_demo: bool = False
) -> Account:
    """A person and their account."""
    person = Person(name=name)
    session.add(person)
    session.flush()
    account = Account(
        person_id=person.id, person=person, email=email.strip(), email_key=mail_address.key(email), language=language,
        password_hash=password_hash, is_demo=is_demo,
    )  # fmt: skip
    session.add(account)
    session.flush()
    return account


def invite_again(account: Account) -> None:
    """A new link to somebody invited who has not set a password yet; the earlier one stops working."""
    letters.invitation(account, tokens.make("invite", account, expires_at=tokens.invitation_expires_at()))


def ask_reset(*, email: str, machine: str) -> None:
    """Ask for a new password. The page answers the same whether or not there is such an account."""
    is_wanted = _count(email, machine)
    account = queries.by_email(email)
    jobs.later("accounts.reset", account=account.id if account else 0, is_wanted=is_wanted)


@jobs.handles("accounts.reset")
def _answer_reset(payload: dict[str, Any]) -> None:
    account = queries.account(payload["account"])
    if account is None or account.disabled_at is not None or not payload["is_wanted"]:
        return
    if account.password_hash is None:
        invite_again(account)
    else:
        letters.reset(account, tokens.make("reset", account))


def reset(token: str, *, password: str) -> Account:
    """Set a new password behind the link. Every session ends, and every other open link of the account."""
    row = tokens.find("reset", token)
    if row is not None and (sentence := passwords.fault(password, email=row.account.email)):
        raise Refused(sentence, field="password")
    account = tokens.use("reset", token).account
    replace_password(account, password)
    audit.record("reset_password", account, actor=SYSTEM)
    return account


def replace_password(account: Account, password: str, *, keep: int | None = None) -> None:
    """Keep a new password; sign out everywhere but in the session `keep`, and close open links: whoever knew the old password
    may have asked for another address."""
    account.password_hash = passwords.hashed(password)
    for row in queries.sessions_of(account.id):
        if row.id != keep:
            row.ended_at = clock.now()
    tokens.cancel(account)
    letters.write_to(account, "accounts/password_changed", about=account, name=account.name)
