"""The minutes: written by one, confirmed by the others, and what is kept of who does not agree."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from association.kernel import clock, events
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.panels import actions, queries
from association.panels.events import PanelConcluded
from association.panels.models import PanelState
from tests import cast
from tests.association.panels import boards as b


@pytest.fixture(autouse=True)
def _known() -> Iterator[None]:
    with b.known():
        yield


def _letters(template: str) -> list[str]:
    rows = select(Letter.to_address).where(Letter.template == f"panels/{template}").order_by(Letter.id)
    return list(session.scalars(rows))


def test_minutes_are_written_by_one_and_confirmed_by_the_others(app: Flask) -> None:
    concluded: list[str] = []
    events.subscribe(PanelConcluded, lambda event: concluded.append(event.minutes.conclusion))
    first, second, third = b.experts()
    panel = b.convened(cast.verified(101), [first, second, third])
    b.clear(panel, first, second, third)
    b.voted(panel, first)
    b.voted(panel, second)
    with pytest.raises(Forbidden), writing():
        actions.write_minutes(b.the(panel), conclusion="fit", text="纪要", actor=cast.actor(first))
    b.voted(panel, third, "unfit", "依据不足")
    by, by2, by3 = (cast.actor(a) for a in (first, second, third))
    with writing():
        actions.write_minutes(b.the(panel), conclusion="fit", text="多数同意。", actor=by)
    assert [o.because for o in queries.dissents(b.the(panel))] == ["依据不足"]
    with pytest.raises(Refused, match="另一位成员起草"), writing():
        actions.write_minutes(b.the(panel), conclusion="fit", text="我写的", actor=by2)
    with writing():
        actions.confirm(b.seat(panel, second), agrees=True, note="", actor=by2)
    with pytest.raises(Refused, match="哪里不对"), writing():
        actions.confirm(b.seat(panel, third), agrees=False, note="", actor=by3)
    with writing():
        actions.confirm(b.seat(panel, third), agrees=False, note="没有写我的依据", actor=by3)
    assert (b.the(panel).state, _letters("objected")[-1]) == (PanelState.CLOSED, first.email)
    with writing():
        actions.write_minutes(b.the(panel), conclusion="fit", text="多数同意；一人认为依据不足。", actor=by)
    for who, actor in ((second, by2), (third, by3)):
        with writing():
            actions.confirm(b.seat(panel, who), agrees=True, note="", actor=actor)
    assert (b.the(panel).state, concluded) == (PanelState.CONCLUDED, ["fit"])


def test_silence_and_objections_are_kept_when_a_keeper_concludes_after_the_days(app: Flask) -> None:
    first, second = b.experts(2)
    keeper = cast.somebody("experts")
    panel = b.convened(cast.verified(101), [first, second], keeper=keeper)
    b.clear(panel, first, second)
    b.voted(panel, first)
    b.voted(panel, second)
    by = cast.actor(keeper)
    with writing():
        actions.write_minutes(b.the(panel), conclusion="fit", text="一致同意。", actor=by)
    with pytest.raises(Refused, match="还有2位成员没有确认"), writing():
        actions.conclude(b.the(panel), reason="急", actor=by)
    with time_machine.travel(clock.now() + timedelta(days=20), tick=False), writing():
        actions.conclude(b.the(panel), reason="多次联系没有答复", actor=by)
    assert (b.the(panel).state, b.the(panel).ended_because) == (PanelState.CONCLUDED, "多次联系没有答复")
