"""Two lives: of an initiator's invitation, and of a joining."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.appeals import effects
from bulletins.appeals.models import InitiatorState, JoiningState
from bulletins.appeals.policy import P

I, J = InitiatorState, JoiningState  # noqa: E741 - the table reads by it

INITIATOR = Workflow(
    name="appeal_initiator",
    title=_l("倡议单位的邀请"),
    states=I,
    initial=I.ASKED,
    steps=[
        Step(
            deed="agree", label=_l("同意共同倡议"), from_=(I.ASKED,), to=I.AGREED, needs=P.ANSWER, is_primary=True, own_page=True,
            blocked=effects.with_words, then=effects.agreed,
        ),
        Step(
            deed="decline", label=_l("不参加倡议"), from_=(I.ASKED,), to=I.DECLINED, needs=P.ANSWER,
            reason=_l("理由（秘书处会看到）"), reason_required=False, blocked=effects.still_written, then=effects.declined,
        ),
        Step(
            deed="ask_again", label=_l("再请确认"), from_=(I.AGREED, I.DECLINED, I.REMOVED), to=I.ASKED, needs=P.KEEP,
            blocked=effects.still_written, then=effects.asked_again,
            consequence=_l("单位的授权签署人会收到信函，看过现在的正文后重新答复。"),
        ),
        Step(
            deed="remove", label=_l("移出倡议单位"), from_=(I.ASKED, I.AGREED), to=I.REMOVED, needs=P.KEEP,
            blocked=effects.still_written, reason=_l("移出的理由（单位会收到）"), is_dangerous=True,
        ),
    ],
)  # fmt: skip

JOINING = Workflow(
    name="appeal_joining",
    title=_l("加入公益倡议"),
    states=J,
    initial=J.JOINED,
    public_text=effects.joining_text,
    steps=[
        Step(
            deed="leave", label=_l("退出倡议"), from_=(J.JOINED,), to=J.LEFT, needs=P.LEAVE, is_dangerous=True,
            reason=_l("说明（不公开）"), reason_required=False, is_public_act=True, then=effects.left,
            consequence=_l("自今日起退出；公开名单保留加入和退出的日期。以后可以重新加入。"),
        ),
    ],
)  # fmt: skip
