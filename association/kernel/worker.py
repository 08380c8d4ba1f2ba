"""`flask work`: carries out what commits have promised, and keeps the clock.

A bell rings when the web has committed work (kernel.queue); without it the worker looks every two seconds. What is done is in the
rows (kernel.jobs), so a worker killed anywhere finds everything again, and several may work side by side.
Features register what must happen regularly with `every` (kernel.regular).
"""

import fcntl
import os
import secrets
import signal
import sys
import threading
import time
from pathlib import Path
from typing import IO

import click
import structlog
from flask import Flask, current_app
from flask.cli import with_appcontext

from association.kernel import jobs, queue
from association.kernel.db import db
from association.kernel.regular import Beat, beat, beat_of, every, forget_beat, run_regulars
from association.kernel.settings import Settings
from association.kernel.transactions import rollback, writing

__all__ = ["HEARTBEAT", "Beat", "beat_of", "every", "init_app", "look", "work"]

log = structlog.get_logger(__name__)

HEARTBEAT = "worker"
BEATS_EVERY = 5.0
"""Seconds between two heartbeats."""
STUCK_AFTER = 600.0
"""Seconds without a step forward after which the heart stops too, and others may take the work."""
LOOK_EVERY = 2.0
"""Seconds between looks when nobody rings."""
RECYCLE_AFTER = 200
"""Documents printed after which the process starts itself anew: memory creeps up with them (PERFORMANCE.md 2.2)."""


def look(*, limit: int = 500) -> int:
    """One look: regular work, then due jobs; returns how many jobs were tried."""
    with writing():
        beat(HEARTBEAT)
    run_regulars()
    return jobs.run_due(limit=limit)


class Worker:
    """The process: waits for the bell or the clock, looks, and stops between two jobs when told to."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.settings: Settings = app.extensions["settings"]
        self.ending = threading.Event()
        self.rung = threading.Event()
        self.moved_at = time.monotonic()

    def stop(self, *_signal: object) -> None:
        self.ending.set()
        self.rung.set()

    def is_ending(self) -> bool:
        """Asked between jobs, and so also the sign that there is a step forward."""
        self.moved_at = time.monotonic()
        return self.ending.is_set()

    def run(self) -> None:
        """Work until told to stop; returns when the job in hand is done."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        place = self._take_place()
        for life in (self._listen, self._live):
            threading.Thread(target=life, daemon=True).start()
        log.info("worker_starts", pid=os.getpid())
        with self.app.app_context():
            while not self.is_ending() and not self.is_worn:
                self.rung.clear()
                if self._look() == 0:
                    self.rung.wait(LOOK_EVERY)
            self._leave()
        place.close()
        log.info("worker_ends", pid=os.getpid(), did=dict(jobs.done_here))

    @property
    def is_worn(self) -> bool:
        return jobs.done_here["render_document"] >= RECYCLE_AFTER

    def _look(self) -> int:
        try:
            run_regulars(stopping=self.is_ending)
            return jobs.run_due(stopping=lambda: self.is_ending() or self.is_worn)
        except Exception:
            log.exception("look_failed")
            rollback()
            self.ending.wait(1)
            return 0

    def _take_place(self) -> IO[str]:
        """A name from the data folder, kept by a lock the kernel lets go of however we die: who gets it knows that whatever
        was claimed under that name was left by the dead."""
        path = Path(self.settings.data) / "worker.lock"
        place = path.open("a+")
        place.seek(0)
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            jobs.work_as(f"second:{secrets.token_hex(8)}:{os.getpid()}")
            return place
        name = place.read().strip()
        if not name:
            name = secrets.token_hex(8)
            place.write(name)
            place.flush()
        with self.app.app_context():
            jobs.release_claims(of_dead=f"{name}:")
        jobs.work_as(f"{name}:{os.getpid()}")
        return place

    def _listen(self) -> None:
        """Take rings off the queue and pass them on; they carry nothing."""
        huey = queue.of(self.settings)
        while not self.ending.is_set():
            try:
                rang = huey.dequeue() is not None
            except Exception as error:  # noqa: BLE001 - without the bell the clock still works
                log.warning("bell_failed", error=type(error).__name__)
                self.ending.wait(LOOK_EVERY)
                continue
            if rang:
                self.rung.set()
            else:
                self.ending.wait(0.1)

    def _live(self) -> None:
        """The heart: says every few seconds that the worker lives and still has its claims in hand, also in the midst of slow work."""
        while not self.ending.is_set():
            if time.monotonic() - self.moved_at > STUCK_AFTER:
                log.error("worker_stuck")
            else:
                self._beat()
            self.ending.wait(BEATS_EVERY)

    def _beat(self) -> None:
        try:
            with self.app.app_context(), writing():
                beat(HEARTBEAT)
                jobs.renew_claims()
        except Exception as error:  # noqa: BLE001 - the next beat may succeed; too many missing ones show in /readyz
            log.warning("no_heartbeat", error=type(error).__name__)

    def _leave(self) -> None:
        if self.is_worn:
            return
        try:
            with writing():
                forget_beat(HEARTBEAT)
        except Exception as error:  # noqa: BLE001 - a heartbeat that is not taken back grows old by itself
            log.warning("no_farewell", error=type(error).__name__)


@click.command("work")
@with_appcontext
def work() -> None:
    """The worker: letters, index, scheduled publishing, deadlines, retention."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Flask's own way to the app
    worker = Worker(app)
    worker.run()
    if not worker.ending.is_set():
        db.engine.dispose()
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - ourselves, anew


def init_app(app: Flask) -> None:
    app.cli.add_command(work)
    queue.init_app(app)
