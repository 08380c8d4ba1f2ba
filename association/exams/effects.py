"""What the steps do beyond moving a state: putting questions and plans into use, handing in, marking."""

from collections.abc import Mapping

from association.exams import queries
from association.exams.models import (
    ExamPlan,
    Item,
    PlanState,
    Question,
    QuestionKind,
    Sitting,
    SittingState,
)
from association.exams.policy import P
from association.guidance import clauses
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _

Marks = Mapping[int, tuple[int, str]]
"""Item → points and a remark."""


# Questions and plans ----------------------------------------------------------------------------------------------------


def cited(question: Question) -> None:
    """Staff find the question at the clauses it rests on; nobody else does."""
    clauses.cite(
        question, question.clauses, title=_("考题：%(words)s", words=question.called), url=f"/desk/exams/questions/{question.id}/",
        audience=P.SEE_BANK.code,
    )  # fmt: skip


def used(question: Question, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    cited(question)


def doubted(question: Question, *, actor: Actor, reason: str, doubts: list[dict[str, str]]) -> None:  # noqa: ARG001
    question.doubts = doubts


def cleared(question: Question, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The change was taken back before anybody had looked."""
    question.doubts = []


def held(question: Question, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Somebody has looked: these changes do not touch it."""
    question.settled = [*question.settled, *(doubt["key"] for doubt in question.doubts)]
    question.doubts, question.because = [], reason


def retired(question: Question, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    question.because, question.doubts = reason, []
    clauses.cite(question, [], title="", url="", audience="")


def in_force(plan: ExamPlan, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The one before ends, and who needed an exam under it needs one still."""
    before = queries.plan_of(plan.course_id)
    plan.in_force_at = clock.now()
    if before is not None and before is not plan:
        plan.in_force_at = before.in_force_at
        before.state = PlanState.ENDED
        session.flush([before])


def ended(plan: ExamPlan, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    plan.because = reason


# Papers -----------------------------------------------------------------------------------------------------------------


def handed_in(sitting: Sitting, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Choices are marked at once. A written question nobody wrote on needs no marker."""
    sitting.submitted_at = clock.now()
    items = queries.items_of(sitting)
    for item in items:
        if item.question.kind.is_marked_by_machine:
            item.points = item.question.points if is_right(item) else 0
        elif not item.is_answered:
            item.points = 0
    if all(item.points is not None for item in items):
        decide(sitting, items)


def time_up(sitting: Sitting, *, actor: Actor, reason: str) -> None:
    sitting.is_by_clock = True
    handed_in(sitting, actor=actor, reason=reason)


def is_right(item: Item) -> bool:
    return set(item.said.get("keys", ())) == set(item.question.right)


def decide(sitting: Sitting, items: list[Item]) -> None:
    sitting.points = sum(item.points or 0 for item in items)
    passed = sitting.points >= sitting.points_needed
    sitting.state = SittingState.PASSED if passed else SittingState.FAILED
    sitting.decided_at = clock.now()


def marked(sitting: Sitting, *, actor: Actor, reason: str, marks: Marks) -> None:  # noqa: ARG001
    """By a person: every written answer."""
    items = queries.items_of(sitting)
    for item in items:
        if item.question.kind is QuestionKind.WRITTEN and item.is_answered:
            _give(item, marks, least=0)
    decide(sitting, items)


def appealed(sitting: Sitting, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    sitting.appeal, sitting.appealed_at = reason, clock.now()


def reviewed(sitting: Sitting, *, actor: Actor, reason: str, marks: Marks) -> None:  # noqa: ARG001
    """By another: any question may get more points, none fewer, so that nobody is afraid to ask."""
    items = queries.items_of(sitting)
    for item in items:
        if item.id in marks:
            _give(item, marks, least=item.points or 0)
    sitting.appeal_answer = reason
    decide(sitting, items)


def _give(item: Item, marks: Marks, *, least: int) -> None:
    field = f"p{item.position}"
    if item.id not in marks:
        raise Refused(_("第%(n)d题还没有给分。", n=item.position), field=field)
    points, remark = marks[item.id]
    if not least <= points <= item.question.points:
        raise Refused(
            _("第%(n)d题请给%(least)d到%(most)d分。", n=item.position, least=least, most=item.question.points), field=field,
        )  # fmt: skip
    item.points, item.remark = points, remark or item.remark
