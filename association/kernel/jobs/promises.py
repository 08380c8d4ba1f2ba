"""Promises of work: the rows, who handles which kind, and the bell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index, func, select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word, session
from association.kernel.state import State, Stored
from association.kernel.transactions import after_commit
from association.kernel.words import _l


class Hopeless(Exception):
    """Raised by a handler when no further attempt can help; the job is given up at once."""


class JobState(State):
    WAITING = "waiting", _l("等待"), "ochre", "hourglass-split"
    DONE = "done", _l("完成"), "jade", "check-circle-fill"
    GIVEN_UP = "given_up", _l("已放弃"), "cinnabar", "exclamation-circle-fill"


class Job(Model):
    """One promised piece of work. `key` makes a second promise of the same thing, while the first waits, the same promise.

    A worker that takes it up writes its name and until when; `deaths` counts the workers that died with it in their hands.
    """

    __tablename__ = "job"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    kind: Mapped[Word]
    payload: Mapped[dict[str, Any]] = mapped_column(default=dict)
    key: Mapped[str | None] = mapped_column(index=True)
    due_at: Mapped[datetime] = mapped_column(default=clock.now)
    state: Mapped[JobState] = mapped_column(Stored(JobState), default=JobState.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    deaths: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    done_at: Mapped[datetime | None] = mapped_column(index=True)
    claimed_by: Mapped[Line | None] = mapped_column(index=True)
    claimed_until: Mapped[datetime | None]
    last_error: Mapped[Prose | None]

    __table_args__ = (Index("ix_job_waiting", "state", "deaths", "due_at"),)


@dataclass(frozen=True, slots=True)
class Handling:
    """How a kind of job is done; quick kinds have only `finish`. `unseen`: no page a visitor sees depends on its effect."""

    finish: Callable[[dict[str, Any], Any], None]
    prepare: Callable[[dict[str, Any]], Any] | None = None
    work: Callable[[Any], Any] | None = None
    give_up: Callable[[dict[str, Any], str], None] | None = None
    unseen: bool = False


_handlers: dict[str, Handling] = {}


def handling_of(kind: str) -> Handling | None:
    return _handlers.get(kind)


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
    unseen: bool = False,
) -> None:
    """Register work whose slow part holds no transaction."""
    _handlers[kind] = Handling(finish=finish, prepare=prepare, work=work, give_up=give_up, unseen=unseen)


def later(kind: str, *, due_at: datetime | None = None, key: str | None = None, **payload: Any) -> None:
    """Promise work in this transaction; with a key, a waiting promise of the same kind and key is enough.

    A promise that a worker has taken up already is not enough: it may have read what this transaction changes.
    """
    session.info["work_promised"] = True
    if key is not None and (waiting := _waiting(kind, key)) is not None:
        waiting.payload = payload
        waiting.due_at = min(waiting.due_at, due_at or clock.now())
        return
    session.add(Job(kind=kind, key=key, payload=payload, due_at=due_at or clock.now()))


def _waiting(kind: str, key: str) -> Job | None:
    # The lock makes a worker pass the row by until we have committed; SQLite has one writer anyway.
    same = select(Job).where(
        Job.kind == kind, Job.key == key, Job.state == JobState.WAITING, Job.claimed_by.is_(None)
    )
    return session.scalars(same.limit(1).with_for_update()).first()


_wake: Callable[[], None] | None = None


def wake_with(wake: Callable[[], None] | None) -> None:
    """The worker's bell; without one the worker finds its rows at its next look."""
    global _wake
    _wake = wake


@after_commit
def _ring() -> None:
    if session.info.pop("work_promised", False) and _wake is not None:
        _wake()


def backlog(*, due_before: datetime | None = None) -> int:
    """Jobs not done that were due before a moment (now)."""
    due = Job.due_at <= (due_before or clock.now())
    return int(
        session.scalar(select(func.count()).select_from(Job).where(Job.state == JobState.WAITING, due)) or 0
    )


def given_up() -> list[Job]:
    """What nobody will try again unless told to."""
    rows = select(Job).where(Job.state == JobState.GIVEN_UP).order_by(Job.id.desc()).limit(200)
    return list(session.scalars(rows))


def try_again(job: Job) -> None:
    """Put a job that was given up back among the waiting."""
    job.state, job.attempts, job.deaths, job.due_at = JobState.WAITING, 0, 0, clock.now()
    session.info["work_promised"] = True
