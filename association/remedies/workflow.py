"""Two lives: of a guidance note, and of an interview."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.remedies import conditions, effects
from association.remedies.models import OWED, InterviewState, NoteState
from association.remedies.models.note import ANSWERED_BY_IT
from association.remedies.policy import P

N, M = NoteState, InterviewState
WRITTEN = frozenset({"draft", "propose"})

NOTE = Workflow(
    name="guidance_note",
    title=_l("指导意见"),
    states=N,
    initial=N.DRAFT,
    steps=[
        Step(
            deed="propose", label=_l("送签发"), from_=(N.DRAFT,), to=N.PROPOSED, needs=P.WRITE, is_primary=True, blocked=effects.not_ready,
            then=effects.proposed,
        ),
        Step(
            deed="issue", label=_l("签发"), from_=(N.PROPOSED,), to=N.ISSUED, needs=P.ISSUE, is_primary=True, apart_from=WRITTEN,
            blocked=effects.not_ready, then=effects.issued,
            consequence=_l("编号并写信给单位的经办人。会员和公约签署单位收到的是整改要求，其他单位收到的是改进建议；内容只有单位和当值的工作人员能看到。"),
        ),
        Step(
            deed="return_note", label=_l("退回修改"), from_=(N.PROPOSED,), to=N.DRAFT, needs=P.ISSUE, own_page=True, then=effects.returned,
        ),
        Step(deed="drop", label=_l("作废草稿"), from_=(N.DRAFT,), to=N.DROPPED, needs=P.WRITE, is_dangerous=True,
             consequence=_l("作废后不能恢复，只能另起一稿。")),
        Step(
            deed="receive", label=_l("签收"), from_=(N.ISSUED,), to=N.RECEIVED, needs=P.ANSWER, is_primary=True, blocked=effects.wants_report,
            then=effects.received, consequence=_l("记下由谁代表单位、在什么时候签收。签收只表明已经收到，不表明同意。"),
        ),
        Step(
            deed="note", label=_l("签收并知悉"), from_=(N.ISSUED,), to=N.CLOSED, needs=P.ANSWER, is_primary=True, blocked=effects.wants_none,
            then=effects.noted, consequence=_l("这份意见不要求报送材料，签收后即办结。"),
        ),
        Step(
            deed="plan", label=_l("报送计划"), from_=ANSWERED_BY_IT, to=None, needs=P.ANSWER, own_page=True, then=effects.planned,
        ),
        Step(
            deed="report", label=_l("报送材料"), from_=ANSWERED_BY_IT, to=N.REPORTED, needs=P.ANSWER, own_page=True, is_primary=True,
            then=effects.reported,
        ),
        Step(
            deed="wish_time", label=_l("申请延期"), from_=ANSWERED_BY_IT, to=None, needs=P.ANSWER, own_page=True, then=effects.wished,
        ),
        Step(
            deed="extend", label=_l("延期"), from_=OWED, to=None, needs=P.RECHECK, own_page=True, then=effects.extended,
        ),
        Step(
            deed="refuse_time", label=_l("不同意延期"), from_=OWED, to=None, needs=P.RECHECK, blocked=effects.wants_time, then=effects.refused,
            consequence=_l("期限不变，会写信告知单位。"),
        ),
        Step(
            deed="close", label=_l("复查通过，办结"), from_=(N.REPORTED,), to=N.CLOSED, needs=P.RECHECK, own_page=True, is_primary=True,
            apart_from=WRITTEN | {"issue"}, blocked=conditions.unmet, then=effects.closed,
        ),
        Step(
            deed="ask_again", label=_l("请单位补正"), from_=(N.REPORTED,), to=N.ASKED, needs=P.RECHECK, own_page=True,
            apart_from=WRITTEN | {"issue"}, then=effects.asked_again,
        ),
        Step(
            deed="withdraw", label=_l("撤回"), from_=(*OWED, N.REPORTED), to=N.WITHDRAWN, needs=P.ISSUE, own_page=True, is_dangerous=True,
            then=effects.withdrawn,
        ),
        Step(
            deed="remind", label=_l("到期前提醒"), from_=OWED, to=None, needs=P.RECHECK, by_clock=True, then=effects.reminded,
        ),
        Step(
            deed="escalate", label=_l("逾期，提请其他负责人"), from_=OWED, to=None, needs=P.RECHECK, by_clock=True, blocked=effects.not_late,
            then=effects.escalated,
        ),
    ],
)  # fmt: skip

INTERVIEW = Workflow(
    name="interview",
    title=_l("约谈"),
    states=M,
    initial=M.PROPOSED,
    steps=[
        Step(
            deed="confirm", label=_l("确认时间"), from_=(M.PROPOSED,), to=M.CONFIRMED, needs=P.MEET, is_primary=True, then=effects.confirmed,
        ),
        Step(
            deed="ask_move", label=_l("申请改期"), from_=(M.PROPOSED, M.CONFIRMED), to=M.MOVE_ASKED, needs=P.MEET, own_page=True,
            then=effects.move_asked,
        ),
        Step(
            deed="decline", label=_l("不接受邀请"), from_=(M.PROPOSED, M.CONFIRMED), to=M.DECLINED, needs=P.MEET, own_page=True,
            blocked=effects.must_come, then=effects.ended,
        ),
        Step(
            deed="move", label=_l("改定时间"), from_=(M.PROPOSED, M.MOVE_ASKED, M.CONFIRMED, M.ABSENT), to=M.PROPOSED, needs=P.INTERVIEW,
            own_page=True, then=effects.moved,
        ),
        Step(
            deed="hold", label=_l("登记到场和纪要"), from_=(M.CONFIRMED, M.OBJECTED), to=M.MINUTES, needs=P.INTERVIEW, own_page=True,
            is_primary=True, blocked=effects.not_yet, then=effects.held,
        ),
        Step(
            deed="absent", label=_l("登记未到场"), from_=(M.CONFIRMED,), to=M.ABSENT, needs=P.INTERVIEW, blocked=effects.not_yet,
            consequence=_l("可以另定时间，也可以取消。"),
        ),
        Step(
            deed="agree", label=_l("确认纪要"), from_=(M.MINUTES,), to=M.AGREED, needs=P.MEET, is_primary=True, then=effects.agreed,
            consequence=_l("确认纪要如实记录了谈话，不表明同意其中的看法。"),
        ),
        Step(
            deed="object", label=_l("对纪要提出异议"), from_=(M.MINUTES,), to=M.OBJECTED, needs=P.MEET, own_page=True, then=effects.objected,
        ),
        Step(
            deed="cancel", label=_l("取消"), from_=(M.PROPOSED, M.MOVE_ASKED, M.CONFIRMED, M.ABSENT), to=M.CANCELLED, needs=P.INTERVIEW,
            own_page=True, is_dangerous=True, then=effects.ended,
        ),
    ],
)  # fmt: skip
