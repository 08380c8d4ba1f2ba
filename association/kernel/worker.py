"""`flask work`: carries out what commits have promised, and keeps the clock.

A Huey consumer rings when the web has committed work, and once a minute by itself. What is done is in the rows (kernel.jobs), so a
worker killed anywhere finds everything again. Features register what must happen regularly with `every`.
"""

import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import click
import structlog
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import String, delete
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock, jobs, queue
from association.kernel.db import Model, session
from association.kernel.once import SpentToken
from association.kernel.settings import Settings
from association.kernel.transactions import rollback, writing

log = structlog.get_logger(__name__)

RECYCLE_AFTER = 4_000
"""Jobs after which the process ends by itself to give memory back; whoever runs it starts another."""
LOOK_EVERY = 2.0
"""Seconds between looks when nobody rings."""


class Beat(Model):
    """When something regular last happened: the worker's own heartbeat, and each regular work."""

    __tablename__ = "beat"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    at: Mapped[datetime]


@dataclass(frozen=True, slots=True)
class Regular:
    """Work done every so often, in a transaction of its own; it must be right to do it twice."""

    name: str
    every: timedelta
    do: Callable[[], Any]


_regulars: dict[str, Regular] = {}
HEARTBEAT = "worker"


def every(delay: timedelta, name: str) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Register regular work: `@every(timedelta(hours=1), "organisations.remind")`."""

    def register(do: Callable[[], Any]) -> Callable[[], Any]:
        _regulars[name] = Regular(name, delay, do)
        return do

    return register


@every(timedelta(hours=6), "kernel.spent_tokens")
def _forget_spent_tokens() -> None:
    session.execute(delete(SpentToken).where(SpentToken.at < clock.now() - timedelta(days=7)))


def beat_of(name: str) -> datetime | None:
    row = session.get(Beat, name)
    return row.at if row else None


def _mark(name: str) -> None:
    row = session.get(Beat, name)
    if row is None:
        session.add(Beat(name=name, at=clock.now()))
    else:
        row.at = clock.now()


def run_regulars() -> list[str]:
    """Do the regular work that is due; returns the names. A failing one does not stop the others and is due again."""
    done = []
    for regular in _regulars.values():
        last = beat_of(regular.name)
        rollback()
        if last is not None and clock.now() - last < regular.every:
            continue
        try:
            with writing():
                regular.do()
                _mark(regular.name)
            done.append(regular.name)
        except Exception:  # noqa: BLE001 - kept for the log; the others must go on
            log.exception("regular_work_failed", name=regular.name)
    return done


def look(*, limit: int = 500) -> int:
    """One look: regular work, then due jobs; returns how many jobs were tried."""
    with writing():
        _mark(HEARTBEAT)
    run_regulars()
    return jobs.run_due(limit=limit)


class Worker:
    """The process: waits for the bell or the clock, looks, and stops between two looks when told to."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.settings: Settings = app.extensions["settings"]
        self.stopping = threading.Event()
        self.rung = threading.Event()

    def stop(self, *_signal: object) -> None:
        self.stopping.set()
        self.rung.set()

    def listen(self) -> None:
        """Take rings off the queue and pass them on; they carry nothing."""
        huey = queue.of(self.settings)
        while not self.stopping.is_set():
            try:
                rang = huey.dequeue() is not None
            except Exception:  # noqa: BLE001 - without the bell the clock still works
                log.warning("bell_failed")
                rang = False
            if rang:
                self.rung.set()
            else:
                self.stopping.wait(0.1)

    def run(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        threading.Thread(target=self.listen, daemon=True).start()
        tried = 0
        with self.app.app_context():
            if session.get_bind().dialect.name == "sqlite":
                jobs.release_claims()  # SQLite has one worker
            while not self.stopping.is_set() and tried < RECYCLE_AFTER:
                self.rung.clear()
                tried += self._look()
                self.rung.wait(LOOK_EVERY)
        log.info("worker_ends", tried=tried, pid=os.getpid())

    def _look(self) -> int:
        try:
            return look()
        except Exception:  # noqa: BLE001 - a database that is away for a moment comes back
            log.exception("look_failed")
            rollback()
            time.sleep(1)
            return 0


@click.command("work")
@with_appcontext
def work() -> None:
    """The worker: letters, index, scheduled publishing, deadlines, retention."""
    Worker(current_app._get_current_object()).run()  # type: ignore[attr-defined]  # noqa: SLF001 - Flask's own way to the app


def init_app(app: Flask) -> None:
    app.cli.add_command(work)
    queue.init_app(app)
