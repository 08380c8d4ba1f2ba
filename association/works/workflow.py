"""The life of a period of the rule."""

from association.kernel.proposals import Proposal, ProposalPermissions, proposing
from association.kernel.words import _l
from association.kernel.workflow import Workflow
from association.works import effects
from association.works.models import ClassRule
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
