"""A panel from its convening to its end, deed by deed."""

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
from association.kernel.policy import can
from association.kernel.transactions import writing
from association.panels import actions, clockwork, queries
from association.panels.events import OpinionsOpened
from association.panels.models import Opinion, PanelState, SeatState
from association.panels.policy import P, reads
from association.panels.queries import StillSealed
from association.panels.workflow import PANEL
from association.people import actions as people
from association.ties.models import TieState
from association.ties.queries import ties_of
from tests import cast
from tests.association.panels import boards as b
from tests.association.ties import tied


@pytest.fixture(autouse=True)
def _known() -> Iterator[None]:
    with b.known():
        yield


def _letters(template: str) -> list[str]:
    rows = select(Letter.to_address).where(Letter.template == f"panels/{template}").order_by(Letter.id)
    return list(session.scalars(rows))


def test_members_are_written_to_and_declare_before_anything_opens(app: Flask) -> None:
    first, second, third = b.experts()
    panel = b.convened(cast.verified(101), [first, second, third])
    assert _letters("named") == [first.email, second.email, third.email]
    seat = b.seat(panel, first)
    assert not can(cast.actor(first), P.READ, b.seat(panel, first))
    with pytest.raises(Refused, match="先声明"):
        b.voted(panel, first)
    b.clear(panel, first)
    assert can(cast.actor(first), P.READ, b.seat(panel, first))
    assert not can(cast.actor(second), P.READ, seat)


def test_who_is_tied_is_not_named_nor_oneself_nor_who_sits_already(app: Flask) -> None:
    first, second, other = b.experts()
    firm, keeper = cast.verified(101), cast.somebody("experts", "expert")
    tied.tie(other, firm)
    for who, because in (
        (other, "须回避"),
        (keeper, "不能指定自己"),
        (cast.somebody("editor"), "没有这位成员"),
    ):
        with pytest.raises(Refused, match=because):
            b.convened(firm, [first, who], keeper=keeper)
    panel = b.convened(firm, [first, second], keeper=keeper)
    by = cast.actor(keeper)
    with pytest.raises(Refused, match="已经在评审组里"), writing():
        actions.name(b.the(panel), person_id=first.person_id, actor=by)
    with pytest.raises(Forbidden), writing():
        actions.name(b.the(panel), person_id=other.person_id, actor=cast.actor(cast.somebody("editor")))
    with pytest.raises(Refused, match="已有评审组"):
        b.convened(firm, [first], keeper=keeper)


def test_a_declared_tie_stands_down_goes_on_record_and_asks_for_somebody_else(app: Flask) -> None:
    first, second, third = b.experts()
    substitute, keeper = cast.somebody("expert"), cast.somebody("experts")
    panel = b.convened(cast.verified(101), [first, second, third], keeper=keeper)
    b.clear(panel, first)
    b.voted(panel, first, "unfit", "曾在该单位任职期间了解")
    by = cast.actor(first)
    with writing():
        actions.declare_tie(b.seat(panel, first), kind="kin", words="配偶在该单位任职", actor=by)
    seat = b.seat(panel, first)
    assert (seat.state, seat.voted_at, queries.opinion_at(seat)) == (SeatState.STOOD_DOWN, None, None)
    assert [(t.said, t.state) for t in ties_of(first.person_id)] == [("配偶在该单位任职", TieState.DECLARED)]
    assert _letters("stood_down") == [keeper.email]
    assert queries.unreplaced(b.the(panel)) == [seat]
    by = cast.actor(keeper)
    with writing():
        actions.replace(b.seat(panel, first), person_id=substitute.person_id, reason="回避", actor=by)
    assert [s.called for s in b.the(panel).sitting] == [second.name, third.name, substitute.name]
    assert queries.unreplaced(b.the(panel)) == []
    assert (_letters("left"), _letters("named")[-1]) == ([first.email], substitute.email)


def test_who_has_voted_is_not_replaced(app: Flask) -> None:
    first, second, third = b.experts()
    keeper = cast.somebody("experts")
    panel = b.convened(cast.verified(101), [first, second, third], keeper=keeper)
    b.clear(panel, first)
    b.voted(panel, first)
    by, other = cast.actor(keeper), cast.somebody("expert")
    with pytest.raises(Refused, match="已经提交意见"), writing():
        actions.replace(b.seat(panel, first), person_id=other.person_id, reason="不想要这份意见", actor=by)
    with pytest.raises(Refused, match="已经提交意见"), writing():
        actions.remove(b.seat(panel, first), reason="不想要这份意见", actor=by)


def test_a_wall_that_comes_up_closes_the_seat_at_once_and_destroys_the_opinion(app: Flask) -> None:
    first, second, third = b.experts()
    firm = cast.verified(101)
    panel = b.convened(firm, [first, second, third])
    b.clear(panel, first, second, third)
    b.voted(panel, first)
    tied.tie(first, firm)
    assert not can(cast.actor(first), P.READ, b.seat(panel, first))
    with pytest.raises(Forbidden):
        b.voted(panel, first, "unfit", "改投")
    with writing():
        clockwork.keep_days()
    assert b.seat(panel, first).state is SeatState.STOOD_DOWN
    assert (_letters("walled"), session.scalars(select(Opinion)).all()) == ([first.email], [])


def test_the_last_opinion_opens_all_and_not_before(app: Flask) -> None:
    heard: list[int] = []
    events.subscribe(OpinionsOpened, lambda event: heard.append(event.panel.id))
    first, second, third = b.experts()
    keeper = cast.somebody("experts")
    panel = b.convened(cast.verified(101), [first, second, third], keeper=keeper)
    b.clear(panel, first, second, third)
    for who in (first, second):
        b.voted(panel, who)
    by = cast.actor(keeper)
    with pytest.raises(Refused, match="还有1位成员没有提交"), writing():
        actions.close(b.the(panel), actor=by)
    for read in (queries.opinions, queries.tally):
        with pytest.raises(StillSealed):
            read(b.the(panel))
    assert not can(cast.actor(keeper), P.READ_OPINIONS, b.the(panel))
    b.voted(panel, third, "unfit", "依据不足")
    assert (b.the(panel).state, heard) == (PanelState.CLOSED, [panel])
    assert queries.tally(b.the(panel)) == {"fit": 2, "unfit": 1}
    assert [o.because for o in queries.opinions(b.the(panel))] == ["", "", "依据不足"]
    with pytest.raises(Refused, match="已经开封"):
        b.voted(panel, first, "unfit", "改投")
    assert _letters("opened") == [first.email, second.email, third.email]


def test_after_the_last_day_a_quorum_opens_and_drafts_are_gone(app: Flask) -> None:
    first, second, third = b.experts()
    panel = b.convened(cast.verified(101), [first, second, third], least=2, days=3)
    b.clear(panel, first, second, third)
    b.voted(panel, first)
    by = cast.actor(third)
    with writing():
        actions.save_draft(b.seat(panel, third), because="还没有想好", actor=by)
    with time_machine.travel(clock.now() + timedelta(days=4), tick=False):
        for _again in range(2):
            with writing():
                clockwork.keep_days()
        assert (b.the(panel).state, len(_letters("overdue"))) == (PanelState.OPEN, 1)
        b.voted(panel, second)
        with writing():
            clockwork.keep_days()
    assert b.the(panel).state is PanelState.CLOSED
    assert [o.seat.called for o in queries.opinions(b.the(panel))] == [first.name, second.name]
    assert queries.opinion_at(b.seat(panel, third)) is None


def test_members_are_reminded_once_at_each_mark(app: Flask) -> None:
    first, second = b.experts(2)
    panel = b.convened(cast.verified(101), [first, second], days=20)
    b.clear(panel, first)
    b.voted(panel, first)
    for days in (10, 15, 16, 19, 19):
        with time_machine.travel(clock.now() + timedelta(days=days), tick=False), writing():
            clockwork.keep_days()
    assert _letters("remind") == [second.email, second.email]


def test_a_dissolved_panel_destroys_what_was_sealed_and_another_round_may_begin(app: Flask) -> None:
    first, second, third = b.experts()
    keeper, firm = cast.somebody("experts"), cast.verified(101)
    panel = b.convened(firm, [first, second, third], keeper=keeper)
    b.clear(panel, first)
    b.voted(panel, first)
    by = cast.actor(keeper)
    with writing():
        actions.dissolve(b.the(panel), reason="材料撤回", actor=by)
    assert session.scalars(select(Opinion)).all() == []
    with pytest.raises(StillSealed):
        queries.opinions(b.the(panel))
    assert not reads(cast.actor(first), firm.organisation)
    assert b.the(b.convened(firm, [first, second], keeper=keeper)).number == 2


def test_a_subject_that_ends_takes_its_panel_along(app: Flask) -> None:
    first, second = b.experts(2)
    firm = cast.verified(101)
    panel = b.convened(firm, [first, second])
    for _again in range(2):
        with writing():
            actions.end(firm.organisation, reason="已撤回")
    assert (b.the(panel).state, len(_letters("dissolved"))) == (PanelState.DISSOLVED, 2)


def test_guests_declare_and_vote_on_paper_and_members_never_through_staff(app: Flask) -> None:
    first, _second = b.experts(2)
    keeper = cast.somebody("experts")
    panel = b.convened(cast.verified(101), [first], keeper=keeper)
    by = cast.actor(keeper)
    with writing():
        guest = actions.name_guest(b.the(panel), name="样例嘉宾", unit="样例大学", actor=by).id
    with pytest.raises(Refused, match="同名"), writing():
        actions.name_guest(b.the(panel), name="样例嘉宾", unit="样例大学", actor=by)
    with pytest.raises(Refused, match="须由本人"), writing():
        actions.record_vote(b.seat(panel, first), word="fit", because="", actor=by)
    with pytest.raises(Refused, match="写明理由"), writing():
        actions.record_vote(
            next(s for s in b.the(panel).seats if s.id == guest), word="unfit", because="", actor=by
        )
    with writing():
        actions.record_vote(
            next(s for s in b.the(panel).seats if s.id == guest), word="unfit", because="书面", actor=by
        )
    b.clear(panel, first)
    b.voted(panel, first)
    assert b.the(panel).state is PanelState.CLOSED


def test_extending_gives_time_and_begins_reminders_anew(app: Flask) -> None:
    first, second = b.experts(2)
    keeper = cast.somebody("experts")
    panel = b.convened(cast.verified(101), [first, second], keeper=keeper, days=3)
    by = cast.actor(keeper)
    with pytest.raises(Refused, match="要晚于"), writing():
        actions.extend(b.the(panel), due_on=b.day(2), reason="不够", actor=by)
    with writing():
        actions.extend(b.the(panel), due_on=b.day(9), reason="节假日", actor=by)
    assert (b.the(panel).due_on, len(_letters("extended"))) == (b.day(9), 2)


def test_who_lost_the_role_no_longer_sits(app: Flask) -> None:
    first, second = b.experts(2)
    panel = b.convened(cast.verified(101), [first, second])
    b.clear(panel, first)
    plain = cast.actor(first)
    assert can(plain, P.VOTE, b.seat(panel, first))
    assert not can(
        type(plain)(account_id=plain.account_id, person_id=plain.person_id), P.VOTE, b.seat(panel, first)
    )


def test_words_about_a_person_go_when_the_person_is_forgotten(app: Flask) -> None:
    first, second = b.experts(2)
    panel = b.convened(cast.verified(101), [first, second])
    by = cast.actor(first)
    with writing():
        actions.declare_tie(b.seat(panel, first), kind="kin", words="配偶在该单位任职", actor=by)
    with writing():
        people.forget(
            b.seat(panel, first).person, because="本人要求", actor=cast.actor(cast.somebody("admin"))
        )
    assert b.seat(panel, first).declared_words == ""


def test_every_deed_of_the_life_is_a_row(app: Flask) -> None:
    assert {"close", "count", "extend", "settle", "conclude", "dissolve", "fall"} == set(PANEL.by_deed)
