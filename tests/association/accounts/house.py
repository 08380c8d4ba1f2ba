"""Browsers on several machines, the letter box, and roles given as the house gives them: by two administrators."""

import re
from dataclasses import dataclass, replace
from typing import Self

from flask import Flask
from sqlalchemy import func, select

from association.accounts import actions, queries
from association.accounts.actors import actor_of
from association.accounts.models import Account, Role, RoleGrant
from association.accounts.workflow import ROLE_GRANT
from association.kernel import jobs
from association.kernel.db import Model, session
from association.kernel.letters import Letter
from association.kernel.transactions import rollback, writing
from tests import stages
from tests.cast import PASSWORD, somebody
from tests.page import Page

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"
NEW_PASSWORD = "quite another sentence"


class Browser(Page):
    """The strict client, on a machine of its own."""

    def __init__(
        self, app: Flask, *, machine: str = "192.0.2.1", agent: str = FIREFOX, language: str = "zh"
    ) -> None:
        super().__init__(app, language=language)
        self.client.environ_base |= {"REMOTE_ADDR": machine, "HTTP_USER_AGENT": agent}

    def fill(self, path: str, button: str, **typed: object) -> Self:
        self.get(path).submit(button, **typed)
        return self

    def sign_in(self, email: str, password: str = PASSWORD) -> Self:
        return self.fill("/account/login", "登录", email=email, password=password)

    @property
    def is_signed_in(self) -> bool:
        return self.get("/account/").path == "/account/"


@dataclass
class LetterBox:
    """Letters written so far; looking lets the worker do what is due."""

    def all(self, to: str) -> list[Letter]:
        jobs.run_due()
        rollback()
        return list(session.scalars(select(Letter).where(Letter.to_address == to).order_by(Letter.id)))

    def templates(self, to: str) -> list[str]:
        return [letter.template.removeprefix("accounts/") for letter in self.all(to)]

    def link(self, to: str, template: str) -> str:
        """The path of the link in the newest such letter."""
        newest = [letter for letter in self.all(to) if letter.template == f"accounts/{template}"][-1]
        found = re.search(r"http://site\.example(/account/\S+/)", newest.body)
        assert found, newest.body
        return found.group(1)


@dataclass(frozen=True)
class Admins:
    """The two administrators, by account number, and roles given by both."""

    first: int
    second: int

    def propose(self, account_id: int, role: Role, **more: object) -> int:
        with writing():
            account, admin = again(account_id), again(self.first)
            row = actions.propose(account, role=role, actor=actor_of(admin), **{"ends_on": None, **more})
            return row.id

    def grant(self, account_id: int, role: Role, **more: object) -> int:
        grant_id = self.propose(account_id, role, **more)
        step("confirm", grant_id, by=self.second)
        return grant_id


def step(deed: str, grant_id: int, *, by: int, reason: str = "") -> None:
    with writing():
        ROLE_GRANT.take(deed, grant_of(grant_id), actor=actor_of(again(by)), reason=reason)


def grant_of(grant_id: int) -> RoleGrant:
    found = session.get(RoleGrant, grant_id)
    assert found is not None
    return found


def again(account_id: int) -> Account:
    """The account as this transaction sees it."""
    found = queries.account(account_id)
    assert found is not None
    return found


def person(email: str, **more: object) -> int:
    """Somebody with a proven address; returns the account's number."""
    return somebody(email=email, **more).id


def count(kind: type[Model]) -> int:
    rollback()
    return session.scalar(select(func.count()).select_from(kind)) or 0


def set_settings(app: Flask, **changes: object) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], **changes)


stages.remember(__name__)
