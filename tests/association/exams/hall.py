"""A bank, a plan and people who may sit, made through the real actions."""

from datetime import timedelta
from typing import Any

from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.exams import actions, queries
from association.exams.models import Question, Sitting
from association.exams.workflow import PLAN, QUESTION
from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import writing
from association.rules.models import Edition
from association.training import actions as training
from association.training.models import Course, CourseSession, Enrolment
from association.training.workflow import ENROLMENT
from tests import cast, stages
from tests.association.training import school

TOPIC = "导向与内容"
OTHER = "流程和留痕"
OPTIONS = [{"key": key, "text": f"选项{key}"} for key in "ABCD"]
PARTS: list[dict[str, Any]] = [
    {"kind": "single", "topic": "", "count": 2}, {"kind": "multiple", "topic": "", "count": 1}, {"kind": "judgement", "topic": "", "count": 1},
]  # fmt: skip
WITH_WRITTEN = [*PARTS, {"kind": "written", "topic": "", "count": 1}]
RIGHT = {"single": ["B"], "multiple": ["A", "C"], "judgement": ["right"], "written": []}
_words = iter(range(1, 10_000))


def facts(kind: str = "single", **changes: Any) -> dict[str, Any]:
    has_options = kind in ("single", "multiple")
    return {
        "kind": kind, "topic": TOPIC, "words": f"样例题干{next(_words)}", "options": OPTIONS if has_options else [], "right": RIGHT[kind],
        "explanation": "见条款", "points": 2,
    } | changes  # fmt: skip


def question(kind: str = "single", *, path: str = "3", is_used: bool = True, **changes: Any) -> int:
    """Resting on a clause; in use."""
    with writing():
        edition = session.query(Edition).order_by(Edition.id).first()
        assert edition is not None
        row = actions.draft_question(**facts(kind, **changes), actor=cast.staff("courses"))
        actions.add_clause(row, edition=edition, path=path, actor=cast.staff("courses"))
        id_ = int(row.id)
    if is_used:
        with writing():
            QUESTION.take("use", session.get_one(Question, id_), actor=cast.staff("issuer"))
    return id_


def bank(**counts: int) -> None:
    for kind, count in ({"single": 4, "multiple": 2, "judgement": 2, "written": 2} | counts).items():
        for _n in range(count):
            question(kind)


def plan(course_id: int, parts: list[dict[str, Any]] = PARTS, *, minutes: int = 30) -> int:
    with writing():
        row = actions.plan_exam(
            session.get_one(Course, course_id), parts=parts, minutes=minutes, actor=cast.staff("courses")
        )
        id_ = int(row.id)
    with writing():
        PLAN.take("enforce", queries.plan_of(course_id) or row, actor=cast.staff("issuer"))
    return id_


def held(parts: list[dict[str, Any]] = PARTS, *, people: int = 1, minutes: int = 30) -> tuple[int, list[int]]:
    """A course with an exam, and a session of today that is over; everybody was there. Whoever signed up alone is p1@demo.example, p2@…"""
    course_id = school.course()
    bank()
    plan(course_id, parts, minutes=minutes)
    held_ = school.announced(course_id, places=max(people, 1))
    ids = [school.signed_up(held_, n, cast.somebody(email=f"p{n}@demo.example")) for n in range(1, people + 1)]  # fmt: skip
    end(held_, ids)
    return held_, ids


def end(session_id: int, ids: list[int]) -> None:
    """Admit everybody, let them have been there, and let it be over by a minute."""
    with writing():
        for id_ in ids:
            ENROLMENT.take("approve", session.get_one(Enrolment, id_), actor=cast.staff("courses"))
        row = session.get_one(CourseSession, session_id)
        row.starts_at, row.ends_at = clock.now() - timedelta(seconds=20), clock.now() + timedelta(seconds=30)
        training.enter_attendance(row, day=clock.today(), present=ids, actor=cast.staff("courses"))
        plan_ = queries.plan_of(row.course_id)
        if plan_ is not None:
            plan_.in_force_at = clock.now() - timedelta(days=1)
        row.starts_at, row.ends_at = clock.now() - timedelta(minutes=90), clock.now() - timedelta(minutes=1)


def started(enrolment_id: int, email: str = "p1@demo.example") -> int:
    with writing():
        return int(actions.start(session.get_one(Enrolment, enrolment_id), actor=who(email)).id)


def who(email: str) -> Any:
    return actor_of(account(email))


def account(email: str) -> Account:
    return cast.somebody(email=email)


def the(sitting_id: int) -> Sitting:
    return session.get_one(Sitting, sitting_id)


def answered(
    sitting_id: int, *, right: bool = True, email: str = "p1@demo.example", text: str = "样例回答"
) -> None:
    """Every question, all rightly or all wrongly; a written one with some words."""
    with writing():
        sitting = the(sitting_id)
        sent: dict[int, tuple[dict[str, Any], int]] = {}
        for item in queries.items_of(sitting):
            kind = item.question.kind.value
            keys = list(item.question.right) if right else {"judgement": ["wrong"]}.get(kind, ["D"])
            sent[item.position] = ({"text": text} if kind == "written" else {"keys": keys}, item.version)
        actions.save(sitting, sent, actor=who(email))


def handed_in(sitting_id: int, email: str = "p1@demo.example") -> None:
    from association.exams.workflow import SITTING

    with writing():
        SITTING.take("hand_in", the(sitting_id), actor=who(email))


stages.remember(__name__)
