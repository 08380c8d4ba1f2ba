"""The worker's part of a workbook of questions: read outside any transaction, then compared with the bank."""

from dataclasses import dataclass
from typing import Any

from association.consultations import texts
from association.exams import queries, workbook
from association.exams.models import ListState, QuestionList
from association.kernel import attachments, clock, dated, files, jobs
from association.kernel.db import session
from association.kernel.words import _, spoken_in
from association.kernel.workbooks import Fault, Row
from association.rules.models import Edition, EditionState

READ = "exams.read_questions"
PAPER = "questions"

Found = tuple[list[tuple[int, Row]], list[Fault]]


@dataclass(frozen=True, slots=True)
class _Task:
    content: bytes
    language: str
    topics: list[str]


def _prepare(payload: dict[str, Any]) -> _Task | None:
    questions = session.get(QuestionList, payload["list"])
    if questions is None or questions.state is not ListState.WAITING:
        return None
    (paper,) = attachments.attachments_of(questions, PAPER)
    return _Task(files.read(paper.sha256), payload["language"], list(dated.value("exams.topics")))


def _work(task: _Task | None) -> Found | None:
    if task is None:
        return None
    with spoken_in(task.language):
        return workbook.read(task.content, topics=task.topics)


def _finish(payload: dict[str, Any], found: Found | None) -> None:
    questions = session.get(QuestionList, payload["list"], with_for_update=True)
    if questions is None or found is None or questions.state is not ListState.WAITING:
        return
    rows, faults = found
    with spoken_in(payload["language"]):
        faults = sorted([*faults, *_in_the_bank(rows), *_without_clause(rows)])
    questions.read_at = clock.now()
    questions.state = ListState.FAULTY if faults else ListState.READY
    questions.found = {"faults": faults, "language": payload["language"]} if faults else {"rows": rows}


def _in_the_bank(rows: list[tuple[int, Row]]) -> list[Fault]:
    known = queries.questions_like([row["words"] for _number, row in rows])
    return [(number, _("题库里已有同样的题干。")) for number, row in rows if row["words"] in known]


def _without_clause(rows: list[tuple[int, Row]]) -> list[Fault]:
    return [
        (number, _("没有这个文本或条款：%(named)s。", named=row["clause"]))
        for number, row in rows
        if row["clause"].count(":") == 1 and clause_named(row["clause"]) is None
    ]


def clause_named(named: str) -> tuple[Edition, str] | None:
    """“12:8.2”: the edition with this number and the place in it; None where there is none, or it is not in public."""
    id_, _colon, path = named.partition(":")
    edition = session.get(Edition, int(id_)) if id_.isascii() and id_.isdecimal() and len(id_) < 10 else None
    if edition is None or edition.state is not EditionState.PUBLISHED:
        return None
    return (edition, path) if texts.clause_of(edition, path) is not None else None


def clear(questions: QuestionList, state: ListState) -> None:
    """Neither the workbook nor what it held is kept."""
    questions.state, questions.found = state, {}
    for paper in attachments.attachments_of(questions, PAPER):
        attachments.remove(paper)


def _give_up(payload: dict[str, Any], _error: str) -> None:
    questions = session.get(QuestionList, payload["list"])
    if questions is not None:
        questions.state = ListState.FAILED


jobs.handles_slowly(READ, prepare=_prepare, work=_work, finish=_finish, give_up=_give_up, unseen=True)
