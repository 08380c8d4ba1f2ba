"""What fills the blanks of the class helper and of model clauses."""

from collections.abc import Callable
from typing import Any

from association.kernel.proposals import Proposal
from association.works.models import ClassRule
from mcn.contracts.models import ModelClause


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    return {
        "class_rule": {
            "rule in force": first(ClassRule, state=Proposal.CONFIRMED).id,
            "rule proposed": first(ClassRule, state=Proposal.PROPOSED).id,
        },
        "model_clause": {
            "clause in force": first(ModelClause, state=Proposal.CONFIRMED).id,
            "clause proposed": first(ModelClause, state=Proposal.PROPOSED).id,
        },
    }
