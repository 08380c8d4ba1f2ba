"""Two lives: of a tie, and of the lifting of a wall. What takes a wall away asks for two people."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.ties import effects
from association.ties.models import LiftState, TieState
from association.ties.policy import P

S, L = TieState, LiftState

TIE = Workflow(
    name="tie",
    title=_l("利害关系"),
    states=S,
    initial=S.DECLARED,
    steps=[
        Step(
            deed="recognise", label=_l("认定对方"), from_=(S.DECLARED,), to=S.STANDING, needs=P.KEEP, is_primary=True,
            own_page=True, then=effects.recognised,
        ),
        Step(
            deed="set_aside", label=_l("不涉及本站"), from_=(S.DECLARED,), to=S.SET_ASIDE, needs=P.KEEP,
            reason=_l("为什么不涉及（本人会看到）"), is_dangerous=True,
            consequence=_l("对方不在本站办事时，不必回避；以后对方来了，可以重新认定。"),
        ),
        Step(deed="reopen", label=_l("重新认定"), from_=(S.SET_ASIDE,), to=S.DECLARED, needs=P.KEEP),
        Step(
            deed="close", label=_l("登记关系结束"), from_=(S.STANDING,), to=None, needs=P.KEEP, own_page=True,
            blocked=effects.lasts, then=effects.closed,
        ),
        Step(
            deed="question", label=_l("提请撤销"), from_=(S.STANDING,), to=S.QUESTIONED, needs=P.KEEP,
            reason=_l("登记错在哪里"), is_dangerous=True,
            consequence=_l("只用于登记有误。第二人确认以前继续回避；真实的关系只能按期解除，不能撤销。"),
        ),
        Step(
            deed="strike", label=_l("确认撤销"), from_=(S.QUESTIONED,), to=S.STRUCK, needs=P.CONFIRM, is_primary=True,
            apart_from=frozenset({"question", "enter_tie"}), is_dangerous=True,
            consequence=_l("撤销后不再因此回避；记录保留。"),
        ),
        Step(
            deed="uphold", label=_l("维持回避"), from_=(S.QUESTIONED,), to=S.STANDING, needs=P.CONFIRM,
            apart_from=frozenset({"question"}), reason=_l("维持的理由"),
        ),
    ],
)  # fmt: skip

LIFT = Workflow(
    name="tie_lift",
    title=_l("解除回避"),
    states=L,
    initial=L.PROPOSED,
    public_text=effects.public_text,
    steps=[
        Step(
            deed="confirm", label=_l("同意解除"), from_=(L.PROPOSED,), to=L.LIFTED, needs=P.CONFIRM, is_primary=True,
            apart_from=frozenset({"propose_lift"}), is_public_act=True, blocked=effects.in_time, then=effects.lifted,
            consequence=_l("到最后一天为止，对方可以凭角色办理涉及这一方的事；次数和种类会公开，不公开姓名和单位。"),
        ),
        Step(
            deed="refuse", label=_l("不予同意"), from_=(L.PROPOSED,), to=L.REFUSED, needs=P.CONFIRM,
            apart_from=frozenset({"propose_lift"}), reason=_l("不予同意的理由"),
        ),
        Step(deed="withdraw", label=_l("撤回提议"), from_=(L.PROPOSED,), to=L.WITHDRAWN, needs=P.KEEP),
        Step(
            deed="end", label=_l("提前恢复回避"), from_=(L.LIFTED,), to=L.ENDED, needs=P.KEEP, is_public_act=True,
            blocked=effects.has_ended_itself, then=effects.ended, reason=_l("恢复的理由"),
        ),
    ],
)  # fmt: skip
