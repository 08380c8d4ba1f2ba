"""Two lives: of a motion, and of a ballot."""

from association.amendments import effects
from association.amendments.models import BallotState, MotionState
from association.amendments.policy import P
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow

M, B = MotionState, BallotState

MOTION = Workflow(
    name="pledge_motion",
    title=_l("公约的修订动议"),
    states=M,
    initial=M.RECEIVED,
    public_text=effects.motion_text,
    steps=[
        Step(
            deed="accept", label=_l("受理并公开"), from_=(M.RECEIVED,), to=M.OPEN, needs=P.RECEIVE, is_primary=True, is_public_act=True,
            blocked=effects.risk_unread, then=effects.opened,
            consequence=_l("受理只核对形式：由签署单位提出，文字可以公开。公开后其他签署单位可以附议。"),
        ),
        Step(
            deed="clear", label=_l("法务审通过并公开"), from_=(M.RECEIVED,), to=M.OPEN, needs=P.CLEAR, is_primary=True, is_public_act=True,
            blocked=effects.no_risk, then=effects.opened,
            reason=_l("法务意见：这些文字为什么不构成价格、划分市场或联合抵制的约定"),
        ),
        Step(
            deed="decline", label=_l("不予受理"), from_=(M.RECEIVED,), to=M.DECLINED, needs=P.RECEIVE, is_dangerous=True,
            blocked=effects.risk_unread, reason=_l("不予受理的理由（单位会收到）"), then=effects.ended,
            consequence=_l("动议不公开；单位可以改写后重新提出。"),
        ),
        Step(
            deed="decline_risky", label=_l("法务审不通过"), from_=(M.RECEIVED,), to=M.DECLINED, needs=P.CLEAR, is_dangerous=True,
            blocked=effects.no_risk, reason=_l("不通过的理由（单位会收到）"), then=effects.ended,
            consequence=_l("动议不公开；单位可以改写后重新提出。"),
        ),
        Step(
            deed="take_back", label=_l("撤回动议"), from_=(M.RECEIVED, M.OPEN), to=M.TAKEN_BACK, needs=P.TAKE_BACK, is_dangerous=True,
            is_public_act=True, then=effects.ended, consequence=_l("撤回后附议随之失效；已经公开的动议注明已撤回。"),
        ),
        Step(
            deed="reach", label=_l("附议达到比例"), from_=(M.OPEN,), to=M.REACHED, needs=P.RECEIVE, by_clock=True, is_public_act=True,
        ),
        Step(
            deed="take_up", label=_l("开始修订"), from_=(M.REACHED,), to=M.TAKEN_UP, needs=P.PROPOSE, by_clock=True, is_public_act=True,
            then=effects.taken_up,
        ),
        Step(
            deed="lapse", label=_l("期满附议不够"), from_=(M.OPEN, M.REACHED), to=M.LAPSED, needs=P.RECEIVE, by_clock=True,
            is_public_act=True, then=effects.ended,
        ),
    ],
)  # fmt: skip

BALLOT = Workflow(
    name="pledge_ballot",
    title=_l("签署单位的表决"),
    states=B,
    initial=B.OPEN,
    public_text=effects.ballot_text,
    steps=[
        Step(
            deed="carry", label=_l("表决通过"), from_=(B.OPEN,), to=B.CARRIED, needs=P.PUT_TO_VOTE, by_clock=True, is_public_act=True,
            then=effects.carried,
        ),
        Step(
            deed="fail", label=_l("表决未通过"), from_=(B.OPEN,), to=B.FAILED, needs=P.PUT_TO_VOTE, by_clock=True, is_public_act=True,
            then=effects.failed,
        ),
        Step(
            deed="call_off", label=_l("撤回表决"), from_=(B.OPEN,), to=B.CALLED_OFF, needs=P.PUT_TO_VOTE, is_dangerous=True,
            is_public_act=True, blocked=effects.over, reason=_l("撤回的理由（公开）"), then=effects.called_off,
            consequence=_l("已经投的票作废，不计票；正文可以再改，改后须重新表决。"),
        ),
    ],
)  # fmt: skip
