"""Yearly statements through the real actions, due on 30 June."""

from collections.abc import Mapping
from datetime import date

import time_machine

from association.fulfilment import actions, clockwork, queries
from association.fulfilment.models import Kept, Statement
from association.fulfilment.workflow import STATEMENT
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.transactions import writing
from tests import cast, stages
from tests.association.pledges import signed as way

DUE = date(2027, 6, 30)
"""Of whoever signed on 2026-11-23."""


def on(day: str, hour: int = 10) -> time_machine.travel:
    """At a day and hour in China."""
    return time_machine.travel(f"{day}T{hour:02d}:00:00+08:00", tick=True)


def setting(key: str, value: object) -> None:
    admin = cast.staff("admin")
    with writing():
        dated.change(
            key, value=value, basis="测试", in_force_from=clock.today(), checked_by="甲样例", checked_on=clock.today(), actor=admin,
        )  # fmt: skip


def bound(serial: int = 101, **facts: object) -> cast.Firm:
    """An organisation that signs the newest pledge today."""
    firm = cast.verified(serial, **facts)
    way.confirmed(firm)
    return firm


def issued() -> None:
    """A pledge in force; statements are due on 30 June."""
    setting("fulfilment.due_on", "06-30")
    way.issued()


def ticked() -> int:
    """The clock's work, all that is due now."""
    with writing():
        moved = clockwork.keep_days()
    session.expire_all()
    return moved


def statement(firm: cast.Firm) -> Statement:
    """The one that is ahead or owed."""
    found = queries.living(way.pledge().id, firm.id)
    if found is None:
        raise LookupError(firm.id)
    return found


def drafted(
    firm: cast.Firm, *, answers: Mapping[str, tuple[Kept, str]] | None = None, is_open: bool = False
) -> Statement:
    with writing():
        actions.write(
            statement(firm), summary="全年按公约执行，首次投放前都核对过素材。", answers=answers or {}, is_open=is_open, evidence=[],
            actor=firm.clerk,
        )  # fmt: skip
    with writing():
        actions.submit(statement(firm), actor=firm.clerk)
    return statement(firm)


def given(firm: cast.Firm, **facts: object) -> None:
    """Written by the clerk, confirmed by the signer, now."""
    drafted(firm, **facts)  # type: ignore[arg-type]
    with writing():
        STATEMENT.take("give", statement(firm), actor=firm.signer)


stages.remember(__name__)
