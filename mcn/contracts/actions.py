"""Proposing a wording."""

from datetime import date, timedelta
from typing import Any

from association.kernel import audit, clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.regular import every
from association.kernel.words import _
from mcn.contracts import effects, letters, queries
from mcn.contracts.gate import figures_in
from mcn.contracts.models import ModelClause
from mcn.contracts.policy import P


def propose(*, topic: str, in_force_from: date, text: str, actor: Actor, **rest: Any) -> ModelClause:
    """A wording for the legal office to confirm. Refused where it names a share or an amount, or would begin in the past."""
    require(actor, P.PROPOSE_CLAUSE)
    if in_force_from < clock.today():
        raise Refused(_("只能从今天或以后起用。"), field="in_force_from")
    if found := figures_in(text):
        raise Refused(
            _("示范条款不写价格、分成比例和金额，“%(words)s”请改成空格，由双方商定。", words=found),
            field="text",
        )
    clause = ModelClause(
        topic=topic, in_force_from=in_force_from, text=text, proposed_by=actor.account_id, **rest
    )
    effects.refuse_same_day(clause, field="in_force_from")
    session.add(clause)
    session.flush()
    audit.record("propose", clause, actor=actor, reason=clause.basis)
    letters.waits(clause)
    return clause


@every(timedelta(hours=6), "contracts.found_as_in_force")
def find_as_in_force() -> int:
    """On the day a wording begins, search shows it; returns how many topics are found."""
    effects.publish()
    return len(queries.in_force(clock.today()))
