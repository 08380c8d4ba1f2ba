"""Two lives: of a warning, and of what one organisation does about it."""

from association.kernel.lifecycles import PublishingPermissions, publishing, with_rows
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.warnings import effects
from bulletins.warnings.models import ReceiptState, WarningState
from bulletins.warnings.policy import P

S, R = WarningState, ReceiptState
OUT = (S.PUBLISHED, S.REDUCED)

_PUBLISHING = with_rows(
    publishing(
        PublishingPermissions(
            draft=P.DRAFT, first=P.FIRST, second=P.SECOND, third=P.THIRD, withdraw=P.WITHDRAW
        ),
        issue=effects.issued,
        withdraw=effects.withdrawn,
        states=S,
    ),
    submit={"blocked": effects.missing},
    third_review={
        "blocked": effects.missing,
        "consequence": _l("签发后编号公开，内容不能再改；必读的预警随即写信给适用单位的经办人。"),
    },
    withdraw={"from_": (*OUT, S.LIFTED, S.EXPIRED)},
)

WARNING = Workflow(
    name="warning",
    title=_l("风险预警"),
    states=S,
    initial=S.DRAFT,
    public_text=effects.public_text,
    steps=[
        *_PUBLISHING,
        Step(
            deed="reduce", label=_l("登记风险降低"), from_=OUT, to=S.REDUCED, needs=P.CLOSE, own_page=True,
            reason=_l("情况说明（公开）"), is_public_act=True, then=effects.reduced,
        ),
        Step(
            deed="lift", label=_l("解除预警"), from_=OUT, to=S.LIFTED, needs=P.CLOSE, is_primary=True,
            reason=_l("解除的说明（公开）"), is_public_act=True, then=effects.lifted,
            consequence=_l("公开页注明已解除和说明，收到过的单位会得到通知；没有确认的不必再确认。"),
        ),
        Step(
            deed="expire", label=_l("到期"), from_=OUT, to=S.EXPIRED, needs=P.CLOSE, by_clock=True, is_public_act=True,
            blocked=effects.not_past_its_day, then=effects.expired,
        ),
    ],
)  # fmt: skip

RECEIPT = Workflow(
    name="warning_receipt",
    title=_l("对预警的确认和处置"),
    states=R,
    initial=R.WAITING,
    steps=[
        Step(
            deed="confirm", label=_l("确认已阅知"), from_=(R.WAITING,), to=R.CONFIRMED, needs=P.CONFIRM, is_primary=True,
            blocked=effects.is_over, then=effects.confirmed,
            consequence=_l("记下由谁代表单位、在什么时候确认。确认只表明已经知道这份预警。"),
        ),
        Step(
            deed="report", label=_l("报送处置说明"), from_=(R.CONFIRMED, R.ASKED), to=R.REPORTED, needs=P.CONFIRM, own_page=True,
            is_primary=True, blocked=effects.wants_none, then=effects.reported,
        ),
        Step(
            deed="ask", label=_l("请补充说明"), from_=(R.REPORTED,), to=R.ASKED, needs=P.JUDGE,
            reason=_l("请补充什么（单位会收到）"),
        ),
        Step(deed="accept", label=_l("采纳说明"), from_=(R.REPORTED,), to=R.ACCEPTED, needs=P.JUDGE, is_primary=True),
        Step(
            deed="escalate", label=_l("逾期未确认，提请其他负责人"), from_=(R.WAITING,), to=None, needs=P.JUDGE, by_clock=True,
            blocked=effects.not_late, then=effects.escalated,
        ),
    ],
)  # fmt: skip
