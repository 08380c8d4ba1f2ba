"""The worker's part of a list: the workbook is read outside any transaction, and those who are signed up already are named."""

from dataclasses import dataclass
from typing import Any

from association.kernel import attachments, clock, files, jobs
from association.kernel.db import session
from association.kernel.words import _, spoken_in
from association.kernel.workbooks import Fault, Row
from association.training import effects, queries, workbook
from association.training.models import ListState, PeopleList

READ = "training.read_list"
PAPER = "people"

Found = tuple[list[tuple[int, Row]], list[Fault]]


@dataclass(frozen=True, slots=True)
class _Task:
    content: bytes
    language: str


def _prepare(payload: dict[str, Any]) -> _Task | None:
    people = session.get(PeopleList, payload["people"])
    if people is None or people.state is not ListState.WAITING:
        return None
    (paper,) = attachments.attachments_of(people, PAPER)
    return _Task(files.read(paper.sha256), payload["language"])


def _work(task: _Task | None) -> Found | None:
    if task is None:
        return None
    with spoken_in(task.language):
        return workbook.read(task.content)


def _finish(payload: dict[str, Any], found: Found | None) -> None:
    people = session.get(PeopleList, payload["people"], with_for_update=True)
    if people is None or found is None or people.state is not ListState.WAITING:
        return
    rows, faults = found
    with spoken_in(payload["language"]):
        faults = faults or sorted(_twins(people, rows))
    people.read_at = clock.now()
    people.state = ListState.FAULTY if faults else ListState.READY
    people.found = {"faults": faults, "language": payload["language"]} if faults else {"rows": rows}


def _twins(people: PeopleList, rows: list[tuple[int, Row]]) -> list[Fault]:
    keys = {effects.kept_facts(row)[1]: number for number, row in rows}
    return [
        (keys[key], _("这个证件号码已经报了这一期。")) for key in queries.with_number(people.session, keys)
    ]


def clear(people: PeopleList, state: ListState) -> None:
    """Neither the workbook nor what it held is kept."""
    people.state, people.found = state, {}
    for paper in attachments.attachments_of(people, PAPER):
        attachments.remove(paper)


def _give_up(payload: dict[str, Any], _error: str) -> None:
    people = session.get(PeopleList, payload["people"])
    if people is not None:
        people.state = ListState.FAILED


jobs.handles_slowly(READ, prepare=_prepare, work=_work, finish=_finish, give_up=_give_up, unseen=True)
