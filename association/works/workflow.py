"""Two lives: of a period of the rule, and of a work on the register."""

from association.kernel.proposals import Proposal, ProposalPermissions, proposing
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.works import effects
from association.works.models import ClassRule, Work, WorkState
from association.works.policy import P

CLASS_RULE = Workflow(
    name=ClassRule.__tablename__,
    title=_l("一个时期的分类规则"),
    states=Proposal,
    initial=Proposal.PROPOSED,
    steps=proposing(
        ProposalPermissions(propose=P.PROPOSE_RULE, confirm=P.CONFIRM_RULE), confirmed=effects.confirmed
    ),
)

W = WorkState
WORK = Workflow(
    name=Work.__tablename__,
    title=_l("作品"),
    states=W,
    initial=W.DRAFT,
    steps=[
        Step(
            deed="keep_work", label=_l("登记在册"), from_=(W.DRAFT,), to=W.KEPT, needs=P.KEEP_WORK, is_primary=True, blocked=effects.not_whole,
            then=effects.kept,
            consequence=_l("登记在册以后，当值的评议工作人员能看到这些资料，别的单位和公众看不到。登记不是备案，也不是许可。"),
        ),
        Step(
            deed="reckon", label=_l("按现在的规则重新判断"), from_=(W.KEPT,), to=None, needs=P.KEEP_WORK, blocked=effects.has_not_moved,
            then=effects.reckoned,
            consequence=_l("登记的分类规则有变动，这部作品的类别提示或者依据随之改写；原来的留在办理记录里。"),
        ),
        Step(
            deed="withdraw_work", label=_l("移出"), from_=(W.DRAFT, W.KEPT), to=W.WITHDRAWN, needs=P.KEEP_WORK, reason=_l("移出的原因"),
            is_dangerous=True, blocked=effects.must_stay, then=effects.withdrawn,
            consequence=_l("移出以后不能再改，也不能再送评议；资料和办理记录保留，只有本单位和当值的工作人员能看到。"),
        ),
    ],
)  # fmt: skip
