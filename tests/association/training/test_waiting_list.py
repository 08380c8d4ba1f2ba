"""The waiting list: one order, offers that end in working hours, kept shares, and a reason for every movement."""

from datetime import datetime, timedelta

import pytest
import time_machine
from flask import Flask

from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations.models import Kind
from association.training import actions, clockwork, hours, queries
from association.training.models import Cause, CourseSession, EnrolmentState
from tests import cast
from tests.association.training import school

E = EnrolmentState
C = Cause


def full(places: int = 2, waiting: int = 3, **changes: object) -> tuple[int, list[int], list[Account]]:
    """A session with everybody it has places for, and some who wait."""
    held = school.announced(school.course(), places=places, **changes)
    people = [cast.somebody() for _n in range(places + waiting)]
    return held, [school.signed_up(held, n, who) for n, who in enumerate(people, 1)], people


def causes(id_: int) -> list[tuple[Cause, int | None]]:
    found = [(m.cause, m.rank) for m in queries.movements_of(school.enrolment(id_))]
    session.rollback()
    return found


def test_who_finds_no_place_waits_in_the_order_of_asking(app: Flask) -> None:
    _held, ids, people = full()
    assert [queries.rank(school.enrolment(i)) for i in ids] == [None, None, 1, 2, 3]
    session.rollback()
    assert "现在是候补第2位" in cast.signed_in(app, people[3].email).get(f"/my/training/{ids[3]}/").text
    assert causes(ids[3]) == [(C.JOINED, 2)]


def test_a_place_given_up_is_offered_and_accepted_through_the_letter(app: Flask) -> None:
    _held, ids, people = full()
    page = cast.signed_in(app, people[0].email).get(f"/my/training/{ids[0]}/")
    page.press("退出这一期").submit("退出这一期")
    assert school.enrolment(ids[2]).state is E.OFFERED
    until = school.enrolment(ids[2]).offered_until
    assert until is not None
    # Asked on Monday at ten: eight working hours are over on Tuesday at ten.
    assert until.astimezone(clock.CHINA).strftime("%d %H") == "24 10"
    letter = session.query(Letter).filter_by(template="training/offer").one()
    accept = f"/my/training/training_enrolment/{ids[2]}/accept/"
    assert accept in letter.body
    session.rollback()
    page = cast.signed_in(app, people[2].email).get(accept)
    assert school.enrolment(ids[2]).state is E.OFFERED, "opening the page answers nothing"
    session.rollback()
    page.submit("接受递补")
    assert "正在审核报名条件" in page.text
    assert causes(ids[2]) == [(C.JOINED, 1), (C.OFFERED, None), (C.ACCEPTED, None)]
    assert [queries.rank(school.enrolment(i)) for i in ids[3:]] == [1, 2]


def test_an_offer_that_is_declined_or_not_answered_goes_to_the_next(app: Flask) -> None:
    _held, ids, people = full()
    cast.signed_in(app, people[0].email).get(f"/my/training/{ids[0]}/").press("退出这一期").submit(
        "退出这一期"
    )
    page = cast.signed_in(app, people[2].email).get(f"/my/training/{ids[2]}/")
    page.press("不要这个名额").submit("不要这个名额")
    assert school.enrolment(ids[3]).state is E.OFFERED
    session.rollback()
    with time_machine.travel("2026-11-24T10:30:00+08:00"):
        page = cast.signed_in(app, people[3].email).get(f"/my/training/training_enrolment/{ids[3]}/accept/")
        assert "答复的期限已过" in page.text
        with writing():
            assert clockwork.keep_offers() == 1
        assert school.enrolment(ids[3]).state is E.LAPSED
        assert school.enrolment(ids[4]).state is E.OFFERED
        session.rollback()
        with writing():
            assert clockwork.keep_offers() == 0


def test_kept_places_are_for_their_kind_until_their_day(app: Flask) -> None:
    shares = [{"kind": "mcn", "places": 1}]
    held, ids, _people = full(
        places=2, waiting=0, shares=shares, shares_until=clock.today() + timedelta(days=5)
    )
    assert [school.enrolment(i).state for i in ids] == [E.CHECKING, E.WAITING]
    session.rollback()
    agency = cast.verified(102, name="北辰样例传媒有限公司", kinds=["mcn"])
    assert agency.organisation.kinds == [Kind.MCN]
    with writing():
        taken = actions.enrol_one(
            session.get_one(CourseSession, held),
            agency.organisation,
            facts=school.person(9),
            files=[],
            actor=agency.clerk,
        ).id
    assert school.enrolment(taken).state is E.CHECKING
    assert causes(taken) == [(C.TOOK_SHARE, None)]


def test_what_is_left_of_a_share_goes_to_the_list_when_its_day_has_passed(app: Flask) -> None:
    shares = [{"kind": "mcn", "places": 1}]
    _held, ids, _people = full(places=2, waiting=0, shares=shares, shares_until=clock.today())
    session.rollback()
    with time_machine.travel("2026-11-24T09:30:00+08:00"), writing():
        clockwork.keep_offers()
    assert school.enrolment(ids[1]).state is E.OFFERED


def test_more_places_go_to_the_list_first(app: Flask) -> None:
    held, ids, _people = full()
    office = cast.signed_in(app, cast.somebody("courses").email).get(f"/desk/training/{held}/")
    office.press("增加名额").submit("增加", places="2", reason="换了教室")
    assert office.errors == ["只能增加名额，现在是2个。"]
    office.submit("增加", places="4", reason="换了教室")
    assert "2个名额已按次序递补" in office.text
    assert [school.enrolment(i).state for i in ids[2:]] == [E.OFFERED, E.OFFERED, E.WAITING]
    session.rollback()
    late = school.signed_up(held, 9)
    assert queries.rank(school.enrolment(late)) == 2, "who comes later does not pass by"


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("2026-11-23T10:00", "2026-11-24T10:00"),
        ("2026-11-23T20:00", "2026-11-24T17:00"),
        ("2026-11-27T16:00", "2026-11-30T16:00"),
        ("2026-11-28T12:00", "2026-11-30T17:00"),
        # Across the National Day holiday.
        ("2026-09-30T16:00", "2026-10-08T16:00"),
    ],
)
def test_eight_working_hours(app: Flask, begins: str, ends: str) -> None:
    moment = datetime.fromisoformat(begins).replace(tzinfo=clock.CHINA)
    assert hours.after(moment, 8).strftime("%Y-%m-%dT%H:%M") == ends


def test_the_reminder_is_sent_once(app: Flask) -> None:
    held = school.announced(school.course())
    school.signed_up(held, 1)
    with time_machine.travel(clock.now() + timedelta(days=18)):
        with writing():
            assert clockwork.remind() == 1
        with writing():
            assert clockwork.remind() == 0
