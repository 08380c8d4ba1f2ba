"""Three lives: of an expert, of an objection, of a call. Who reviews does not appoint; who drafts a call does not publish it."""

from association.experts import acting, effects, gates
from association.experts.models import CallState, ExpertState, ObjectionState
from association.experts.policy import P
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow

S, O, C = ExpertState, ObjectionState, CallState  # noqa: E741 - the table reads by it

EXPERT = Workflow(
    name="expert",
    title=_l("专家"),
    states=S,
    initial=S.RECOMMENDED,
    public_text=effects.public_text,
    steps=[
        Step(
            deed="accept", label=_l("同意并填报资料"), from_=(S.RECOMMENDED,), to=S.SUBMITTED, needs=P.OWN, is_primary=True,
            own_page=True, then=effects.submitted,
        ),
        Step(
            deed="decline", label=_l("不同意推荐"), from_=(S.RECOMMENDED,), to=S.WITHDRAWN, needs=P.OWN, then=effects.declined,
            consequence=_l("推荐到此结束，推荐时填写的资料随即删除。"),
        ),
        Step(
            deed="put_on_notice", label=_l("审核通过，公示"), from_=(S.SUBMITTED,), to=S.ON_NOTICE, needs=P.KEEP, is_primary=True,
            apart_from=frozenset({"recommend"}), is_public_act=True, then=effects.noticed,
            consequence=_l("公示期内任何人可以提出异议。公示只显示本人同意公开的资料。"),
        ),
        Step(
            deed="ask", label=_l("请补充资料"), from_=(S.SUBMITTED,), to=S.RETURNED, needs=P.KEEP, then=effects.decided,
            reason=_l("请补充什么（本人会看到）"),
        ),
        Step(
            deed="resubmit", label=_l("补充后重新提交"), from_=(S.RETURNED,), to=S.SUBMITTED, needs=P.OWN, is_primary=True,
            own_page=True, then=effects.submitted,
        ),
        Step(
            deed="refuse", label=_l("不予聘任"), from_=(S.SUBMITTED, S.RETURNED, S.ON_NOTICE), to=S.REFUSED, needs=P.KEEP,
            reason=_l("理由（本人会看到）"), is_dangerous=True, then=effects.decided,
        ),
        Step(
            deed="withdraw", label=_l("撤回"), from_=(S.SUBMITTED, S.RETURNED, S.ON_NOTICE), to=S.WITHDRAWN, needs=P.OWN,
            is_dangerous=True, consequence=_l("候选到此结束；以后可以重新应征。"),
        ),
        Step(
            deed="appoint", label=_l("聘任"), from_=(S.ON_NOTICE,), to=S.APPOINTED, needs=P.APPOINT, is_primary=True, own_page=True,
            apart_from=frozenset({"put_on_notice", "recommend"}), is_public_act=True, blocked=gates.notice_is_over,
            then=acting.appointed,
        ),
        Step(
            deed="renew", label=_l("续聘"), from_=(S.APPOINTED,), to=None, needs=P.APPOINT, own_page=True, is_public_act=True,
            blocked=gates.in_term, then=acting.renewed,
        ),
        Step(
            deed="suspend", label=_l("暂停"), from_=(S.APPOINTED,), to=S.SUSPENDED, needs=P.KEEP, is_public_act=True,
            reason=_l("暂停的理由（本人会看到）"), is_dangerous=True, then=acting.suspended,
            consequence=_l("暂停期间不分派任务，也不列入名册；聘期照算。"),
        ),
        Step(
            deed="resume", label=_l("恢复"), from_=(S.SUSPENDED,), to=S.APPOINTED, needs=P.KEEP, is_public_act=True,
            blocked=gates.in_term, then=acting.resumed,
        ),
        Step(
            deed="resign", label=_l("请辞"), from_=(S.APPOINTED, S.SUSPENDED), to=S.ENDED, needs=P.OWN, is_public_act=True,
            is_dangerous=True, reason=_l("说明"), reason_required=False, then=acting.ended,
            consequence=_l("自今日起不再是专家，聘书随即失效。"),
        ),
        Step(
            deed="dismiss", label=_l("解聘"), from_=(S.APPOINTED, S.SUSPENDED), to=S.ENDED, needs=P.APPOINT, is_public_act=True,
            is_dangerous=True, reason=_l("解聘的理由（本人会看到）"), then=acting.ended,
            consequence=_l("自今日起不再是专家，聘书随即失效；名册不再列出，理由不公开。"),
        ),
        Step(
            deed="expire", label=_l("聘期届满"), from_=(S.APPOINTED, S.SUSPENDED), to=S.ENDED, needs=P.APPOINT, by_clock=True,
            is_public_act=True, then=acting.ended,
        ),
    ],
)  # fmt: skip

OBJECTION = Workflow(
    name="expert_objection",
    title=_l("公示异议"),
    states=O,
    initial=O.OPEN,
    steps=[
        Step(
            deed="reject", label=_l("异议不成立"), from_=(O.OPEN,), to=O.REJECTED, needs=P.KEEP, is_primary=True,
            reason=_l("答复（提出人会收到）"), then=effects.answered,
        ),
        Step(
            deed="uphold", label=_l("异议成立"), from_=(O.OPEN,), to=O.UPHELD, needs=P.KEEP, reason=_l("答复（提出人会收到）"),
            then=effects.answered, consequence=_l("答复以后，请对候选人办理“不予聘任”，或说明为什么仍可聘任。"),
        ),
    ],
)  # fmt: skip

CALL = Workflow(
    name="expert_call",
    title=_l("专家征集"),
    states=C,
    initial=C.DRAFT,
    public_text=effects.call_text,
    steps=[
        Step(
            deed="publish", label=_l("发布征集"), from_=(C.DRAFT,), to=C.PUBLISHED, needs=P.ISSUE, is_primary=True,
            apart_from=frozenset({"draft_call"}), is_public_act=True, blocked=gates.still_open, then=effects.published,
        ),
        Step(
            deed="withdraw", label=_l("撤回"), from_=(C.PUBLISHED,), to=C.WITHDRAWN, needs=P.CALL, is_dangerous=True,
            is_public_act=True, reason=_l("撤回的理由（将公开）"), then=effects.withdrawn,
        ),
    ],
)  # fmt: skip
