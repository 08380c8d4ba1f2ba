"""Five lives: of a call, a young person's way, a mentor, a milestone and a work. Who examines does not decide; who drafts does not publish."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from mcn.incubation import effects, gates
from mcn.incubation.models import CallState, MentorState, MilestoneState, TalentState, WorkState
from mcn.incubation.policy import P

C, T, M, N, W = CallState, TalentState, MentorState, MilestoneState, WorkState

CALL = Workflow(
    name="incubation_call",
    title=_l("孵化征集"),
    states=C,
    initial=C.DRAFT,
    public_text=effects.call_text,
    steps=[
        Step(
            deed="publish", label=_l("发布征集"), from_=(C.DRAFT,), to=C.PUBLISHED, needs=P.ISSUE, is_primary=True,
            apart_from=frozenset({"draft_incubation_call"}), is_public_act=True, blocked=gates.still_open, then=effects.published,
        ),
        Step(
            deed="withdraw", label=_l("撤回"), from_=(C.PUBLISHED,), to=C.WITHDRAWN, needs=P.DRAFT, is_dangerous=True,
            is_public_act=True, reason=_l("撤回的理由（将公开）"), then=effects.withdrawn,
        ),
    ],
)  # fmt: skip

TALENT = Workflow(
    name="incubation_talent",
    title=_l("孵化申请"),
    states=T,
    initial=T.SUBMITTED,
    steps=[
        Step(
            deed="put_forward", label=_l("审核完毕，提请决定"), from_=(T.SUBMITTED,), to=T.PUT_FORWARD, needs=P.KEEP, is_primary=True,
            reason=_l("审核意见（决定的人会看到）"), then=effects.examined,
        ),
        Step(
            deed="ask", label=_l("请补充资料"), from_=(T.SUBMITTED,), to=T.RETURNED, needs=P.KEEP, reason=_l("请补充什么（本人会看到）"),
            then=effects.asked,
        ),
        Step(
            deed="resubmit", label=_l("补充后重新提交"), from_=(T.RETURNED,), to=T.SUBMITTED, needs=P.OWN, is_primary=True, own_page=True,
        ),
        Step(
            deed="select", label=_l("入选"), from_=(T.PUT_FORWARD,), to=T.SELECTED, needs=P.DECIDE, is_primary=True,
            apart_from=frozenset({"put_forward"}), reason=_l("入选的理由（本人会看到）"), blocked=gates.may_be_selected, then=effects.selected,
        ),
        Step(
            deed="refuse", label=_l("不予入选"), from_=(T.PUT_FORWARD,), to=T.REFUSED, needs=P.DECIDE, is_dangerous=True,
            apart_from=frozenset({"put_forward"}), reason=_l("不予入选的理由（本人会看到）"), then=effects.asked,
        ),
        Step(
            deed="withdraw", label=_l("撤回申请"), from_=(T.SUBMITTED, T.RETURNED, T.PUT_FORWARD), to=T.WITHDRAWN, needs=P.OWN,
            is_dangerous=True, consequence=_l("申请到此结束；这次征集不能再申请。"),
        ),
        Step(
            deed="leave", label=_l("退出孵化"), from_=(T.SELECTED,), to=T.LEFT, needs=P.OWN, is_dangerous=True, reason=_l("说明"),
            reason_required=False, then=effects.over, consequence=_l("导师和节点到此结束；已展示的作品可以另行撤下。"),
        ),
        Step(
            deed="dismiss", label=_l("终止孵化"), from_=(T.SELECTED,), to=T.LEFT, needs=P.DECIDE, is_dangerous=True,
            reason=_l("终止的理由（本人会看到）"), then=effects.over,
        ),
        Step(
            deed="complete", label=_l("结束孵化"), from_=(T.SELECTED,), to=T.COMPLETED, needs=P.KEEP, is_primary=True,
            reason=_l("给本人的话"), blocked=gates.nothing_open, then=effects.over,
        ),
    ],
)  # fmt: skip

MENTOR = Workflow(
    name="incubation_mentor",
    title=_l("孵化导师"),
    states=M,
    initial=M.ASKED,
    steps=[
        Step(deed="accept", label=_l("同意担任"), from_=(M.ASKED,), to=M.ACTIVE, needs=P.ANSWER, is_primary=True),
        Step(deed="decline", label=_l("不担任"), from_=(M.ASKED,), to=M.DECLINED, needs=P.ANSWER),
        Step(
            deed="resign", label=_l("不再指导"), from_=(M.ACTIVE,), to=M.ENDED, needs=P.ANSWER, is_dangerous=True, reason=_l("说明"),
            reason_required=False, then=effects.stopped,
        ),
        Step(
            deed="stop", label=_l("结束指导"), from_=(M.ASKED, M.ACTIVE), to=M.ENDED, needs=P.KEEP, is_dangerous=True,
            reason=_l("结束的理由（导师会看到）"), then=effects.stopped,
        ),
    ],
)  # fmt: skip

MILESTONE = Workflow(
    name="incubation_milestone",
    title=_l("孵化节点"),
    states=N,
    initial=N.SET,
    steps=[
        Step(
            deed="report", label=_l("报送进展"), from_=(N.SET,), to=N.REPORTED, needs=P.OWN, is_primary=True, own_page=True,
            blocked=gates.in_incubation, then=effects.reported,
        ),
        Step(
            deed="meet", label=_l("已达到"), from_=(N.REPORTED,), to=N.MET, needs=P.GUIDE, is_primary=True, reason=_l("给本人的回应"),
            blocked=gates.in_incubation, then=effects.answered,
        ),
        Step(
            deed="send_back", label=_l("还差一些"), from_=(N.REPORTED,), to=N.SET, needs=P.GUIDE, reason=_l("还差什么（本人会看到）"),
            blocked=gates.in_incubation, then=effects.answered,
        ),
        Step(
            deed="drop", label=_l("取消节点"), from_=(N.SET,), to=N.DROPPED, needs=P.KEEP, is_dangerous=True,
            reason=_l("取消的理由（本人会看到）"), then=effects.answered,
        ),
    ],
)  # fmt: skip

WORK = Workflow(
    name="incubation_work",
    title=_l("孵化作品"),
    states=W,
    initial=W.OFFERED,
    public_text=effects.work_text,
    steps=[
        Step(
            deed="show", label=_l("展示"), from_=(W.OFFERED,), to=W.SHOWN, needs=P.SHOW, is_primary=True, is_public_act=True,
            blocked=gates.consented, then=effects.shown, consequence=_l("作品的介绍随即公开；本人可以随时撤下。"),
        ),
        Step(
            deed="decline", label=_l("不予展示"), from_=(W.OFFERED,), to=W.DECLINED, needs=P.SHOW, reason=_l("理由（本人会看到）"),
            then=effects.down,
        ),
        Step(
            deed="take_back", label=_l("撤回同意，撤下"), from_=(W.OFFERED, W.SHOWN), to=W.DOWN, needs=P.OWN, is_dangerous=True,
            is_public_act=True, then=effects.down, consequence=_l("作品的介绍随即从网页、列表和检索中消失。"),
        ),
        Step(
            deed="take_down", label=_l("撤下"), from_=(W.SHOWN,), to=W.DOWN, needs=P.SHOW, is_dangerous=True, is_public_act=True,
            reason=_l("撤下的理由（本人会看到）"), then=effects.down,
        ),
        Step(
            deed="propose", label=_l("推荐到推优"), from_=(W.SHOWN,), to=None, needs=P.KEEP, reason=_l("好在哪里"),
            blocked=gates.can_be_proposed, then=effects.proposed,
            consequence=_l("写进推优的线索，由办理推优的人提名，再请作品所属单位同意。"),
        ),
    ],
)  # fmt: skip
