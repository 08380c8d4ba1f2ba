"""The life of a complaint, in which who takes it in does not close it, and of a transfer, which one prepares and another sends."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.complaints import effects
from bulletins.complaints.models import ComplaintState, TransferState
from bulletins.complaints.policy import P

S = ComplaintState
TAKEN_IN = frozenset({"accept"})

COMPLAINT = Workflow(
    name="complaint",
    title=_l("投诉举报"),
    states=S,
    initial=S.RECEIVED,
    steps=[
        Step(
            deed="accept", label=_l("受理"), from_=(S.RECEIVED,), to=S.ACCEPTED, needs=P.TAKE_IN, is_primary=True, then=effects.accepted,
            consequence=_l("转给核查人员，核查和反馈的期限从今天起算。"),
        ),
        Step(
            deed="refuse", label=_l("不予受理"), from_=(S.RECEIVED,), to=S.REFUSED, needs=P.TAKE_IN, reason=_l("不予受理的理由（投诉人会看到）"),
            is_dangerous=True, then=effects.refused,
        ),
        Step(
            deed="check", label=_l("开始核查"), from_=(S.ACCEPTED,), to=S.CHECKING, needs=P.CHECK, is_primary=True, apart_from=TAKEN_IN,
        ),
        Step(
            deed="join", label=_l("合并办理"), from_=(S.RECEIVED, S.ACCEPTED, S.CHECKING), to=S.JOINED, needs=P.READ, own_page=True,
            then=effects.joined, consequence=_l("此后随主件办理：主件的进度和答复，这一件的投诉人也看到；往来仍各是各的。"),
        ),
        Step(
            deed="part", label=_l("分开办理"), from_=(S.JOINED,), to=S.ACCEPTED, needs=P.READ, reason=_l("为什么分开"), then=effects.parted,
            consequence=_l("重新单独核查，期限从今天起算。"), blocked=effects.why_not_part,
        ),
        Step(
            deed="bring", label=_l("转入案件"), from_=(S.CHECKING,), to=S.IN_CASE, needs=P.CHECK, own_page=True, apart_from=TAKEN_IN,
            then=effects.brought, consequence=_l("连同合并办理的各件转入案件；此后按案件的期限办理，结案后反馈。"),
        ),
        Step(
            deed="answer", label=_l("反馈"), from_=(S.CHECKING, S.IN_CASE), to=S.ANSWERED, needs=P.CHECK, is_primary=True, apart_from=TAKEN_IN,
            reason=_l("核查的结果（投诉人会看到；不写任何人的个人信息）"), then=effects.answered,
        ),
        Step(
            deed="extend", label=_l("延长期限"), from_=(S.CHECKING,), to=None, needs=P.CHECK, apart_from=TAKEN_IN, then=effects.extended,
            reason=_l("为什么要延长（投诉人会看到；不写任何人的个人信息）"), blocked=effects.why_not_extend,
        ),
        Step(
            deed="check_again", label=_l("继续核查"), from_=(S.ANSWERED,), to=S.CHECKING, needs=P.CHECK, reason=_l("为什么继续核查"),
            apart_from=TAKEN_IN, then=effects.reopened,
        ),
        Step(
            deed="close", label=_l("办结"), from_=(S.ANSWERED,), to=S.CLOSED, needs=P.CHECK, apart_from=TAKEN_IN,
            then=effects.closed, consequence=_l("此后不再往来；举报人的身份按期限清除。"),
        ),
    ],
)  # fmt: skip

T = TransferState

TRANSFER = Workflow(
    name="complaint_transfer",
    title=_l("移送"),
    states=T,
    initial=T.PREPARED,
    steps=[
        Step(
            deed="send", label=_l("移送"), from_=(T.PREPARED,), to=T.SENT, needs=P.TRANSFER, is_primary=True, own_page=True,
            apart_from=frozenset({"draw_up"}), then=effects.sent, consequence=_l("编文号、生成移送函；案卷可以下载后送达。"),
        ),
        Step(
            deed="drop", label=_l("不移送"), from_=(T.PREPARED,), to=T.DROPPED, needs=P.TRANSFER, reason=_l("为什么不移送"), is_dangerous=True,
        ),
        Step(
            deed="receive", label=_l("登记回执"), from_=(T.SENT,), to=T.RECEIVED, needs=P.TRANSFER, is_primary=True, own_page=True,
            then=effects.receipted,
        ),
    ],
)  # fmt: skip
