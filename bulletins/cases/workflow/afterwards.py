"""The appeal – 受理/补正/不予受理 → 维持/变更/撤销 – by others than the first hands, and the repair of credit – by others than those who investigated."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.cases.effects import afterwards as effects
from bulletins.cases.models import AppealState, RepairState
from bulletins.cases.policy import P
from bulletins.cases.workflow.procedure import ASKED, FIRST_HANDS

A, R = AppealState, RepairState

APPEAL = Workflow(
    name="case_appeal",
    title=_l("申诉的办理"),
    states=A,
    initial=A.LODGED,
    apart_with=lambda appeal: appeal.case,
    steps=[
        Step(
            deed="accept", label=_l("受理申诉"), from_=(A.LODGED,), to=A.ACCEPTED, needs=P.HEAR_APPEAL, is_primary=True, apart_from=FIRST_HANDS,
            reason=_l("受理的说明（单位会看到）"), then=effects.answered,
        ),
        Step(
            deed="ask_more", label=_l("请补正"), from_=(A.LODGED,), to=A.INCOMPLETE, needs=P.HEAR_APPEAL, apart_from=FIRST_HANDS,
            reason=_l("要补正什么（单位会看到）"), then=effects.asked_more, consequence=_l("过期没有补正的，视为撤回。"),
        ),
        Step(
            deed="refuse", label=_l("不予受理"), from_=(A.LODGED,), to=A.REFUSED, needs=P.HEAR_APPEAL, apart_from=FIRST_HANDS, is_dangerous=True,
            reason=_l("不予受理的理由（单位会看到）"), then=effects.answered, consequence=_l("原决定生效。"),
        ),
        Step(
            deed="complete", label=_l("补正申诉"), from_=(A.INCOMPLETE,), to=A.LODGED, needs=P.STATE, is_primary=True, reason=_l("补正的内容"),
            then=effects.completed,
        ),
        Step(
            deed="withdraw", label=_l("撤回申诉"), from_=(A.LODGED, A.INCOMPLETE, A.ACCEPTED), to=A.WITHDRAWN, needs=P.STATE, then=effects.over,
            consequence=_l("原决定生效，不能再次申诉。"), is_dangerous=True,
        ),
        Step(deed="lapse", label=_l("逾期未补正，视为撤回"), from_=(A.INCOMPLETE,), to=A.WITHDRAWN, needs=P.HEAR_APPEAL, by_clock=True, then=effects.over),
        Step(deed="judge", label=_l("复核的审议结束"), from_=(A.ACCEPTED,), to=A.DELIBERATED, needs=P.CONVENE, by_clock=True, then=effects.judged),
        Step(
            deed="prepare", label=_l("拟写申诉决定"), from_=(A.DELIBERATED,), to=A.PREPARED, needs=P.HEAR_APPEAL, own_page=True, is_primary=True,
            apart_from=FIRST_HANDS, then=effects.prepared,
        ),
        Step(
            deed="return_ruling", label=_l("退回重拟"), from_=(A.PREPARED,), to=A.DELIBERATED, needs=P.HEAR_APPEAL,
            apart_from=FIRST_HANDS | {"prepare"}, reason=_l("退回的理由"),
        ),
        Step(
            deed="decide", label=_l("签发申诉决定"), from_=(A.PREPARED,), to=A.DECIDED, needs=P.HEAR_APPEAL, is_primary=True,
            apart_from=FIRST_HANDS | {"prepare"}, then=effects.ruled, consequence=_l("申诉决定自签发之日起生效，是协会内的最终决定。"),
        ),
    ],
)  # fmt: skip

REPAIR = Workflow(
    name="case_repair",
    title=_l("信用修复的办理"),
    states=R,
    initial=R.APPLIED,
    apart_with=lambda repair: repair.case,
    steps=[
        Step(
            deed="grant", label=_l("同意修复"), from_=(R.APPLIED,), to=R.GRANTED, needs=P.REPAIR, is_primary=True, apart_from=ASKED,
            reason=_l("同意的理由（单位会看到）"), then=effects.repair_answered, consequence=_l("公示今天结束，单位的名称撤下。"),
        ),
        Step(
            deed="decline", label=_l("不同意修复"), from_=(R.APPLIED,), to=R.REFUSED, needs=P.REPAIR, apart_from=ASKED,
            reason=_l("不同意的理由（单位会看到）"), then=effects.repair_answered, consequence=_l("单位改正以后可以再次申请。"),
        ),
        Step(deed="take_back", label=_l("撤回申请"), from_=(R.APPLIED,), to=R.WITHDRAWN, needs=P.STATE, then=effects.repair_over),
    ],
)  # fmt: skip
