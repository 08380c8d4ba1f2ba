"""The people and organisations of the tests, made through the real actions."""

import re
from contextlib import nullcontext
from datetime import date, timedelta

import pyotp
from flask import Flask

from association.accounts import actions as accounts
from association.accounts import queries as account_queries
from association.accounts.actors import actor_of
from association.accounts.models import Account, GrantState, Role, RoleGrant
from association.kernel import clock, transactions
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from association.organisations import actions as organisations
from association.organisations import queries as organisation_queries
from association.organisations import uscc
from association.organisations.models import Organisation
from association.organisations.workflow import ORGANISATION
from demo.papers import Paper, scan
from tests import stages
from tests.page import Page

PASSWORD = "a sentence to remember"


def code(serial: int) -> str:
    """A right code of the unassigned region."""
    eight = f"MA{serial:06d}"
    first17 = "91990000" + eight + uscc.organisation_code_check(eight)
    return first17 + uscc.check_character(first17)


def somebody(*roles: str, email: str | None = None, name: str | None = None, language: str = "zh") -> Account:
    """An account with these roles; staff made this way need no second factor because tests of it make their own."""
    number = stages.number()
    address = email or f"person{number}@people.example"
    # Within a transaction of the test's own it is part of that.
    with nullcontext() if transactions.is_open() else writing():
        account = account_queries.by_email(address) or accounts.create_account(
            name=name or f"样例{number}", email=address, password=PASSWORD, language=language
        )
        for role in roles:
            if Role(role) not in account_queries.roles_of(account.id):
                session.add(RoleGrant(account_id=account.id, role=Role(role), state=GrantState.CONFIRMED))
    return account


def is_named(name: str, text: str) -> bool:
    """Whether this numbered name is there: 样例1, not 样例12."""
    return re.search(re.escape(name) + r"(?![0-9])", text) is not None


def actor(account: Account) -> Actor:
    """Who this account is now."""
    found = actor_of(account)
    if not transactions.is_open():
        session.rollback()
    return found


def staff(*roles: str) -> Actor:
    return actor(somebody(*roles))


def signed_in(app: Flask, email: str) -> Page:
    """Signed in through the real forms, with a second factor (staff and signers must have one)."""
    secret = pyotp.random_base32()
    with writing():
        account = account_queries.by_email(email)
        if account is None:
            raise LookupError(email)
        # The step before this one, so that this one's code is still good.
        accounts.enrol_second_factor(account, secret=secret, code=_code(secret, -30), actor=actor_of(account))
    page = Page(app)
    page.get("/account/login").submit("登录", email=email, password=PASSWORD)
    answer = page.ready("继续", code=_code(secret, 0))()
    # Where it leads, the desk, is drawn for those who look at it.
    if answer.status_code != 303:
        raise LookupError(f"{email} cannot sign in: {answer.status_code}")
    return page


def _code(secret: str, seconds: int) -> str:
    return pyotp.TOTP(secret).at(clock.now() + timedelta(seconds=seconds))


def facts(name: str = "晨曦样例影视有限公司", **changes: object) -> dict[str, object]:
    return {
        "name": name, "short_name": "", "kinds": ["studio"], "province": "99", "founded_on": date(2018, 5, 20),
        "legal_representative": "甘样例", "address": "示例省示例市示例路1号", "website": "", "scope": "", "contact_phone": "",
    } | changes  # fmt: skip


def paper() -> Paper:
    return scan("授权书", "样例")


class Firm:
    """An organisation with its clerk and its signer."""

    def __init__(self, organisation_id: int, clerk: Account, signer: Account) -> None:
        self.id, self.clerk_account, self.signer_account = organisation_id, clerk, signer

    @property
    def organisation(self) -> Organisation:
        found = session.get(Organisation, self.id)
        if found is None:
            raise LookupError(self.id)
        return found

    @property
    def clerk(self) -> Actor:
        return actor_of(self.clerk_account)

    @property
    def signer(self) -> Actor:
        return actor_of(self.signer_account)


def applied(serial: int = 101, **changes: object) -> Firm:
    """Prepared by a clerk; the signer has accepted and may sign."""
    clerk, signer = somebody(), somebody()
    with writing():
        organisation = organisations.prepare(
            code=code(serial), facts=facts(**changes), signer_name=signer.name, signer_email=signer.email,
            authority=paper(), authority_ends_on=clock.today() + timedelta(days=365), actor=actor_of(clerk),
        )  # fmt: skip
        firm = Firm(organisation.id, clerk, signer)
    with writing():
        invited = next(o for o in organisation_queries.officers_of(firm.organisation) if o.invitation)
        organisations.accept(invited, actor=firm.signer)
    return firm


def submitted(serial: int = 101, **changes: object) -> Firm:
    """Signed, waiting for staff."""
    firm = applied(serial, **changes)
    with writing():
        ORGANISATION.take("sign", firm.organisation, actor=firm.signer)
    return firm


def verified(serial: int = 101, **changes: object) -> Firm:
    """On record."""
    firm, registrar = submitted(serial, **changes), somebody("registrar")
    with writing():
        ORGANISATION.take("approve", firm.organisation, actor=actor_of(registrar))
    return firm


stages.remember(__name__)
