"""The life of a course that is required."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.requirements import effects
from association.requirements.models import RequirementState
from association.requirements.policy import P

R = RequirementState

REQUIREMENT = Workflow(
    name="course_requirement",
    title=_l("须修课程"),
    states=R,
    initial=R.PLANNED,
    steps=[
        Step(
            deed="bind", label=_l("随指导意见提出"), from_=(R.PLANNED,), to=R.OPEN, needs=P.REQUIRE, by_clock=True, then=effects.bound,
        ),
        Step(
            deed="remove", label=_l("去掉这门课程"), from_=(R.PLANNED,), to=R.LIFTED, needs=P.REMOVE, is_dangerous=True, then=effects.lifted,
            consequence=_l("指导意见签发时不再要求修这门课程。"),
        ),
        Step(
            deed="meet", label=_l("证书已齐"), from_=(R.OPEN,), to=R.MET, needs=P.REQUIRE, by_clock=True, then=effects.met,
        ),
        Step(
            deed="lift", label=_l("不再要求"), from_=(R.OPEN,), to=R.LIFTED, needs=P.LIFT, is_dangerous=True,
            reason=_l("不再要求的理由（单位会看到）"), then=effects.lifted, consequence=_l("应办事项同时结束，并写信告知单位。"),
        ),
        Step(
            deed="fall", label=_l("指导意见已撤回"), from_=(R.PLANNED, R.OPEN), to=R.LIFTED, needs=P.LIFT, by_clock=True, then=effects.lifted,
        ),
    ],
)  # fmt: skip
