"""The life of a mark on a course."""

from association.kernel import clock
from association.kernel.policy import Actor
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.renewals.models import CourseRenewal, RenewalState
from association.renewals.policy import P

R = RenewalState


def _reviewed(row: CourseRenewal, *, actor: Actor, reason: str) -> None:
    row.note, row.reviewed_by, row.reviewed_on = reason, actor.name, clock.today()


RENEWAL = Workflow(
    name="course_renewal",
    title=_l("课程更新"),
    states=R,
    initial=R.FOUND,
    steps=[
        Step(
            deed="review", label=_l("复核完毕"), from_=(R.FOUND,), to=R.REVIEWED, needs=P.REVIEW, is_primary=True,
            reason=_l("条款变了什么，课程怎样改（记下由谁复核）"), then=_reviewed,
            consequence=_l("以前的证书仍然有效，核验页会写明所讲条款有更新的版本。"),
        ),
        Step(
            deed="clear", label=_l("条款已恢复原样"), from_=(R.FOUND,), to=R.GONE, needs=P.REVIEW, by_clock=True,
        ),
    ],
)  # fmt: skip
