"""Two lives: of a consultation and of a comment."""

from association.consultations import effects
from association.consultations.models import CommentState, ConsultationState
from association.consultations.policy import P
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow

C, S = CommentState, ConsultationState

CONSULTATION = Workflow(
    name="consultation",
    title=_l("征求意见"),
    states=S,
    initial=S.OPEN,
    public_text=effects.public_text,
    steps=[
        Step(
            deed="begin", label=_l("开始征求意见"), from_=(S.COMING,), to=S.OPEN, needs=P.OPEN, by_clock=True,
            is_public_act=True, blocked=effects.not_yet, then=effects.begun,
        ),
        Step(
            deed="extend", label=_l("延长征求意见"), from_=(S.COMING, S.OPEN), to=None, needs=P.OPEN, own_page=True,
            reason=_l("延长的理由（公开）"), is_public_act=True, then=effects.extended,
            consequence=_l("截止日推后，公开页注明原来的截止日和延长的理由。截止日不能提前。"),
        ),
        Step(
            deed="close", label=_l("截止"), from_=(S.OPEN,), to=S.CLOSED, needs=P.OPEN, by_clock=True,
            blocked=effects.before_its_last_day_is_over, then=effects.closed,
        ),
        Step(
            deed="finish", label=_l("处理完毕，公布答复"), from_=(S.CLOSED,), to=S.ANSWERED, needs=P.FINISH,
            is_primary=True, is_public_act=True, blocked=effects.with_open_comments, then=effects.finished,
            consequence=_l("全部答复公开，并以信函告知每一位提出人。公布后不能再改答复。"),
        ),
        Step(
            deed="withdraw", label=_l("撤回征求意见"), from_=(S.COMING, S.OPEN, S.CLOSED), to=S.WITHDRAWN, needs=P.OPEN,
            reason=_l("撤回的理由（公开）"), is_dangerous=True, is_public_act=True, then=effects.withdrawn,
            consequence=_l("不再接收意见，也不再答复；公开页保留并写明理由，已提意见的人会收到信函。"),
        ),
        Step(
            deed="end", label=_l("随所属项目终止"), from_=(S.COMING, S.OPEN, S.CLOSED), to=S.WITHDRAWN, needs=P.OPEN,
            by_clock=True, reason=_l("终止的理由（公开）"), is_public_act=True, then=effects.withdrawn,
        ),
    ],
)  # fmt: skip

COMMENT = Workflow(
    name="consultation_comment",
    title=_l("对征求意见稿的意见"),
    states=C,
    initial=C.WAITING,
    steps=[
        Step(
            deed="prove", label=_l("确认是我的意见"), from_=(C.UNPROVEN,), to=C.WAITING, needs=P.COMMENT, own_page=True,
            blocked=effects.too_late, then=effects.received,
        ),
        Step(
            deed="show", label=_l("公开"), from_=(C.WAITING, C.HIDDEN), to=C.SHOWN, needs=P.LOOK, is_primary=True,
            then=effects.shown, consequence=_l("意见列在所评条款之下。个人只显示姓氏，单位显示名称。"),
        ),
        Step(
            deed="hide", label=_l("不公开"), from_=(C.WAITING, C.SHOWN), to=C.HIDDEN, needs=P.LOOK,
            reason=_l("不公开的理由（提出人会收到）"), then=effects.hidden,
            consequence=_l("只用于涉及个人信息、攻击他人或广告等不能公开的内容；意见仍须答复。"),
        ),
        Step(
            deed="mask", label=_l("隐去提出人"), from_=(C.WAITING, C.SHOWN), to=None, needs=P.LOOK,
            reason=_l("隐去的理由"), reason_required=False, blocked=effects.is_masked, then=effects.masked,
        ),
        Step(
            deed="unmask", label=_l("恢复显示提出人"), from_=(C.WAITING, C.SHOWN), to=None, needs=P.LOOK,
            blocked=effects.is_not_masked, then=effects.unmasked,
        ),
    ],
)  # fmt: skip
