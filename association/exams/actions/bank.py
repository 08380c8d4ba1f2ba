"""Writing questions and plans; somebody else puts them into use."""

from collections.abc import Sequence
from typing import Any

from association.exams import gates, queries
from association.exams.models import ExamPlan, PlanState, Question, QuestionKind, QuestionState
from association.exams.policy import P
from association.guidance import clauses
from association.kernel import audit, dated
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.rules.models import Edition
from association.training.models import Course

FIELDS = ("kind", "topic", "words", "options", "right", "explanation", "points")


def draft_question(*, actor: Actor, **facts: Any) -> Question:
    """`facts` are FIELDS."""
    require(actor, P.WRITE)
    question = Question(**_checked(facts))
    session.add(question)
    audit.record("draft_question", question, actor=actor, kind=question.kind.value)
    return question


def _checked(facts: dict[str, Any]) -> dict[str, Any]:
    if facts["topic"] not in dated.value("exams.topics"):
        raise Refused(_("请从列出的主题中选择。"), field="topic")
    kind = QuestionKind(facts["kind"])
    keys = ["right", "wrong"] if kind is QuestionKind.JUDGEMENT else [o["key"] for o in facts["options"]]
    if sentence := gates.wrong_with(kind, keys, facts["right"]):
        raise Refused(sentence, field="right" if keys else "options")
    return {name: facts[name] for name in FIELDS} | {"kind": kind}


def check_draft(question: Question) -> None:
    if question.state is not QuestionState.DRAFT:
        raise Refused(_("题目已经启用，不能再改；要改请停用后另起草。"))


def _draft(question: Question, actor: Actor) -> None:
    lock(question)
    require(actor, P.WRITE, question)
    check_draft(question)


def change_question(question: Question, *, actor: Actor, **facts: Any) -> None:
    """While it was never asked. Whoever changes it has drafted it."""
    _draft(question, actor)
    for name, value in _checked(facts).items():
        setattr(question, name, value)
    audit.record("draft_question", question, actor=actor, kind=question.kind.value)


def add_clause(question: Question, *, edition: Edition, path: str, actor: Actor) -> str:
    """A clause it rests on; returns what it is called."""
    _draft(question, actor)
    question.clauses = clauses.with_one_more(question.clauses, edition=edition, path=path)
    audit.record("add_clause", question, actor=actor)
    return str(question.clauses[-1]["called"])


def remove_clauses(question: Question, *, actor: Actor) -> None:
    """Begin the list of clauses anew."""
    _draft(question, actor)
    question.clauses = []
    audit.record("remove_clauses", question, actor=actor)


def plan_exam(course: Course, *, parts: Sequence[Any], minutes: int, actor: Actor) -> ExamPlan:
    """The draft of a plan, or the draft as it is now. Refused where a kind and topic stand twice."""
    require(actor, P.WRITE)
    lock(course)
    if not parts:
        raise Refused(_("请至少写一行。"), field="parts")
    if len({(part["kind"], part["topic"]) for part in parts}) != len(parts):
        raise Refused(_("同一题型、同一主题只写一行。"), field="parts")
    if unknown := {part["topic"] for part in parts} - {"", *dated.value("exams.topics")}:
        raise Refused(_("没有“%(topic)s”这个主题。", topic=min(unknown)), field="parts")
    plan = queries.plan_of(course.id, PlanState.DRAFT)
    if plan is None:
        plan = ExamPlan(course=course, minutes=minutes)
        session.add(plan)
    plan.parts, plan.minutes = list(parts), minutes
    audit.record("plan_exam", plan, actor=actor, course=course.id, questions=plan.count, minutes=minutes)
    return plan
