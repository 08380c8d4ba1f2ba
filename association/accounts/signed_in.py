"""Who is signed in: Flask-Login over our own sessions, the actor built from it, and the second factor where it is obligatory."""

from typing import Any

import flask_login
from flask import Flask, redirect, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from association.accounts import queries
from association.accounts.actions import may_enter
from association.accounts.actors import actor_of
from association.accounts.models import STAFF, Account, Role, SignInSession
from association.accounts.tokens import hash_of
from association.kernel import clock, history, web
from association.kernel.db import session
from association.kernel.policy import VISITOR, Actor
from association.kernel.site import is_demo

CAPACITY = "capacity"
_FREE_OF_SECOND_FACTOR = frozenset(
    {"accounts.enrol", "accounts.logout", "preferences.set", "static", "bootstrap.static"}
)
_MUST = frozenset(role.value for role in STAFF | {Role.EXPERT})

login_manager = flask_login.LoginManager()


def machine() -> str:
    """From where the browser asks; kept only as a keyed hash."""
    return request.remote_addr or ""


class SignedIn(flask_login.UserMixin):
    """What Flask-Login keeps: the cookie holds the session's token, never the account's number."""

    def __init__(self, row: SignInSession, token: str) -> None:
        self.row, self.account, self._token = row, row.account, token

    def get_id(self) -> str:
        return self._token


@login_manager.user_loader  # type: ignore[untyped-decorator]
def _load(token: str) -> SignedIn | None:
    row = session.scalars(
        select(SignInSession).where(
            SignInSession.token_hash == hash_of(token), SignInSession.ended_at.is_(None)
        )
    ).one_or_none()
    if row is None or row.expires_at <= clock.now() or not may_enter(row.account):
        return None
    if request.method not in web.SAFE:
        row.last_deed_at = clock.now()
    return SignedIn(row, token)


def begin(token: str) -> None:
    """Put a new session into the cookie; whatever was in it before goes."""
    cookie.clear()
    row = session.scalars(select(SignInSession).where(SignInSession.token_hash == hash_of(token))).one()
    flask_login.login_user(SignedIn(row, token))


def current() -> SignedIn:
    """The signed-in browser; views behind `@signed_in` may ask."""
    user: Any = flask_login.current_user
    return user._get_current_object()  # type: ignore[no-any-return]  # noqa: SLF001 - Flask-Login's proxy has no other way


def _actor() -> Actor:
    user = flask_login.current_user
    if not user.is_authenticated:
        return VISITOR
    return actor_of(user.account, capacity=cookie.get(CAPACITY, ""))


def second_factor_is_due(account: Account, actor: Actor) -> bool:
    """Staff, experts and authorised signers need one, outside the demo."""
    if is_demo() or account.has_second_factor:
        return False
    return not actor.roles.isdisjoint(_MUST) or any(r.word == "signer" for r in actor.relations)


def _demand_second_factor() -> ResponseReturnValue | None:
    if request.endpoint is None or request.endpoint in _FREE_OF_SECOND_FACTOR:
        return None
    who = web.actor()
    if not who.is_visitor and second_factor_is_due(current().account, who):
        return redirect(url_for("accounts.enrol"))
    return None


def init_app(app: Flask) -> None:
    login_manager.init_app(app)
    web.actor_from(_actor)
    history.names_from(queries.names)
    app.before_request(_demand_second_factor)
