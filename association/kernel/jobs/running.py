"""Doing what was promised: claim some rows, do the slow parts, finish and mark them together."""

import os
import secrets
import socket
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import or_, select, update

from association.kernel import clock
from association.kernel.db import session
from association.kernel.jobs.promises import Hopeless, Job, JobState, handling_of
from association.kernel.transactions import rollback, touch, writing

log = structlog.get_logger(__name__)

ATTEMPTS = 8
"""Then a job is given up, visibly (desk of the administrators)."""
WAITS = (5, 30, 120, 600, 1800, 7200, 21600)
"""Seconds before each next attempt."""
DEATHS = 20
"""A job in whose middle this many workers died is what kills them: given up."""
BATCH = 50
"""Jobs claimed together."""
ROUND = 0.5
"""Seconds of slow work between two commits: one commit for many letters, few letters between being sent and being marked."""
CLAIM = timedelta(seconds=60)
"""How long a claim holds without a word from its worker."""

done_here: Counter[str] = Counter()
"""Jobs this process has tried, by kind."""
_me = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
_in_hand: frozenset[int] = frozenset()


def work_as(name: str) -> None:
    """The name under which this process claims; a worker's begins with that of its data folder."""
    global _me
    _me = name


@dataclass(slots=True)
class _Taken:
    """A claimed job, outside the session, and how its slow part went."""

    id: int
    kind: str
    payload: dict[str, Any]
    made: Any = None
    error: str | None = None
    hopeless: bool = False

    def failed(self, error: Exception) -> None:
        log.warning("job_failed", job=self.id, kind=self.kind, error=type(error).__name__)
        self.error, self.hopeless = traceback.format_exc(), isinstance(error, Hopeless)


def _never() -> bool:
    return False


_afterwards: list[Callable[[], None]] = []


def afterwards(let_go: Callable[[], None]) -> None:
    """Register what lets go of something kept from one job to the next (a connection), when no more are due."""
    _afterwards.append(let_go)


def run_due(*, limit: int = 500, stopping: Callable[[], bool] = _never) -> int:
    """Do what is due, oldest first; returns how many jobs were tried. `stopping` is asked between jobs."""
    global _in_hand
    tried = 0
    try:
        while tried < limit and not stopping() and (taken := _claim()):
            _in_hand = frozenset(job.id for job in taken)
            tried += _do(taken, stopping)
    finally:
        _in_hand = frozenset()
        for let_go in _afterwards:
            let_go()
    return tried


def _claim() -> list[_Taken]:
    """Take due jobs for this worker. Two workers never hold the same one."""
    with writing():
        now = clock.now()
        rows = select(Job).where(
            Job.state == JobState.WAITING,
            Job.due_at <= now,
            or_(Job.claimed_until.is_(None), Job.claimed_until < now),
        )
        order = (Job.deaths, Job.due_at, Job.id)
        found = list(session.scalars(rows.order_by(*order).limit(BATCH).with_for_update(skip_locked=True)))
        for job in found:
            if job.claimed_until is not None:  # whoever claimed it has not lived to its end
                job.deaths, job.claimed_by, job.claimed_until = job.deaths + 1, None, None
            if job.deaths >= DEATHS:
                job.last_error = job.last_error or "the worker died every time it did this"
                _give_up(job)
        mine = _together([job for job in found if job.state is JobState.WAITING])
        for job in mine:
            job.claimed_by, job.claimed_until = _me, now + CLAIM
        return [_Taken(job.id, job.kind, dict(job.payload)) for job in mine]


def _together(found: Sequence[Job]) -> list[Job]:
    """What was in a dying worker's hands is done after everything else and alone, so that the one job that kills takes no other along."""
    clean = [job for job in found if not job.deaths]
    return clean or list(found[:1])


def _do(taken: list[_Taken], stopping: Callable[[], bool]) -> int:
    waiting, tried = deque(taken), 0
    while waiting and not stopping():
        worked: list[_Taken] = []
        began = time.monotonic()
        while waiting and time.monotonic() - began < ROUND and not stopping():
            worked.append(job := waiting.popleft())
            _slow_part(job)
        _settle(worked)
        tried += len(worked)
    if waiting:
        release_claims(only=[job.id for job in waiting])
    return tried


def _slow_part(job: _Taken) -> None:
    handling = handling_of(job.kind)
    if handling is None:
        job.error = f"nobody handles {job.kind}"
        return
    if handling.work is None:
        return
    try:
        try:
            subject = handling.prepare(job.payload) if handling.prepare else job.payload
        finally:
            rollback()  # the slow part must hold no transaction
        job.made = handling.work(subject)
    except Exception as error:  # noqa: BLE001 - any failure is a failed attempt, kept and tried again
        job.failed(error)


def _settle(worked: list[_Taken]) -> None:
    """Write effects and marks together."""
    with writing():
        rows = select(Job).where(Job.id.in_([job.id for job in worked])).with_for_update()
        held = {row.id: row for row in session.scalars(rows.order_by(Job.id))}
        for job in worked:
            row = held.get(job.id)
            if row is None or row.state is not JobState.WAITING or row.claimed_by != _me:
                continue  # our claim had lapsed, and another worker has it
            done_here[job.kind] += 1
            if job.error is None:
                _finish(job)
            row.claimed_by = row.claimed_until = None
            if job.error is None:
                row.state, row.done_at = JobState.DONE, clock.now()
            else:
                _postpone(row, job)


def _finish(job: _Taken) -> None:
    """Do the part that writes; if it fails, nothing of it remains."""
    handling = handling_of(job.kind)
    if handling is None:
        return
    try:
        with session.begin_nested():
            handling.finish(job.payload, job.made)
        if not handling.unseen:
            touch()
    except Exception as error:  # noqa: BLE001 - as above
        job.failed(error)


def _postpone(row: Job, job: _Taken) -> None:
    row.attempts += 1
    row.last_error = (job.error or "")[-4000:]
    if row.attempts < ATTEMPTS and not job.hopeless:
        row.due_at = clock.now() + timedelta(seconds=WAITS[min(row.attempts, len(WAITS)) - 1])
        return
    _give_up(row)


def _give_up(row: Job) -> None:
    row.state = JobState.GIVEN_UP
    log.error("job_given_up", job=row.id, kind=row.kind)
    handling = handling_of(row.kind)
    if handling is not None and handling.give_up is not None:
        handling.give_up(row.payload, (row.last_error or "")[-2000:])


def renew_claims() -> None:
    """Say in this transaction that the work in hand is still in hand; another thread does, while this one is in slow work."""
    if _in_hand:
        mine = update(Job).where(Job.id.in_(_in_hand), Job.claimed_by == _me)
        session.execute(mine.values(claimed_until=clock.now() + CLAIM))


def release_claims(*, only: Sequence[int] = (), of_dead: str = "") -> None:
    """Give claims back: our own of jobs not begun, or those of workers whose names begin with `of_dead`, who left them by dying."""
    with writing():
        if only:
            free = update(Job).where(Job.id.in_(only), Job.claimed_by == _me)
            session.execute(free.values(claimed_by=None, claimed_until=None))
        if of_dead:
            left = update(Job).where(Job.claimed_by.startswith(of_dead, autoescape=True))
            session.execute(left.values(claimed_by=None, claimed_until=None, deaths=Job.deaths + 1))
