"""Somebody of the secretariat or an expert, tied to an organisation."""

from datetime import date, timedelta

from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import writing
from association.ties import actions
from association.ties.models import Lift, Tie
from association.ties.workflow import LIFT
from tests import cast, stages
from tests.cast import Firm


def tie(account: Account, firm: Firm, *, kind: str = "kin", to_on: date | None = None) -> int:
    """They declare it themselves, with the organisation's code."""
    with writing():
        made = actions.declare(
            kind=kind, said=firm.organisation.name, code=firm.organisation.uscc, from_on=None, to_on=to_on, note="",
            actor=actor_of(account),
        )  # fmt: skip
        return int(made.id)


def proposed(tie_id: int, by: Account, *, days: int = 30) -> int:
    with writing():
        until = clock.today() + timedelta(days=days)
        return int(
            actions.propose_lift(
                session.get_one(Tie, tie_id),
                reason="只有此人懂这一行（测试）",
                until=until,
                actor=actor_of(by),
            ).id
        )


def lifted(tie_id: int, *, days: int = 30) -> int:
    """Two people have lifted the wall."""
    id_ = proposed(tie_id, cast.somebody("experts"), days=days)
    with writing():
        LIFT.take("confirm", session.get_one(Lift, id_), actor=actor_of(cast.somebody("legal")))
    return id_


stages.remember(__name__)
