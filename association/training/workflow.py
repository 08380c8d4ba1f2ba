"""Three lives: of a course, of a session, of an enrolment. Who drafts a course does not publish it."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.training import effects, gates
from association.training.models import (
    HOLDING,
    LIVING,
    CourseState,
    EnrolmentState,
    SessionState,
)
from association.training.policy import P

C, S, E = CourseState, SessionState, EnrolmentState

COURSE = Workflow(
    name="training_course",
    title=_l("课程"),
    states=C,
    initial=C.DRAFT,
    public_text=effects.course_text,
    steps=[
        Step(
            deed="publish", label=_l("发布课程"), from_=(C.DRAFT,), to=C.PUBLISHED, needs=P.ISSUE, is_primary=True, is_public_act=True,
            apart_from=frozenset({"draft_course"}), blocked=gates.has_content, then=effects.course_published,
        ),
        Step(
            deed="withdraw", label=_l("撤回课程"), from_=(C.PUBLISHED,), to=C.WITHDRAWN, needs=P.ISSUE, is_dangerous=True, is_public_act=True,
            reason=_l("撤回的理由（将公开）"), then=effects.course_withdrawn,
        ),
    ],
)  # fmt: skip

SESSION = Workflow(
    name="training_session",
    title=_l("一期培训"),
    states=S,
    initial=S.DRAFT,
    public_text=effects.session_text,
    steps=[
        Step(
            deed="publish", label=_l("公布这一期"), from_=(S.DRAFT,), to=S.PUBLISHED, needs=P.DRAFT, is_primary=True, is_public_act=True,
            blocked=gates.can_be_announced, then=effects.session_published, consequence=_l("到报名开始之日即可报名。"),
        ),
        Step(
            deed="cancel", label=_l("取消这一期"), from_=(S.PUBLISHED,), to=S.CANCELLED, needs=P.DRAFT, is_dangerous=True, is_public_act=True,
            reason=_l("取消的理由（将公开，并写信告知每个人）"), then=effects.session_cancelled,
            consequence=_l("报了名和候补的人都会收到信，可以改到另一期。"),
        ),
    ],
)  # fmt: skip

PLACED = tuple(state for state in HOLDING if state not in (E.UNNAMED, E.OFFERED))

ENROLMENT = Workflow(
    name="training_enrolment",
    title=_l("培训报名"),
    states=E,
    initial=E.CHECKING,
    steps=[
        Step(
            deed="offer", label=_l("轮到递补"), from_=(E.WAITING,), to=E.OFFERED, needs=P.KEEP, by_clock=True, then=effects.offered,
        ),
        Step(
            deed="accept", label=_l("接受递补"), from_=(E.OFFERED,), to=E.CHECKING, needs=P.OWN, is_primary=True, blocked=gates.in_time,
            then=effects.accepted, consequence=_l("名额归你，接着审核报名条件。"),
        ),
        Step(
            deed="decline", label=_l("不要这个名额"), from_=(E.OFFERED,), to=E.WITHDRAWN, needs=P.OWN, is_dangerous=True, then=effects.gave_up,
            consequence=_l("名额转给候补的下一位，这次报名到此结束。"),
        ),
        Step(
            deed="lapse", label=_l("到期未答复"), from_=(E.OFFERED,), to=E.LAPSED, needs=P.KEEP, by_clock=True, then=effects.lapsed,
        ),
        Step(
            deed="name", label=_l("填写人员"), from_=(E.UNNAMED,), to=E.CHECKING, needs=P.SWAP, own_page=True, is_primary=True,
            then=effects.named,
        ),
        Step(
            deed="confirm_employer", label=_l("确认是本单位人员"), from_=(*PLACED, E.WAITING), to=None, needs=P.CONFIRM, is_primary=True,
            blocked=gates.not_confirmed_yet, then=effects.employer_confirmed,
        ),
        Step(
            deed="deny_employer", label=_l("不予确认"), from_=(*PLACED, E.WAITING), to=E.REFUSED, needs=P.CONFIRM, is_dangerous=True,
            reason=_l("不予确认的理由（本人会看到）"), blocked=gates.not_confirmed_yet, then=effects.refused,
        ),
        Step(
            deed="approve", label=_l("审核通过"), from_=(E.CHECKING,), to=E.UNPAID, needs=P.KEEP, is_primary=True,
            blocked=gates.conditions_are_met, then=effects.approved, consequence=_l("不收费或已缴费的随即录取，其余的等待缴费。"),
        ),
        Step(
            deed="ask", label=_l("请补充"), from_=(E.CHECKING,), to=E.RETURNED, needs=P.KEEP, reason=_l("请补充什么（对方会看到）"),
            then=effects.said,
        ),
        Step(
            deed="resubmit", label=_l("补充后重新提交"), from_=(E.RETURNED,), to=E.CHECKING, needs=P.OWN, own_page=True, is_primary=True,
            then=effects.named,
        ),
        Step(
            deed="refuse", label=_l("不予录取"), from_=(E.CHECKING,), to=E.REFUSED, needs=P.KEEP, is_dangerous=True,
            reason=_l("不予录取的理由（对方会看到）"), then=effects.refused,
        ),
        Step(
            deed="pay", label=_l("报送缴费凭证"), from_=(E.UNPAID,), to=E.REPORTED, needs=P.OWN, own_page=True, is_primary=True,
            then=effects.payment_reported,
        ),
        Step(
            deed="confirm_payment", label=_l("确认到账，录取"), from_=(E.REPORTED,), to=E.ADMITTED, needs=P.KEEP, is_primary=True,
            then=effects.paid,
        ),
        Step(
            deed="return_payment", label=_l("没有到账"), from_=(E.REPORTED,), to=E.UNPAID, needs=P.KEEP,
            reason=_l("哪里对不上（对方会看到）"), then=effects.said,
        ),
        Step(
            deed="swap", label=_l("更换人员"), from_=PLACED, to=E.CHECKING, needs=P.SWAP, own_page=True, blocked=gates.may_be_swapped,
            then=effects.named,
        ),
        Step(
            deed="withdraw", label=_l("退出这一期"), from_=tuple(s for s in LIVING if s is not E.OFFERED), to=E.WITHDRAWN, needs=P.OWN,
            is_dangerous=True, reason=_l("说明"), reason_required=False, then=effects.gave_up,
            consequence=_l("名额或候补的位置随即让出，不能恢复；可以重新报名，排在最后。"),
        ),
        Step(
            deed="call_off", label=_l("本期取消"), from_=LIVING, to=E.CALLED_OFF, needs=P.KEEP, by_clock=True, then=effects.called_off,
        ),
    ],
)  # fmt: skip
