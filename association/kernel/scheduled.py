"""What was signed for a later moment becomes public at that moment, by the worker.

A feature with the publishing life says so once: `scheduled.issues(Notice, NOTICE)`. Each text is issued in a savepoint of its own: one
that cannot be issued (its number series is gone, a clause was withdrawn) stays scheduled, is tried again and is logged.
"""

from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import select

from association.kernel import clock
from association.kernel.db import Model, session
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.kernel.workflow import Workflow

log = structlog.get_logger(__name__)

_lives: list[tuple[type[Model], Workflow]] = []


def issues(model: type[Model], workflow: Workflow) -> None:
    """Register a kind of text whose life has the clock's step `issue`."""
    _lives.append((model, workflow))


@every(timedelta(seconds=20), "kernel.scheduled")
def issue_due() -> int:
    """Issue what is due; returns how many texts became public."""
    return sum(_issue(workflow, text) for model, workflow in _lives for text in _due(model, workflow))


def _due(model: Any, workflow: Workflow) -> list[Any]:
    waiting = workflow.by_deed["issue"].from_
    rows = select(model).where(model.state.in_(waiting), model.publish_at <= clock.now())
    return list(session.scalars(rows.order_by(model.publish_at, model.id)))


def _issue(workflow: Workflow, text: Any) -> bool:
    try:
        with session.begin_nested():
            workflow.take("issue", text, actor=SYSTEM)
    except Exception:
        log.exception("not_issued", workflow=workflow.name, id=text.id)
        return False
    return True
