"""What stands around every view: who may, one transaction, and refusals turned into pages.

A view says who may see it with `@public`, `@signed_in`, `@needs(permission)` or `@decided_inside` (it calls `find` or a workflow, which
decide). A view that says nothing is refused. Views are plain functions on module-level blueprints; they never commit
and never catch domain errors.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import structlog
from flask import Flask, Response, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Select
from sqlalchemy.exc import IntegrityError

from association.kernel import once, sent, transactions
from association.kernel.db import Model, session
from association.kernel.errors import Forbidden, Refused, Unknown
from association.kernel.policy import VISITOR, Actor, Permission, can
from association.kernel.words import _
from association.kernel.writing import mean_to_write

log = structlog.get_logger(__name__)

V = TypeVar("V", bound=Callable[..., Any])
M = TypeVar("M", bound=Model)

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# Endpoints of libraries that only hand out files of their packages.
_LIBRARY = frozenset({"static", "bootstrap.static"})


def _mark(view: V, access: object) -> V:
    view.access = access  # type: ignore[attr-defined]
    return view


def public(view: V) -> V:
    """Visitors may."""
    return _mark(view, "public")


def signed_in(view: V) -> V:
    """Anybody with an account may."""
    return _mark(view, "signed_in")


def decided_inside(view: V) -> V:
    """The subject decides: the view finds it with `find` or steps it through a workflow."""
    return _mark(view, "decided_inside")


def needs(permission: Permission) -> Callable[[V], V]:
    """Whoever has this permission in general may."""

    def mark(view: V) -> V:
        return _mark(view, permission)

    return mark


_load_actor: Callable[[], Actor] = lambda: VISITOR  # noqa: E731


def actor_from(source: Callable[[], Actor]) -> None:
    """Accounts tell the web layer how to find out who asks."""
    global _load_actor
    _load_actor = source


def actor() -> Actor:
    """Who asks, loaded once per request."""
    if "actor" not in g:
        g.actor = _load_actor()
    return g.actor  # type: ignore[no-any-return]


def find(model: type[M], id_: int, permission: Permission) -> M:
    """The row; Unknown when there is none; Forbidden when this actor may not."""
    return allowed(session.get(model, id_), permission)


def find_by(rows: Select[M], permission: Permission) -> M:
    """The one row a query names; Unknown or Forbidden otherwise."""
    return allowed(session.scalars(rows).one_or_none(), permission)


def allowed(row: M | None, permission: Permission) -> M:
    if row is None:
        raise Unknown
    if not can(actor(), permission, row):
        raise Forbidden(permission.sentence)
    return row


def is_everybodys() -> bool:
    """Whether the page is open to the public or to anybody signed in: then no role opens it, and no wall stands before it."""
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "access", None) in ("public", "signed_in")


def opening() -> bool:
    """Whether the page is being opened, not posted: the moment to say that a form would lead nowhere."""
    return request.method in SAFE


def back_to(endpoint: str, **values: Any) -> Response:
    """After a POST: see the page of the result (303, so that reload repeats nothing)."""
    return redirect(url_for(endpoint, **values), 303)  # type: ignore[return-value]


def guard_every_view(app: Flask) -> None:
    """Closed by default, one transaction around each view, refusals as pages. Call last, when all views are registered."""
    # Before everybody else: who loads the signed-in person must know already whether this request writes.
    app.before_request_funcs.setdefault(None, []).insert(0, _announce_intention)
    app.before_request(_guard)
    app.teardown_request(lambda _error: mean_to_write(False))
    app.teardown_request(lambda _error: sent.let_go())
    for endpoint, view in app.view_functions.items():
        if endpoint not in _LIBRARY:
            app.view_functions[endpoint] = _in_transaction(app, view)


def _announce_intention() -> None:
    # Before the first statement: the signed-in person is loaded inside the same transaction as the deed. What is sent is taken in
    # before that, so that somebody on a slow line does not keep the database's one writer waiting.
    if request.method not in SAFE:
        sent.take_in()
    mean_to_write(request.method not in SAFE)


def _guard() -> ResponseReturnValue | None:
    if request.endpoint is None or request.endpoint in _LIBRARY:
        return None
    view = current_app.view_functions[request.endpoint]
    access = getattr(view, "access", None)
    if access == "public" or access == "decided_inside":
        return None
    who = actor()
    if access == "signed_in" and not who.is_visitor:
        return None
    if isinstance(access, Permission) and can(who, access):
        return None
    if who.is_visitor and access is not None:
        return ask_to_sign_in()
    raise Forbidden(access.sentence if isinstance(access, Permission) else "")


def ask_to_sign_in() -> ResponseReturnValue:
    """To the sign-in page and back; a posted form cannot come back, so only pages are remembered."""
    wanted = request.full_path.rstrip("?") if request.method in SAFE else None
    return redirect(url_for("accounts.login", next=wanted))


def _in_transaction(app: Flask, view: Callable[..., Any]) -> Callable[..., Any]:
    def run(*args: Any, **kwargs: Any) -> ResponseReturnValue:
        call = app.ensure_sync(view)
        if request.method in SAFE:
            try:
                return call(*args, **kwargs)  # type: ignore[no-any-return]
            finally:
                transactions.rollback()
        try:
            if (earlier := once.already_answered()) is not None:
                return earlier
            answer = app.make_response(call(*args, **kwargs))
            _settle(answer)
        except Refused as refusal:
            transactions.rollback()
            # Whoever pressed twice waited for their own first press, and is refused by what that did.
            if (earlier := once.already_answered()) is not None:
                return earlier
            return _redrawn(app, call, args, kwargs, refusal)
        except IntegrityError as clash:
            transactions.rollback()
            # Its first line names the constraint; the values stand in those that follow.
            log.info("clashed", on=str(clash.orig).partition("\n")[0], endpoint=request.endpoint)
            if (earlier := once.already_answered()) is not None:
                return earlier
            return _redrawn(
                app,
                call,
                args,
                kwargs,
                Refused(_("刚刚有人做了同样的事，这次没有改动任何内容。请看最新内容后再试。")),
            )
        except BaseException:
            transactions.rollback()
            raise
        return answer

    run.access = getattr(view, "access", None)  # type: ignore[attr-defined]
    run.__name__, run.__doc__, run.__wrapped__ = view.__name__, view.__doc__, view  # type: ignore[attr-defined]
    return run


def _redrawn(
    app: Flask, call: Callable[..., Any], args: Any, kwargs: Any, refusal: Refused
) -> ResponseReturnValue:
    """Draw the posted form again with the refusal's sentence at its field; without a form, the refusal's own page."""
    if "form" not in g or "refusal" in g:
        raise refusal
    g.refusal = refusal
    g.pop("actor", None)  # its rows went with the rollback
    g.pop("form", None)
    try:
        answer = app.make_response(call(*args, **kwargs))
    finally:
        transactions.rollback()
    answer.status_code = 409
    return answer


def _settle(answer: Response) -> None:
    """Commit what an accepted form did. Whatever was written without one (bad input, a forged or missing CSRF token, a view
    that forgot its form) is rolled back: closed by default. A form drawn again because of its errors is a 422."""
    if g.get("accepted"):
        once.remember(answer)
        transactions.commit()
        return
    transactions.rollback()
    if answer.status_code == 200 and g.get("form") is not None:
        answer.status_code = 422


def register_error_pages(app: Flask, render: Callable[[int, object], ResponseReturnValue]) -> None:
    """Domain errors become pages here and nowhere else."""

    def forbidden(error: Forbidden) -> ResponseReturnValue:
        return ask_to_sign_in() if actor().is_visitor and request.method in SAFE else render(403, error)

    app.register_error_handler(Forbidden, forbidden)
    app.register_error_handler(Unknown, lambda error: render(404, error))
    app.register_error_handler(Refused, lambda error: render(409, error))
    for code in (400, 403, 404, 405, 413, 429, 500):
        app.register_error_handler(code, lambda error, code=code: render(code, error))
