"""Writing a public answer in words of its own, and a new version of one."""

from datetime import date, datetime
from typing import Any

from association.guidance import clauses, queries, traces
from association.guidance.models import PublicAnswer, PublicState, Question, QuestionState
from association.guidance.policy import P
from association.kernel import audit, clock, dated
from association.kernel.db import lock, session
from association.kernel.errors import Refused, RefusedMany
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.rules.models import Edition


def draft(*, question: Question | None, actor: Actor, **facts: Any) -> PublicAnswer:
    """Begin one, of a question that was answered or of none; `facts` as `change` takes them."""
    require(actor, P.DRAFT)
    answer = PublicAnswer(topic="", title="", asks="", answers="", basis_on=clock.today())
    if question is not None:
        require(actor, P.SEE, question)
        if question.state not in (QuestionState.ANSWERED, QuestionState.CLOSED) or not queries.answers_of(
            question
        ):
            raise Refused(_("答复了的咨询才能改写为公开指导。"))
        answer.question_id, answer.question = question.id, question
        answer.clauses = list(queries.answers_of(question)[-1].clauses)
    _set(answer, **facts)
    session.add(answer)
    session.flush()
    audit.record("draft", answer, actor=actor, to_state=answer.state.value)
    return answer


def change(answer: PublicAnswer, *, actor: Actor, **facts: Any) -> None:
    """Write it anew. Refused once it is under review. Who changes a draft counts as its drafter."""
    _may_write(answer, actor)
    _set(answer, **facts)
    session.flush()
    audit.record("draft", answer, actor=actor)


def revise(answer: PublicAnswer, *, actor: Actor) -> PublicAnswer:
    """Begin the next version with the words of this one. It takes its place once it is issued, through the same reviews."""
    require(actor, P.DRAFT, answer)
    lock(answer)
    if answer.state is not PublicState.PUBLISHED:
        raise Refused(_("只有现行的公开指导才能修订。"))
    if queries.version_under_way(answer) is not None:
        raise Refused(_("新的一版已经在起草。"))
    newest = max(version.version for version in queries.versions_of(answer))
    copied = ("question_id", "topic", "title", "asks", "answers", "basis_note")
    new = PublicAnswer(
        version=newest + 1, replaces_id=answer.id, replaces=answer, basis_on=clock.today(), clauses=list(answer.clauses),
        **{name: getattr(answer, name) for name in copied},
    )  # fmt: skip
    session.add(new)
    session.flush()
    audit.record("draft", new, actor=actor, version=new.version)
    return new


def _may_write(answer: PublicAnswer, actor: Actor) -> None:
    require(actor, P.DRAFT, answer)
    lock(answer)
    if answer.state is not PublicState.DRAFT:
        raise Refused(_("已经送审，不能再改；要改请先退回。"))


def _set(
    answer: PublicAnswer,
    *,
    topic: str,
    title: str,
    asks: str,
    answers: str,
    basis_on: date,
    basis_note: str = "",
    publish_at: datetime | None = None,
) -> None:
    if topic not in dated.value("guidance.topics"):
        raise Refused(_("请选择主题。"), field="topic")
    if basis_on > clock.today():
        raise Refused(_("依据截至的日期不能在今天之后。"), field="basis_on")
    texts = {"title": title, "asks": asks, "answers": answers, "basis_note": basis_note}
    if found := traces.found_in(texts, answer.question):
        raise RefusedMany(
            [
                (t.part, _("会让人看出是谁提问的：%(kind)s“%(word)s”。请改写。", kind=t.kind, word=t.word))
                for t in found
            ]
        )
    answer.topic, answer.title, answer.asks, answer.answers = topic, title, asks, answers
    answer.basis_on, answer.basis_note, answer.publish_at = basis_on, basis_note, publish_at


def add_public_clause(answer: PublicAnswer, *, edition: Edition, path: str, actor: Actor) -> str:
    """Note a clause it rests on; returns what it is called."""
    _may_write(answer, actor)
    answer.clauses = clauses.with_one_more(answer.clauses, edition=edition, path=path)
    called = str(answer.clauses[-1]["called"])
    audit.record("add_clause", answer, actor=actor, clause=called)
    return called


def remove_public_clauses(answer: PublicAnswer, *, actor: Actor) -> None:
    """Begin the list of clauses anew."""
    _may_write(answer, actor)
    answer.clauses = []
    audit.record("remove_clauses", answer, actor=actor)
