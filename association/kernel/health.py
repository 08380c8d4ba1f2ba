"""/healthz: the process answers. /readyz: everything it rests on does, part by part."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from typing import Any

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, Flask, Response, current_app, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.settings import ROOT
from association.kernel.web import public
from association.kernel.worker import HEARTBEAT, beat_of

bp = Blueprint("health", __name__)

FRESH = timedelta(seconds=30)
"""A heartbeat that is older means a worker that is away."""
BEHIND = timedelta(seconds=60)
"""Work that has been due for longer means a worker that does not keep up."""

Check = Callable[[], str]
_parts: dict[str, Check] = {}


def part(name: str) -> Callable[[Check], Check]:
    """Register a part: a function that returns "" when all is well, else what is missing."""

    def register(check: Check) -> Check:
        _parts[name] = check
        return check

    return register


@part("database")
def _database() -> str:
    session.execute(text("select 1"))
    return ""


@part("migrations")
def _migrations() -> str:
    if current_app.config["TESTING"]:
        return ""
    head = _head()
    at = MigrationContext.configure(session.connection()).get_current_revision()
    return "" if at == head else f"at {at}, head is {head}"


@cache
def _head() -> str | None:
    """The newest migration of this code; a process has one code."""
    return ScriptDirectory(str(ROOT / "migrations")).get_current_head()


@part("worker")
def _worker() -> str:
    at = beat_of(HEARTBEAT)
    return "" if at is not None and clock.now() - at < FRESH else "no heartbeat"


@part("work")
def _work() -> str:
    late = jobs.backlog(due_before=clock.now() - BEHIND)
    return f"{late} jobs are late" if late else ""


@bp.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    """Live: no database asked."""
    return _now({"live": True}, 200)


@bp.get("/readyz")
@public
def readyz() -> ResponseReturnValue:
    """Ready: 200 when every part is, else 503; the body names each."""
    found: dict[str, Any] = {}
    for name, check in _parts.items():
        try:
            found[name] = check() or "ok"
        except Exception as error:  # noqa: BLE001 - a part that cannot be asked is not ready
            session.rollback()
            found[name] = type(error).__name__
    ready = all(said == "ok" for said in found.values())
    return _now({"ready": ready, "parts": found}, 200 if ready else 503)


def _now(said: dict[str, Any], status: int) -> Response:
    answer = jsonify(said)
    answer.status_code = status
    answer.headers["Cache-Control"] = "no-store"
    return answer


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
