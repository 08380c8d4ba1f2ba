"""The life of a review. Declaring, opinions and conferring are the panel's (association.panels); its events move the review on."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.review import effects, gates
from association.review.models import ReviewState
from association.review.policy import P

S = ReviewState

REVIEW = Workflow(
    name="work_review",
    title=_l("作品评议"),
    states=S,
    initial=S.SUBMITTED,
    steps=[
        Step(
            deed="accept", label=_l("受理"), from_=(S.SUBMITTED,), to=S.ACCEPTED, needs=P.ACCEPT, own_page=True, is_primary=True, then=effects.accepted,
        ),
        Step(
            deed="return_review", label=_l("退回补正"), from_=(S.SUBMITTED,), to=S.RETURNED, needs=P.ACCEPT,
            reason=_l("缺什么、怎么补（单位会看到）"), then=effects.returned,
        ),
        Step(
            deed="resubmit", label=_l("补正后重新提交"), from_=(S.RETURNED,), to=S.SUBMITTED, needs=P.OWN, own_page=True, is_primary=True,
            then=effects.resubmitted,
        ),
        Step(
            deed="assign", label=_l("指定专家"), from_=(S.ACCEPTED,), to=S.WATCHING, needs=P.ASSIGN, own_page=True, is_primary=True,
            then=effects.assigned,
        ),
        Step(
            deed="open_opinions", label=_l("意见到齐，开始合议"), from_=(S.WATCHING,), to=S.CONFERRING, needs=P.CONFER, by_clock=True,
        ),
        Step(
            deed="seek_again", label=_l("评审组解散，另行指定"), from_=(S.WATCHING, S.CONFERRING), to=S.ACCEPTED, needs=P.ASSIGN, by_clock=True,
            then=effects.sought_again,
        ),
        Step(
            deed="compile", label=_l("报告送签发"), from_=(S.CONFERRING,), to=S.SIGNING, needs=P.CONFER, is_primary=True,
            blocked=gates.report_not_ready, then=effects.compiled,
        ),
        Step(
            deed="return_report", label=_l("退回订正"), from_=(S.SIGNING,), to=S.CONFERRING, needs=P.ISSUE, reason=_l("要订正什么"),
        ),
        Step(
            deed="issue", label=_l("签发报告"), from_=(S.SIGNING,), to=S.REPORTED, needs=P.ISSUE, is_primary=True, apart_from=frozenset({"compile"}),
            then=effects.issued, consequence=_l("报告发给单位，不出现专家姓名。报告是供创作参考的意见，不是审查结论。"),
        ),
        Step(
            deed="answer", label=_l("提交答复"), from_=(S.REPORTED,), to=S.ANSWERED, needs=P.OWN, own_page=True, is_primary=True,
            blocked=gates.not_answered, then=effects.answered,
        ),
        Step(
            deed="recheck", label=_l("安排复核新版本"), from_=(S.ANSWERED,), to=S.ACCEPTED, needs=P.ACCEPT, is_primary=True,
            blocked=gates.nothing_to_recheck, consequence=_l("另组评审组，先请看过上一版的专家；他们逐条写明上一轮的问题有没有解决。"),
        ),
        Step(
            deed="archive", label=_l("归档"), from_=(S.REPORTED, S.ANSWERED), to=S.ARCHIVED, needs=P.ACCEPT, reason=_l("归档说明（单位会看到）"),
            blocked=gates.not_to_be_archived, then=effects.over,
        ),
        Step(
            deed="withdraw", label=_l("撤回"), from_=(S.SUBMITTED, S.RETURNED, S.ACCEPTED), to=S.WITHDRAWN, needs=P.OWN,
            reason=_l("撤回的原因"), is_dangerous=True, then=effects.over, consequence=_l("撤回后要评议须另行提交。"),
        ),
        Step(
            deed="stop", label=_l("中止评议"), from_=(S.ACCEPTED, S.WATCHING, S.CONFERRING), to=S.ARCHIVED, needs=P.ACCEPT,
            reason=_l("中止的原因（单位会看到）"), is_dangerous=True, then=effects.stopped,
            consequence=_l("解散评审组，没有公开的意见不经阅读即销毁。例如单位请求不再评议。"),
        ),
        Step(
            deed="remind", label=_l("到期前提醒单位"), from_=(S.REPORTED,), to=None, needs=P.ACCEPT, by_clock=True, then=effects.reminded,
        ),
    ],
)  # fmt: skip
