"""The life of a wording."""

from association.kernel.proposals import Proposal, ProposalPermissions, proposing
from association.kernel.words import _l
from association.kernel.workflow import Workflow
from mcn.contracts import effects
from mcn.contracts.models import ModelClause
from mcn.contracts.policy import P

MODEL_CLAUSE = Workflow(
    name=ModelClause.__tablename__,
    title=_l("示范条款"),
    states=Proposal,
    initial=Proposal.PROPOSED,
    steps=proposing(
        ProposalPermissions(propose=P.PROPOSE_CLAUSE, confirm=P.CONFIRM_CLAUSE),
        confirmed=effects.confirmed,
        struck=effects.struck,
    ),
)
