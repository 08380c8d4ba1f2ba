"""The worker's part: the workbook is read outside any transaction, and rows that are the same as before keep who they are."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from association.kernel import attachments, clock, files, jobs
from association.kernel.db import session
from association.kernel.words import spoken_in
from mcn.agencies import queries
from mcn.agencies.sections import ROSTER, rows_of
from mcn.roster import workbook
from mcn.roster.models import ReadingState, RosterReading

READ = "roster.read"
PAPER = "roster"
LOCALES = {"zh": "zh_Hans", "en": "en"}


@dataclass(frozen=True, slots=True)
class _Task:
    content: bytes
    shape: workbook.Shape
    language: str


def _prepare(payload: dict[str, Any]) -> _Task | None:
    reading = session.get(RosterReading, payload["reading"])
    if reading is None or reading.state is not ReadingState.WAITING:
        return None
    (paper,) = attachments.attachments_of(reading, PAPER)
    with spoken_in(payload["language"]):
        return _Task(files.read(paper.sha256), workbook.shape(), payload["language"])


def _work(task: _Task | None) -> workbook.Found | None:
    if task is None:
        return None
    with spoken_in(task.language):
        return workbook.read(task.content, task.shape)


def _finish(payload: dict[str, Any], found: workbook.Found | None) -> None:
    reading = session.get(RosterReading, payload["reading"], with_for_update=True)
    if reading is None or found is None or reading.state is not ReadingState.WAITING:
        return
    reading.read_at = clock.now()
    if found.faults:
        reading.state = ReadingState.FAULTY
        faults = [[f.sheet, f.row, f.column, f.because] for f in found.faults]
        reading.found = {"faults": faults, "language": payload["language"]}
        return
    reading.state = ReadingState.READY
    held = {name: rows_of(queries.fact_of(reading.agency, name)) for name in ROSTER}
    reading.found = {name: _recognised(name, found.rows[name], held[name]) for name in ROSTER}


def _recognised(
    name: str, rows: Sequence[Mapping[str, Any]], held: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Rows with the ids of those they continue: by certificate or account, else by a name nobody else has."""
    known = {key: row["id"] for row in held if (key := _key(name, row)) is not None}
    free = dict(known)
    return [{"id": free.pop(_key(name, row) or "", None) or secrets.token_hex(4), **row} for row in rows]


def _key(name: str, row: Mapping[str, Any]) -> str | None:
    return workbook.key_of(name, row) or (f"name {row.get('name')}" if row.get("name") else None)


def _give_up(payload: dict[str, Any], _error: str) -> None:
    reading = session.get(RosterReading, payload["reading"])
    if reading is not None:
        reading.state = ReadingState.FAILED


jobs.handles_slowly(READ, prepare=_prepare, work=_work, finish=_finish, give_up=_give_up, unseen=True)
