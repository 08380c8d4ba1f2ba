"""Two lives: of a panel, and of a seat."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.panels import effects, gates
from association.panels.models import SITTING, PanelState, SeatState
from association.panels.policy import P

S, T = PanelState, SeatState

PANEL = Workflow(
    name="panel",
    title=_l("评审组"),
    states=S,
    initial=S.OPEN,
    steps=[
        Step(
            deed="close", label=_l("开封"), from_=(S.OPEN,), to=S.CLOSED, needs=P.KEEP, is_primary=True,
            blocked=gates.still_sealed, then=effects.opened,
            consequence=_l("开封后各人的意见对有权查看的人公开，不能再改；没有提交的不再收。"),
        ),
        Step(
            deed="count", label=_l("到齐或到期开封"), from_=(S.OPEN,), to=S.CLOSED, needs=P.KEEP, by_clock=True,
            blocked=gates.still_sealed, then=effects.opened,
        ),
        Step(
            deed="extend", label=_l("延长截止日"), from_=(S.OPEN,), to=None, needs=P.KEEP, own_page=True,
            reason=_l("延长的理由（成员会看到）"), then=effects.extended,
        ),
        Step(
            deed="settle", label=_l("全体确认纪要"), from_=(S.CLOSED,), to=S.CONCLUDED, needs=P.KEEP, by_clock=True,
            then=effects.concluded,
        ),
        Step(
            deed="conclude", label=_l("附记录办结"), from_=(S.CLOSED,), to=S.CONCLUDED, needs=P.KEEP, is_primary=True,
            blocked=gates.not_to_be_concluded, reason=_l("为什么不等全体确认"), then=effects.concluded,
            consequence=_l("没有确认的和不同意纪要的，连同理由一并留存。"),
        ),
        Step(
            deed="dissolve", label=_l("解散评审组"), from_=(S.OPEN, S.CLOSED), to=S.DISSOLVED, needs=P.KEEP, is_dangerous=True,
            reason=_l("解散的理由（成员会看到）"), then=effects.dissolved,
            consequence=_l("还没有开封的意见不再打开，随即销毁；需要时可以另组。"),
        ),
        Step(
            deed="fall", label=_l("随事项终止"), from_=(S.OPEN, S.CLOSED), to=S.DISSOLVED, needs=P.KEEP, by_clock=True,
            then=effects.dissolved,
        ),
    ],
)  # fmt: skip

SEAT = Workflow(
    name="panel_seat",
    title=_l("评审组成员"),
    states=T,
    initial=T.NAMED,
    steps=[
        Step(
            deed="declare_clear", label=_l("声明无利害关系"), from_=(T.NAMED,), to=T.CLEAR, needs=P.DECLARE, is_primary=True,
            blocked=gates.is_over, then=effects.cleared,
            consequence=_l("我与这件事和列出的各方没有任职、近亲、投资、竞争等利害关系。以后有变化，随时改为回避。"),
        ),
        Step(
            deed="declare_tie", label=_l("有利害关系，回避"), from_=SITTING, to=T.STOOD_DOWN, needs=P.DECLARE, own_page=True,
            is_dangerous=True, blocked=gates.is_over, then=effects.tied,
        ),
        Step(
            deed="stand_down", label=_l("按登记的利害关系回避"), from_=SITTING, to=T.STOOD_DOWN, needs=P.KEEP, by_clock=True,
            blocked=gates.is_over, then=effects.stood_down,
        ),
        Step(
            deed="replace", label=_l("更换"), from_=(*SITTING, T.STOOD_DOWN), to=T.LEFT, needs=P.KEEP, own_page=True,
            reason=_l("更换的理由"), blocked=gates.may_go, then=effects.replaced,
        ),
        Step(
            deed="remove", label=_l("不再参加"), from_=(*SITTING, T.STOOD_DOWN), to=T.LEFT, needs=P.KEEP, is_dangerous=True,
            reason=_l("不再参加的理由"), blocked=gates.may_go, then=effects.removed,
            consequence=_l("不补人。低于规定的人数时，意见不能开封。"),
        ),
    ],
)  # fmt: skip
