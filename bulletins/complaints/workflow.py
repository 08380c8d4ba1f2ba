"""The life of a complaint: who takes it in does not close it."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.complaints import effects
from bulletins.complaints.models import ComplaintState
from bulletins.complaints.policy import P

S = ComplaintState

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
            deed="check", label=_l("开始核查"), from_=(S.ACCEPTED,), to=S.CHECKING, needs=P.CHECK, is_primary=True,
            apart_from=frozenset({"accept"}),
        ),
        Step(
            deed="answer", label=_l("反馈"), from_=(S.CHECKING,), to=S.ANSWERED, needs=P.CHECK, is_primary=True,
            apart_from=frozenset({"accept"}), reason=_l("核查的结果（投诉人会看到；不写任何人的个人信息）"), then=effects.answered,
        ),
        Step(
            deed="check_again", label=_l("继续核查"), from_=(S.ANSWERED,), to=S.CHECKING, needs=P.CHECK, reason=_l("为什么继续核查"),
            apart_from=frozenset({"accept"}), then=effects.reopened,
        ),
        Step(
            deed="close", label=_l("办结"), from_=(S.ANSWERED,), to=S.CLOSED, needs=P.CHECK, apart_from=frozenset({"accept"}),
            then=effects.closed, consequence=_l("此后不再往来；举报人的身份按期限清除。"),
        ),
    ],
)  # fmt: skip
