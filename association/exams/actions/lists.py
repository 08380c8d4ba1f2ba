"""Questions by workbook: handed in, read by the worker on trial, then taken whole or not at all."""

from association.exams import trial
from association.exams.actions.bank import draft_question
from association.exams.models import ListState, QuestionList
from association.exams.policy import P
from association.guidance import clauses
from association.kernel import attachments, audit, jobs
from association.kernel.attachments import WORKBOOKS, Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _


def hand_in_questions(*, file: Upload, language: str, actor: Actor) -> QuestionList:
    """The worker reads it; nothing reaches the bank yet."""
    require(actor, P.WRITE)
    questions = QuestionList()
    session.add(questions)
    session.flush()
    attachments.store(file, subject=questions, kind=trial.PAPER, actor=actor, limits=WORKBOOKS)
    audit.record("hand_in_questions", questions, actor=actor)
    jobs.later(trial.READ, list=questions.id, language=language)
    return questions


def take_questions(questions: QuestionList, *, actor: Actor) -> int:
    """Every row becomes a draft; returns how many. Refused unless it was read without a fault."""
    require(actor, P.WRITE, questions)
    lock(questions)
    if questions.state is not ListState.READY:
        raise Refused(_("这张表还没有试读无误，或已经导入过。"))
    rows = questions.found["rows"]
    for number, row in rows:
        named = trial.clause_named(row["clause"])
        if named is None:
            raise Refused(_("第%(n)d行所依据的条款现在没有了，请改好后重新上传。", n=number))
        facts = {name: value for name, value in row.items() if name != "clause"}
        question = draft_question(**facts, actor=actor)
        question.clauses = clauses.with_one_more([], edition=named[0], path=named[1])
    audit.record("take_questions", questions, actor=actor, questions=len(rows))
    trial.clear(questions, ListState.TAKEN)
    return len(rows)
