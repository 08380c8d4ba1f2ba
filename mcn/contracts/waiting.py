"""What waits at the desk: wordings the legal office has to look at."""

from collections.abc import Iterable

from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from mcn.contracts import queries
from mcn.contracts.policy import P
from mcn.contracts.workflow import MODEL_CLAUSE

AREA = "contracts"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    if not can(actor, P.CONFIRM_CLAUSE):
        return
    for clause in MODEL_CLAUSE.turns_of(actor, queries.proposed()):
        yield Waiting(
            title=_("示范条款：%(title)s", title=clause.title), ask=_("请从法律上看一遍，确认或者写明理由不采用。"),
            what=_("示范条款"), area=AREA, endpoint="model_clauses.show", values={"id": clause.id}, button=_("核对"),
        )  # fmt: skip
