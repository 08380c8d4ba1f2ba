"""Two lives: of an inquiry, and of a measure."""

from association.inquiries import effects, ladder
from association.inquiries.models import OPEN, PENDING, InquiryState, MeasureState
from association.inquiries.policy import P
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow

S, M = InquiryState, MeasureState

INQUIRY = Workflow(
    name="pledge_inquiry",
    title=_l("对签署单位的提醒和质询"),
    states=S,
    initial=S.ASKED,
    steps=[
        Step(
            deed="reply", label=_l("答复"), from_=(S.ASKED, S.SILENT), to=S.REPLIED, needs=P.REPLY, own_page=True, is_primary=True,
            then=effects.replied,
        ),
        Step(
            deed="ask_again", label=_l("请补充说明"), from_=(S.REPLIED,), to=S.ASKED, needs=P.RAISE, reason=_l("还要说明什么（单位会看到）"),
            then=effects.asked_again,
        ),
        Step(
            deed="settle", label=_l("了结"), from_=(S.REPLIED, S.SILENT, S.MEASURES), to=S.SETTLED, needs=P.RAISE, is_primary=True,
            reason=_l("了结的理由（单位会看到）"), blocked=ladder.not_settled, then=effects.ended, consequence=_l("到此结束，不采取进一步的措施。"),
        ),
        Step(
            deed="escalate", label=_l("提出措施"), from_=(S.REPLIED, S.SILENT, S.MEASURES), to=S.MEASURES, needs=P.RAISE, own_page=True,
            is_dangerous=True, blocked=ladder.not_yet,
        ),
        Step(deed="fall_silent", label=_l("逾期未答复"), from_=(S.ASKED,), to=S.SILENT, needs=P.RAISE, by_clock=True),
        Step(
            deed="close", label=_l("不再办理"), from_=OPEN, to=S.CLOSED, needs=P.RAISE, by_clock=True, then=effects.ended,
        ),
    ],
)  # fmt: skip

MEASURE = Workflow(
    name="pledge_measure",
    title=_l("对签署单位的措施"),
    states=M,
    initial=M.PROPOSED,
    public_text=effects.public_text,
    steps=[
        Step(
            deed="plead", label=_l("陈述申辩"), from_=(M.PROPOSED,), to=M.HEARD, needs=P.REPLY, own_page=True, is_primary=True,
            then=effects.pleaded,
        ),
        Step(
            deed="decide", label=_l("决定采取"), from_=(M.PROPOSED, M.HEARD), to=M.DECIDED, needs=P.DECIDE, own_page=True, is_primary=True,
            reason=_l("决定的理由（单位会看到）"), blocked=ladder.hearing, then=effects.decided,
        ),
        Step(
            deed="drop", label=_l("不予采取"), from_=(M.PROPOSED, M.HEARD), to=M.DROPPED, needs=P.DECIDE, reason=_l("不予采取的理由（单位会看到）"),
            blocked=ladder.hearing, then=effects.dropped,
        ),
        Step(
            deed="object", label=_l("提出异议"), from_=(M.DECIDED,), to=M.OBJECTED, needs=P.OBJECT, own_page=True, is_primary=True,
            blocked=ladder.too_late, then=effects.objected,
        ),
        Step(
            deed="uphold", label=_l("支持异议"), from_=(M.OBJECTED,), to=M.ANNULLED, needs=P.REVIEW, reason=_l("复核的理由（单位会看到）"),
            is_primary=True, then=effects.upheld, consequence=_l("决定撤销，不产生效力。"),
        ),
        Step(
            deed="dismiss", label=_l("维持决定"), from_=(M.OBJECTED,), to=M.IN_FORCE, needs=P.REVIEW, reason=_l("复核的理由（单位会看到）"),
            is_public_act=True, then=effects.dismissed, consequence=_l("决定即日生效。"),
        ),
        Step(
            deed="take_effect", label=_l("生效"), from_=(M.DECIDED,), to=M.IN_FORCE, needs=P.DECIDE, by_clock=True, is_public_act=True,
            then=effects.took_effect,
        ),
        Step(
            deed="report", label=_l("报告改正"), from_=(M.IN_FORCE,), to=None, needs=P.REPLY, own_page=True, is_primary=True,
            then=effects.reported,
        ),
        Step(
            deed="lift", label=_l("提前解除"), from_=(M.IN_FORCE,), to=M.LIFTED, needs=P.DECIDE, reason=_l("解除的理由（单位会看到）"),
            is_public_act=True, then=effects.lifted, consequence=_l("措施即日终止；公示随即撤下。"),
        ),
        Step(
            deed="expire", label=_l("期满"), from_=(M.IN_FORCE,), to=M.OVER, needs=P.DECIDE, by_clock=True, is_public_act=True,
            then=effects.expired,
        ),
        Step(
            deed="close", label=_l("不再办理"), from_=(*PENDING, M.IN_FORCE), to=M.CLOSED, needs=P.DECIDE, by_clock=True, then=effects.closed,
        ),
    ],
)  # fmt: skip
