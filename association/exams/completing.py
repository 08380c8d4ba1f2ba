"""What training asks of exams: to whom of these people the exam is missing, and what the page of a course says of it."""

from collections.abc import Sequence

from association.exams import queries
from association.exams.models import Sitting, SittingState
from association.kernel import dated
from association.kernel.words import _
from association.training import prerequisites
from association.training.models import Course, Enrolment
from association.training.prerequisites import Missing

S = SittingState


def missing(enrolments: Sequence[Enrolment]) -> dict[int, Missing]:
    """A plan and all papers are read in two statements, however many people they are."""
    plans = queries.plans_of(e.session.course_id for e in enrolments)
    asked = [
        e for e in enrolments
        if (plan := plans.get(e.session.course_id)) and plan.in_force_at and plan.in_force_at < e.session.ends_at
    ]  # fmt: skip
    sittings = queries.sittings_of(e.id for e in asked) if asked else {}
    return {e.id: _of(e, sittings[e.id]) for e in asked if not _has_passed(sittings[e.id])}


def _has_passed(sittings: list[Sitting]) -> bool:
    return any(s.state is S.PASSED for s in sittings)


def _of(enrolment: Enrolment, sittings: list[Sitting]) -> Missing:
    words = {
        S.OPEN: _("考试已经开始，还没有交卷。"), S.MARKING: _("考试已经交卷，等评阅。"), S.FAILED: _("考试还没有通过。"), S.APPEALED: _("考试结果正在复核。"),
    }  # fmt: skip
    sentence = words[sittings[-1].state] if sittings else _("还没有参加考试。")
    return Missing(sentence, f"/my/exams/of/{enrolment.id}/", _("考试"))


def said(course: Course) -> str:
    """What the public reads of it."""
    plan = queries.plan_of(course.id)
    if plan is None:
        return ""
    return _(
        "考试：%(n)d题，%(minutes)d分钟，得到全部分数的%(mark)d%%为通过，最多考%(times)d次", n=plan.count, minutes=plan.minutes,
        mark=int(dated.value("exams.pass_mark")), times=int(dated.value("exams.attempts")),
    )  # fmt: skip


def desk(course: Course) -> tuple[object, str]:
    return _("这门课程的考试"), f"/desk/exams/of/{course.id}/"


def init_app() -> None:
    prerequisites.add(prerequisites.Prerequisite(missing=missing, said=said, desk=desk))
