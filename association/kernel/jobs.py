"""Work after the commit, promised by rows of the commit.

`later(kind, …)` writes a row in the deed's transaction. The worker takes due rows one by one, each in a transaction of its own in
which its effect and its mark happen together, so that a worker killed anywhere leaves the row undone and finds it again. Huey
only wakes the worker and keeps its clock (kernel.worker).

A handler must be idempotent towards the world outside the database (a letter's file carries the letter's number).
"""

import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Model, Prose, Word, session
from association.kernel.state import State, Stored
from association.kernel.transactions import after_commit, writing
from association.kernel.words import _l

log = structlog.get_logger(__name__)

ATTEMPTS = 8
"""Then a job is given up, visibly (desk of the administrators)."""
WAITS = (5, 30, 120, 600, 1800, 7200, 21600)
"""Seconds before each next attempt."""


class JobState(State):
    WAITING = "waiting", _l("等待"), "ochre", "hourglass-split"
    DONE = "done", _l("完成"), "jade", "check-circle-fill"
    GIVEN_UP = "given_up", _l("已放弃"), "cinnabar", "exclamation-circle-fill"


class Job(Model):
    """One promised piece of work. `key` makes a second promise of the same thing, while the first waits, the same promise."""

    __tablename__ = "job"

    id: Mapped[Key]
    kind: Mapped[Word]
    payload: Mapped[dict[str, Any]] = mapped_column(default=dict)
    key: Mapped[str | None] = mapped_column(index=True)
    due_at: Mapped[datetime] = mapped_column(default=clock.now)
    state: Mapped[JobState] = mapped_column(Stored(JobState), default=JobState.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    done_at: Mapped[datetime | None]
    last_error: Mapped[Prose | None]

    __table_args__ = (Index("ix_job_waiting", "state", "due_at"),)


Handler = Callable[[dict[str, Any]], None]
_handlers: dict[str, Handler] = {}


def handles(kind: str) -> Callable[[Handler], Handler]:
    """Register the handler of a kind of job."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return register


def later(kind: str, *, due_at: datetime | None = None, key: str | None = None, **payload: Any) -> None:
    """Promise work in this transaction; with a key, a waiting promise of the same kind and key is enough."""
    if key is not None:
        waiting = session.scalars(
            select(Job).where(Job.kind == kind, Job.key == key, Job.state == JobState.WAITING)
        ).first()
        if waiting is not None:
            if due_at is not None and due_at < waiting.due_at:
                waiting.due_at = due_at
            return
    session.add(Job(kind=kind, key=key, payload=payload, due_at=due_at or clock.now()))
    session.info["work_promised"] = True


_wake: Callable[[], None] | None = None


def wake_with(wake: Callable[[], None]) -> None:
    """The worker's bell; without one the worker finds its rows at its next look."""
    global _wake
    _wake = wake


@after_commit
def _ring() -> None:
    if session.info.pop("work_promised", False) and _wake is not None:
        _wake()


def run_due(*, limit: int = 500) -> int:
    """Do what is due, oldest first; returns how many jobs were tried."""
    tried = 0
    while tried < limit and _run_one():
        tried += 1
    return tried


def _run_one() -> bool:
    with writing():
        job = session.scalars(
            select(Job)
            .where(Job.state == JobState.WAITING, Job.due_at <= clock.now())
            .order_by(Job.due_at, Job.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).first()
        if job is None:
            return False
        job_id, kind = job.id, job.kind
        try:
            with session.begin_nested():
                _handlers[kind](job.payload)
            job.state, job.done_at = JobState.DONE, clock.now()
        except Exception as error:  # noqa: BLE001 - any failure of a handler is a failed attempt, kept and retried
            log.warning("job_failed", job=job_id, kind=kind, error=repr(error))
            _postpone(job)
    return True


def _postpone(job: Job) -> None:
    job.attempts += 1
    job.last_error = traceback.format_exc()[-4000:]
    if job.attempts >= ATTEMPTS:
        job.state = JobState.GIVEN_UP
    else:
        job.due_at = clock.now() + timedelta(seconds=WAITS[min(job.attempts, len(WAITS)) - 1])


def given_up() -> list[Job]:
    """What nobody will try again unless told to."""
    return list(session.scalars(select(Job).where(Job.state == JobState.GIVEN_UP).order_by(Job.id.desc()).limit(200)))


def try_again(job: Job) -> None:
    job.state, job.attempts, job.due_at = JobState.WAITING, 0, clock.now()
    session.info["work_promised"] = True
