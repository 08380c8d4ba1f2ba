"""Proposing a period of the rule."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from association.kernel import audit
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.works import effects, letters
from association.works.models import ClassRule
from association.works.policy import P


def propose(
    *, in_force_from: date, makings: Sequence[str], key_from: int | None, ordinary_from: int | None, actor: Actor, **rest: Any
) -> ClassRule:  # fmt: skip
    """A period for somebody else to confirm. It may lie in the past: authorities publish late."""
    require(actor, P.PROPOSE_RULE)
    if ordinary_from is not None and (key_from is None or ordinary_from >= key_from):
        raise Refused(_("普通的起点要低于重点的起点；没有重点的起点时也不填。"), field="ordinary_from")
    rule = ClassRule(
        in_force_from=in_force_from, makings=list(makings), key_from=key_from, ordinary_from=ordinary_from,
        proposed_by=actor.account_id, **rest,
    )  # fmt: skip
    effects.refuse_same_day(rule, field="in_force_from")
    session.add(rule)
    session.flush()
    audit.record("propose", rule, actor=actor, reason=rule.basis)
    letters.waits(rule)
    return rule
