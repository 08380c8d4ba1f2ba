"""The lives of a report, an edition and of what is counted."""

from association.kernel.proposals import Proposal, ProposalPermissions, proposing
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.figures import effects
from bulletins.figures.models import Edition, EditionState, Fault, Report, ReportState
from bulletins.figures.policy import P

R, E = ReportState, EditionState

REPORT = Workflow(
    name=Report.__tablename__,
    title=_l("单位的行业数据"),
    states=R,
    initial=R.DRAFT,
    steps=[
        Step(
            deed="submit", label=_l("送签署人确认"), from_=(R.DRAFT,), to=R.PREPARED, needs=P.REPORT, is_primary=True, blocked=effects.not_whole,
            consequence=_l("送出后由授权签署人核对、确认；退回以前不能再改。"),
        ),
        Step(
            deed="give_back", label=_l("退回修改"), from_=(R.PREPARED,), to=R.DRAFT, needs=P.CONFIRM, reason=_l("要改什么"), then=effects.returned,
        ),
        Step(
            deed="confirm", label=_l("确认并报送"), from_=(R.PREPARED,), to=R.CONFIRMED, needs=P.CONFIRM, is_primary=True, blocked=effects.not_whole,
            apart_from=frozenset({"draft_figures"}), then=effects.confirmed,
            consequence=_l("报送后计入行业合计；要改的另报更正。本单位的数不公开，别的单位也看不到。"),
        ),
        Step(
            deed="ask", label=_l("请单位说明"), from_=(R.CONFIRMED,), to=R.ASKED, needs=P.ASK, reason=_l("要说明什么（单位会看到）"), then=effects.noted,
        ),
        Step(
            deed="explain", label=_l("说明情况"), from_=(R.ASKED,), to=R.CONFIRMED, needs=P.REPORT, reason=_l("情况说明"), is_primary=True, then=effects.noted,
            consequence=_l("数没有错的，写明情况；有错的，请另报更正。"),
        ),
        Step(
            deed="drop", label=_l("作废这一稿"), from_=(R.DRAFT, R.PREPARED), to=R.DROPPED, needs=P.REPORT, is_dangerous=True,
            consequence=_l("作废后不能恢复，可以另填一份；已报送的不受影响。"),
        ),
    ],
)  # fmt: skip

EDITION = Workflow(
    name=Edition.__tablename__,
    title=_l("一期行业数据"),
    states=E,
    initial=E.DRAFT,
    public_text=effects.public_text,
    steps=[
        Step(
            deed="issue", label=_l("签发公布"), from_=(E.DRAFT,), to=E.ISSUED, needs=P.ISSUE, is_primary=True, is_public_act=True,
            apart_from=frozenset({"draft_edition"}), blocked=effects.is_behind, then=effects.issued,
            consequence=_l("公布后合计不能再改；以后有更正的，另出修订版，这一版仍可查看。"),
        ),
        Step(
            deed="drop", label=_l("作废"), from_=(E.DRAFT,), to=E.DROPPED, needs=P.DROP, reason=_l("作废的理由"), is_dangerous=True,
            consequence=_l("作废后可以重新拟定。"),
        ),
    ],
)  # fmt: skip

FAULT = Workflow(
    name=Fault.__tablename__,
    title=_l("统计项目"),
    states=Proposal,
    initial=Proposal.PROPOSED,
    steps=proposing(ProposalPermissions(propose=P.PROPOSE_FAULT, confirm=P.CONFIRM_FAULT), confirmed=effects.fault_confirmed),
)  # fmt: skip
