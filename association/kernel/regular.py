"""What must happen every so often, whoever is at work: each in a transaction of its own, once however many workers there are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar, TypeVar

import structlog
from sqlalchemy import String, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock, files, jobs
from association.kernel.db import Model, session
from association.kernel.once import SpentToken
from association.kernel.transactions import rollback, writing

log = structlog.get_logger(__name__)

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class Beat(Model):
    """When something regular last happened: the worker's own heartbeat, and each regular work."""

    __tablename__ = "beat"
    unseen: ClassVar[bool] = True

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    at: Mapped[datetime]


@dataclass(frozen=True, slots=True)
class Regular:
    """Work done every so often, in a transaction of its own; it must be right to do it twice."""

    name: str
    every: timedelta
    do: Callable[[], Any]


_regulars: dict[str, Regular] = {}

Do = TypeVar("Do", bound=Callable[[], Any])


def every(delay: timedelta, name: str) -> Callable[[Do], Do]:
    """Register regular work: `@every(timedelta(hours=1), "organisations.remind")`."""

    def register(do: Do) -> Do:
        _regulars[name] = Regular(name, delay, do)
        return do

    return register


def beat_of(name: str) -> datetime | None:
    """When it last happened."""
    row = session.get(Beat, name)
    return row.at if row is not None and row.at > LONG_AGO else None


def beat(name: str) -> None:
    """Say in this transaction that it happens now."""
    _held(name).at = clock.now()


def forget_beat(name: str) -> None:
    session.execute(delete(Beat).where(Beat.name == name))


def _held(name: str) -> Beat:
    """The row, which is the lock two workers meet at."""
    dialect = session.get_bind().dialect.name
    first = (postgresql if dialect == "postgresql" else sqlite).insert(Beat)
    session.execute(first.values(name=name, at=LONG_AGO).on_conflict_do_nothing())
    return session.get_one(Beat, name, with_for_update=True)


def run_regulars(*, stopping: Callable[[], bool] = lambda: False) -> list[str]:
    """Do the regular work that is due; returns the names. A failing one does not stop the others and is due again."""
    done = []
    for regular in _regulars.values():
        if stopping():
            break
        due = _is_due(beat_of(regular.name), regular)
        rollback()
        if due and _run(regular):
            done.append(regular.name)
    return done


def _is_due(last: datetime | None, regular: Regular) -> bool:
    return last is None or clock.now() - last >= regular.every


def _run(regular: Regular) -> bool:
    try:
        with writing():
            row = _held(regular.name)
            if not _is_due(row.at, regular):
                return False  # another worker was faster
            row.at = clock.now()
            regular.do()
    except Exception:
        log.exception("regular_work_failed", name=regular.name)
        return False
    return True


@every(timedelta(hours=6), "kernel.spent_tokens")
def _forget_spent_tokens() -> None:
    session.execute(delete(SpentToken).where(SpentToken.at < clock.now() - timedelta(days=7)))


@every(timedelta(hours=6), "kernel.done_jobs")
def _forget_done_jobs() -> None:
    long_done = jobs.Job.done_at < clock.now() - timedelta(days=30)
    session.execute(delete(jobs.Job).where(jobs.Job.state == jobs.JobState.DONE, long_done))


@every(timedelta(days=1), "kernel.files")
def _sweep_files() -> None:
    files.sweep()
