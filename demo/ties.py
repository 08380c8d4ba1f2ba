"""Ties of the demo's people, and a wall that two of them have lifted for a while."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.ties import actions
from association.ties.models import Lift, Tie
from association.ties.workflow import LIFT
from demo.cast import FIRMS, code

Scene = Callable[[int, int], AbstractContextManager[None]]
Who = Callable[[str], Actor]


def tell(scene: Scene, who: Who) -> None:
    """That expert2 works for 晨曦 is told in experts.py; a registrar has family at 松烟, whose application waits; expert5 may help once with 南风."""
    _declared(scene, who, "registrar2", "kin", "songyan", days_ago=40, note="")
    rival = _declared(
        scene, who, "expert5", "rival", "nanfeng", days_ago=200, note="曾就同一题材竞标（演示）。"
    )
    with scene(30, 3):
        lift = actions.propose_lift(
            session.get_one(Tie, rival), reason="该题材只有这一位专家熟悉，只用于一次咨询（演示）",
            until=clock.today() + timedelta(days=80), actor=who("experts"),
        )  # fmt: skip
        id_ = lift.id
    with scene(29, 3):
        LIFT.take("confirm", session.get_one(Lift, id_), actor=who("legal"))
    with scene(9, 3):
        actions.declare(kind="work", said="《样例长夜》", code="", from_on=None, to_on=None, note="担任过剧本顾问（演示）。", actor=who("expert3"))  # fmt: skip
    for expert in ("expert1", "expert2"):
        with scene(8, 3):
            actions.affirm(who(expert))


def _declared(scene: Scene, who: Who, person: str, kind: str, word: str, *, days_ago: int, note: str) -> int:
    firm = next(f for f in FIRMS if f.word == word)
    with scene(days_ago, 4):
        tie = actions.declare(
            kind=kind,
            said=firm.name,
            code=code(firm.serial),
            from_on=None,
            to_on=None,
            note=note,
            actor=who(person),
        )
        return int(tie.id)
