"""What is missing before a step."""

from association.kernel import attachments, clock
from association.kernel.attachments import Attachment
from association.kernel.db import session
from association.kernel.policy import Actor, can
from association.kernel.words import _
from association.training import queries
from association.training.models import Course, CourseSession, CourseState, Enrolment
from association.training.policy import P

EVIDENCE, SLIP, MATERIAL = "evidence", "slip", "material"
"""Kinds of attachments: papers about a condition, a payment slip, what the enrolled read."""


def has_content(course: Course) -> object | None:
    return None if course.clauses else _("还没有登记所讲的条款，请先登记。")


def can_be_announced(row: CourseSession) -> object | None:
    if row.course.state is not CourseState.PUBLISHED:
        return _("课程还没有发布，请先发布课程。")
    return _("开班时间已经过去，请先改时间。") if row.starts_at <= clock.now() else None


def in_time(enrolment: Enrolment) -> object | None:
    """An offer is answered before it ends."""
    if enrolment.offered_until is not None and enrolment.offered_until < clock.now():
        return _("答复的期限已过，名额已转给下一位。")
    return None


def not_confirmed_yet(enrolment: Enrolment) -> object | None:
    return None if enrolment.needs_employer else _("单位已经确认过，或不需要单位确认。")


def conditions_are_met(enrolment: Enrolment) -> object | None:
    """Named, confirmed, with papers where the course wants them."""
    if not enrolment.facts:
        return _("还没有填写人员。")
    if enrolment.needs_employer:
        return _("所在单位还没有确认。")
    if enrolment.session.course.wants_evidence and not attachments.attachments_of(enrolment, EVIDENCE):
        return _("还没有提交符合条件的证明材料。")
    return None


def may_be_swapped(enrolment: Enrolment) -> object | None:
    if clock.today() > enrolment.session.swap_until:
        return _("更换人员的截止日期已过。")
    return None


def may_read_material(actor: Actor, attachment: Attachment) -> bool:
    """Staff, and those who are admitted."""
    course = session.get(Course, attachment.subject_id)
    return course is not None and (can(actor, P.LIST_ALL, course) or queries.has_a_place(course, actor))
