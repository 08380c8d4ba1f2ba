"""Candidates and experts, brought there through the real actions."""

from datetime import date, timedelta

import time_machine

from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.experts import actions, effects
from association.experts.actions.candidacy import Data
from association.experts.models import ConsentKind, Expert, ExpertCall
from association.experts.workflow import CALL, EXPERT
from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import writing
from tests import cast, stages

TYPED = {
    "employer": "示例大学", "title": "教授", "level": "正高级", "field_names": ["剧本创作", "法学"], "profile": "研究剧本二十年。",
    "load_limit": "3",
}  # fmt: skip


def data(**changes: object) -> Data:
    facts = {**TYPED, "employer_code": "", "load_limit": 3, **changes}
    return Data(**facts)  # type: ignore[arg-type]


def the(id_: int) -> Expert:
    return session.get_one(Expert, id_)


def called(*, days: int = 30) -> int:
    """A published call."""
    with writing():
        closes = clock.today() + timedelta(days=days)
        call = actions.draft_call(
            title="征集剧本专家", text="条件和程序", closes_on=closes, actor=cast.staff("experts")
        )
        id_ = int(call.id)
    with writing():
        CALL.take("publish", session.get_one(ExpertCall, id_), actor=cast.staff("issuer"))
    return id_


def applied(account: Account, **changes: object) -> int:
    call = called()
    with writing():
        return int(
            actions.apply(session.get_one(ExpertCall, call), data(**changes), actor=actor_of(account)).id
        )


def on_notice(account: Account, *, consents: tuple[ConsentKind, ...] = (), **changes: object) -> int:
    id_ = applied(account, **changes)
    with writing():
        actions.set_consents(the(id_), kinds=consents, actor=actor_of(account))
    with writing():
        EXPERT.take("put_on_notice", the(id_), actor=cast.staff("experts"))
    return id_


def after_notice() -> time_machine.travel:
    """Ten days on: the notice is over."""
    return time_machine.travel(clock.now() + timedelta(days=10))


def appointed(
    account: Account, *, until: date | None = None, consents: tuple[ConsentKind, ...] = (), **changes: object
) -> int:
    """Serving from today; the notice ran ten days ago."""
    with time_machine.travel(clock.now() - timedelta(days=10)):
        id_ = on_notice(account, consents=consents, **changes)
    with writing():
        today = clock.today()
        actions.appoint(
            the(id_), from_on=today, to_on=until or effects.last_day(today), actor=cast.staff("issuer")
        )
    return id_


stages.remember(__name__)
