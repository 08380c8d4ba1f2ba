"""Who may do what in exams. The bank is for staff; a paper for who sits it and, once handed in and without a name, for a teacher without a tie."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from association.exams.models import Candidate, ExamPlan, Question, QuestionList, Sitting, SittingState
from association.kernel import clock, walls
from association.kernel.db import session
from association.kernel.policy import Actor, Permission, grant, has_role, signed_in
from association.kernel.words import _l
from association.training.models import Enrolment
from association.training.policy import is_employer


class P(Permission):
    SEE_BANK = _l("查看题库、组卷方案和各题的统计")
    WRITE = _l("起草题目和组卷方案，复核所引条款变动的题目")
    USE = _l("启用和停用题目、组卷方案")
    CLAIM = _l("凭准考码认领单位代报的考试")
    SEE_PLACE = _l("查看一个名额的考试安排")
    SIT = _l("参加自己的考试")
    SEE = _l("查看一份试卷")
    LIST = _l("查看全部试卷的进展")
    MARK = _l("评阅没有姓名的试卷，复核申诉")


def is_candidate(actor: Actor, subject: Any) -> bool:
    """Whoever has the place, or has claimed it with the ticket's code; of a paper, whoever it was drawn for."""
    if actor.person_id is None:
        return False
    if isinstance(subject, Sitting):
        return subject.person_id == actor.person_id
    if not isinstance(subject, Enrolment):
        return False
    if subject.person_id is not None:
        return subject.person_id == actor.person_id
    rows = select(Candidate.id).where(
        Candidate.enrolment_id == subject.id, Candidate.person_id == actor.person_id
    )
    return session.scalar(rows) is not None


def employs_them(actor: Actor, subject: Any) -> bool:
    """An officer of the organisation that signed somebody up or is named as employer."""
    return isinstance(subject, Enrolment) and is_employer(actor, subject)


def teaches_it(actor: Actor, subject: Any) -> bool:
    """An expert in office who teaches the course, is tied neither to who sat nor to their organisation, and while there is something to mark."""
    if subject is None:
        return "expert" in actor.roles
    if not isinstance(subject, Sitting) or subject.state not in (
        SittingState.MARKING, SittingState.APPEALED,
    ):  # fmt: skip
        return False
    today = clock.today()
    teachers = (t.expert for t in subject.plan.course.teachers)
    return any(
        e.person_id == actor.person_id and e.serves_on(today) for e in teachers
    ) and not walls.is_behind(actor.walls, subject)


def _things(sitting: Sitting) -> list[walls.Thing]:
    place = walls.concern_of(Enrolment)
    own: list[walls.Thing] = [("person", sitting.person_id)]
    return [*own, *(place.of(sitting.enrolment) if place else ())]


def _among(things: Collection[walls.Thing]) -> ColumnElement[bool]:
    place = walls.concern_of(Enrolment)
    which = [_of_person(things)]
    if place is not None:
        which.append(Sitting.enrolment_id.in_(select(Enrolment.id).where(place.among(things))))
    return or_(*which)


_of_person = walls.by_column("person", Sitting.person_id)
for _nobodys in (Question, QuestionList, ExamPlan):
    walls.concerns(_nobodys)
walls.concerns(Sitting, of=_things, among=_among)
walls.concerns_with(Candidate.enrolment)

STAFF = has_role("courses", "issuer", "auditor")
grant(P.SEE_BANK, STAFF)
grant(P.WRITE, has_role("courses"))
grant(P.USE, has_role("issuer"))
grant(P.CLAIM, signed_in)
grant(P.SEE_PLACE, is_candidate, employs_them, has_role("courses", "auditor"))
grant(P.SIT, is_candidate)
grant(P.SEE, is_candidate, has_role("courses", "auditor"))
grant(P.LIST, has_role("courses", "auditor"))
grant(P.MARK, teaches_it)
