"""/healthz: the process answers. /readyz: everything it rests on does, part by part."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, Flask, current_app, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from association.kernel import clock, jobs, worker
from association.kernel.db import session
from association.kernel.settings import ROOT
from association.kernel.web import public

bp = Blueprint("health", __name__)

FRESH = timedelta(seconds=60)
"""A heartbeat that is older means a worker that is away."""

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
    head = ScriptDirectory(str(ROOT / "migrations")).get_current_head()
    at = MigrationContext.configure(session.connection()).get_current_revision()
    return "" if at == head else f"at {at}, head is {head}"


@part("worker")
def _worker() -> str:
    at = worker.beat_of(worker.HEARTBEAT)
    return "" if at is not None and clock.now() - at < FRESH else "no heartbeat"


@part("work")
def _work() -> str:
    left = jobs.backlog()
    return "" if left < 1 else f"{left} jobs to do"


@bp.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    """Live: no database asked."""
    return jsonify({"live": True})


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
    return jsonify({"ready": ready, "parts": found}), (200 if ready else 503)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
