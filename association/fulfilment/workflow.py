"""The life of a yearly statement."""

from association.fulfilment import effects
from association.fulfilment.models import LIVE, OWED, Statement, StatementState
from association.fulfilment.policy import P
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow

S = StatementState

STATEMENT: Workflow = Workflow(
    name=str(Statement.__tablename__),
    title=_l("年度履约说明"),
    states=S,
    initial=S.AHEAD,
    public_text=effects.public_text,
    steps=[
        Step(deed="open", label=_l("开始填报"), from_=(S.AHEAD,), to=S.OPEN, needs=P.DRAFT, by_clock=True),
        Step(
            deed="submit", label=_l("送签署人确认"), from_=(S.OPEN,), to=S.DRAFTED, needs=P.DRAFT, is_primary=True, blocked=effects.unfinished,
            then=effects.submitted, consequence=_l("送出后由授权签署人核对、确认；退回以前不能再改。"),
        ),
        Step(
            deed="give_back", label=_l("退回修改"), from_=(S.DRAFTED,), to=S.OPEN, needs=P.CONFIRM, reason=_l("要改什么"), then=effects.returned,
        ),
        Step(
            deed="give", label=_l("确认并报送"), from_=(S.DRAFTED,), to=S.GIVEN, needs=P.CONFIRM, is_primary=True, is_public_act=True,
            apart_from=frozenset({"draft_statement"}), then=effects.given,
            consequence=_l("报送后不能再改。公开的是单位已报送和日期；内容是否公开由单位选定，证明材料不公开。"),
        ),
        Step(
            deed="excuse", label=_l("免予报送"), from_=OWED, to=S.EXCUSED, needs=P.EXCUSE, reason=_l("理由（单位会看到）"), is_dangerous=True,
            then=effects.excused, consequence=_l("这一次不再要求报送。已经逾期或失效的，签署随即恢复。"),
        ),
        Step(deed="close", label=_l("不再需要"), from_=LIVE, to=S.CLOSED, needs=P.EXCUSE, by_clock=True, then=effects.closed),
    ],
)  # fmt: skip
