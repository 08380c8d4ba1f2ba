"""Three lives: of a question, of a plan, of a paper. Who writes a question or a plan does not put it into use; who marked does not decide an appeal."""

from association.exams import effects, gates
from association.exams.models import PlanState, QuestionState, SittingState
from association.exams.policy import P
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow

Q, PL, S = QuestionState, PlanState, SittingState

QUESTION = Workflow(
    name="exam_question",
    title=_l("考题"),
    states=Q,
    initial=Q.DRAFT,
    steps=[
        Step(
            deed="use", label=_l("启用题目"), from_=(Q.DRAFT,), to=Q.USED, needs=P.USE, is_primary=True,
            apart_from=frozenset({"draft_question"}), blocked=gates.is_whole, then=effects.used,
            consequence=_l("启用后不能再改；要改的停用后另起草。"),
        ),
        Step(
            deed="doubt", label=_l("所引条款变动，要复核"), from_=(Q.USED, Q.DOUBTED), to=Q.DOUBTED, needs=P.WRITE, by_clock=True,
            then=effects.doubted,
        ),
        Step(
            deed="clear", label=_l("变动已撤回"), from_=(Q.DOUBTED,), to=Q.USED, needs=P.WRITE, by_clock=True, then=effects.cleared,
        ),
        Step(
            deed="hold", label=_l("复核：题目仍然成立"), from_=(Q.DOUBTED,), to=Q.USED, needs=P.WRITE, is_primary=True,
            reason=_l("复核的说明"), blocked=gates.is_in_doubt, then=effects.held, consequence=_l("题目重新进入组卷。"),
        ),
        Step(
            deed="retire", label=_l("停用题目"), from_=(Q.DRAFT, Q.USED, Q.DOUBTED), to=Q.RETIRED, needs=P.WRITE, is_dangerous=True,
            reason=_l("停用的理由"), then=effects.retired, consequence=_l("不再用于新的试卷；考过的试卷不变。"),
        ),
    ],
)  # fmt: skip

PLAN = Workflow(
    name="exam_plan",
    title=_l("组卷方案"),
    states=PL,
    initial=PL.DRAFT,
    steps=[
        Step(
            deed="enforce", label=_l("启用组卷方案"), from_=(PL.DRAFT,), to=PL.IN_FORCE, needs=P.USE, is_primary=True,
            apart_from=frozenset({"plan_exam"}), blocked=gates.fits_the_bank, then=effects.in_force,
            consequence=_l("此后结束的各期都要考试合格才签发证书；原来的方案随即停用。"),
        ),
        Step(
            deed="end", label=_l("停用组卷方案"), from_=(PL.DRAFT, PL.IN_FORCE), to=PL.ENDED, needs=P.USE, is_dangerous=True,
            reason=_l("停用的理由"), then=effects.ended, consequence=_l("这门课程不再要求考试；正在考的照常考完。"),
        ),
    ],
)  # fmt: skip

SITTING = Workflow(
    name="exam_sitting",
    title=_l("考试"),
    states=S,
    initial=S.OPEN,
    steps=[
        Step(
            deed="hand_in", label=_l("交卷"), from_=(S.OPEN,), to=S.MARKING, needs=P.SIT, is_primary=True, own_page=True, blocked=gates.in_time,
            then=effects.handed_in, consequence=_l("交卷以后不能再改答案。"),
        ),
        Step(
            deed="time_up", label=_l("时间到，系统交卷"), from_=(S.OPEN,), to=S.MARKING, needs=P.SIT, by_clock=True, then=effects.time_up,
        ),
        Step(
            deed="mark", label=_l("评阅"), from_=(S.MARKING,), to=S.PASSED, needs=P.MARK, is_primary=True, own_page=True, then=effects.marked,
        ),
        Step(
            deed="appeal", label=_l("申诉"), from_=(S.FAILED,), to=S.APPEALED, needs=P.SIT, reason=_l("哪一题、为什么应当重新评阅（评阅人会看到，请不要写姓名）"),
            blocked=gates.may_appeal, then=effects.appealed, consequence=_l("由没有评过这份试卷的师资复核；复核只加分，不减分。"),
        ),
        Step(
            deed="review", label=_l("复核申诉"), from_=(S.APPEALED,), to=S.FAILED, needs=P.MARK, is_primary=True, own_page=True,
            apart_from=frozenset({"mark"}), reason=_l("复核的说明（本人会看到）"), then=effects.reviewed,
        ),
    ],
)  # fmt: skip
