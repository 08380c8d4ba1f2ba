"""Work after the commit, promised by rows of the commit.

`later(kind, …)` writes a row in the deed's transaction. Huey only wakes the worker and keeps its clock (kernel.worker). A kind is
handled in one of two ways:

- `handles(kind)`: quick work in the database. Effect and mark happen in one transaction; killed anywhere, the row is found again.
- `handles_slowly(kind, …)`: *prepare* reads, *work* does the slow part outside any transaction (mail, PDF), *finish* writes the
  effect and the mark together. Killed in between, it is done again, so *work* must be idempotent towards the world (a letter's
  file is named after the letter). A claim with an end keeps two workers from doing it at once.
"""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import Index, func, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Model, Prose, Word, session
from association.kernel.state import State, Stored
from association.kernel.transactions import after_commit, rollback, writing
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
    claimed_at: Mapped[datetime | None]
    last_error: Mapped[Prose | None]

    __table_args__ = (Index("ix_job_waiting", "state", "due_at"),)


@dataclass(frozen=True, slots=True)
class Handling:
    """How a kind of job is done; quick kinds have only `finish`."""

    finish: Callable[[dict[str, Any], Any], None]
    prepare: Callable[[dict[str, Any]], Any] | None = None
    work: Callable[[Any], Any] | None = None
    give_up: Callable[[dict[str, Any], str], None] | None = None

    @property
    def is_slow(self) -> bool:
        return self.work is not None


_handlers: dict[str, Handling] = {}


def handles(kind: str) -> Callable[[Callable[[dict[str, Any]], None]], Callable[[dict[str, Any]], None]]:
    """Register quick work: a function of the payload, run in the transaction that marks the job done."""

    def register(handler: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, Any]], None]:
        _handlers[kind] = Handling(finish=lambda payload, _made: handler(payload))
        return handler

    return register


def handles_slowly(
    kind: str,
    *,
    prepare: Callable[[dict[str, Any]], Any],
    work: Callable[[Any], Any],
    finish: Callable[[dict[str, Any], Any], None],
    give_up: Callable[[dict[str, Any], str], None] | None = None,
) -> None:
    """Register work whose slow part holds no transaction."""
    _handlers[kind] = Handling(finish=finish, prepare=prepare, work=work, give_up=give_up)


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


BATCH = 50
"""Jobs claimed and finished together: one commit for many letters."""
CLAIM = timedelta(minutes=2)
"""A claim that is older belongs to a worker that died; nothing slow takes as long."""


def run_due(*, limit: int = 500) -> int:
    """Do what is due, oldest first; returns how many jobs were tried."""
    tried = 0
    while tried < limit:
        claimed = _claim()
        if not claimed:
            break
        _do(claimed)
        tried += len(claimed)
    return tried


def _claim() -> list[tuple[int, str, dict[str, Any]]]:
    """Take due jobs for this worker: (id, kind, payload). Two workers never take the same one."""
    with writing():
        now = clock.now()
        jobs = session.scalars(
            select(Job)
            .where(Job.state == JobState.WAITING, Job.due_at <= now, or_(Job.claimed_at.is_(None), Job.claimed_at < now - CLAIM))
            .order_by(Job.due_at, Job.id)
            .limit(BATCH)
            .with_for_update(skip_locked=True)
        ).all()
        for job in jobs:
            job.claimed_at = now
        return [(job.id, job.kind, dict(job.payload)) for job in jobs]


def _do(claimed: list[tuple[int, str, dict[str, Any]]]) -> None:
    made: dict[int, Any] = {}
    failed: dict[int, str] = {}
    for job_id, kind, payload in claimed:
        handling = _handlers.get(kind)
        if handling is None:
            failed[job_id] = f"nobody handles {kind}"
        elif handling.is_slow:
            try:
                made[job_id] = _slow_part(handling, payload)
            except Exception as error:  # noqa: BLE001 - any failure is a failed attempt, kept and retried
                log.warning("job_failed", job=job_id, kind=kind, error=repr(error))
                failed[job_id] = traceback.format_exc()
    with writing():
        for job_id, _kind, payload in claimed:
            job = session.get(Job, job_id, with_for_update=True)
            if job is None or job.state is not JobState.WAITING:
                continue
            error = failed.get(job_id) or _finish(job, payload, made.get(job_id))
            if error is None:
                job.state, job.done_at, job.claimed_at = JobState.DONE, clock.now(), None
            else:
                _postpone(job, payload, error)


def _slow_part(handling: Handling, payload: dict[str, Any]) -> Any:
    try:
        subject = handling.prepare(payload) if handling.prepare else payload
    finally:
        rollback()  # the slow part must hold no transaction
    return handling.work(subject) if handling.work else subject


def _finish(job: Job, payload: dict[str, Any], made: Any) -> str | None:
    """Do the part that writes; the error's words if it fails, and then nothing of it remains."""
    try:
        with session.begin_nested():
            _handlers[job.kind].finish(payload, made)
    except Exception as error:  # noqa: BLE001 - as above
        log.warning("job_failed", job=job.id, kind=job.kind, error=repr(error))
        return traceback.format_exc()
    return None


def _postpone(job: Job, payload: dict[str, Any], error: str) -> None:
    job.attempts += 1
    job.claimed_at = None
    job.last_error = error[-4000:]
    if job.attempts < ATTEMPTS:
        job.due_at = clock.now() + timedelta(seconds=WAITS[min(job.attempts, len(WAITS)) - 1])
        return
    job.state = JobState.GIVEN_UP
    handling = _handlers.get(job.kind)
    if handling is not None and handling.give_up is not None:
        handling.give_up(payload, error[-2000:])


def release_claims() -> None:
    """For the only worker of a site, when it starts: whatever is claimed was claimed by one that died."""
    with writing():
        session.execute(update(Job).where(Job.claimed_at.is_not(None)).values(claimed_at=None))


def backlog() -> int:
    """Jobs that are due and not done."""
    due = select(func.count()).select_from(Job).where(Job.state == JobState.WAITING, Job.due_at <= clock.now())
    return int(session.scalar(due) or 0)


def given_up() -> list[Job]:
    """What nobody will try again unless told to."""
    return list(session.scalars(select(Job).where(Job.state == JobState.GIVEN_UP).order_by(Job.id.desc()).limit(200)))


def try_again(job: Job) -> None:
    job.state, job.attempts, job.due_at = JobState.WAITING, 0, clock.now()
    session.info["work_promised"] = True
