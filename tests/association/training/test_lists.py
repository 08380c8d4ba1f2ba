"""Lists of people: the size of one, two tabs, and what becomes of the workbook."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from association.kernel import attachments, clock, jobs
from association.kernel.db import db, session
from association.kernel.errors import Refused
from association.kernel.transactions import writing
from association.training import actions, clockwork, identity
from association.training.models import CourseSession, Enrolment, ListState, PeopleList
from tests import cast
from tests.association.training import school
from tests.association.training.test_signing_up import Book


def handed_in(held: int, firm: cast.Firm, count: int) -> int:
    """A list that was read."""
    rows = [school.person() for _n in range(count)]
    for n, row in enumerate(rows):
        first17 = f"990000{1950 + n // 900}0101{n % 900:03d}"
        row["number"] = first17 + identity.check_digit(first17)
    with writing():
        people = actions.hand_in_list(
            session.get_one(CourseSession, held), firm.organisation, file=Book(rows), language="zh", actor=firm.clerk
        )  # fmt: skip
        id_ = int(people.id)
    jobs.run_due()
    return id_


def asked() -> list[str]:
    """Fills with what the database is asked from now on."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE")):
            seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    return seen


def test_a_long_list_asks_as_little_as_a_short_one(app: Flask) -> None:
    firm, counted = cast.verified(), []
    course = school.course()
    for size in (20, 400):
        held = school.announced(course, places=size - 5)
        id_ = handed_in(held, firm, size)
        with writing():
            people = session.get_one(PeopleList, id_)
            seen = asked()
            assert actions.take_list(people, actor=firm.clerk) == (size - 5, 5)
            counted.append(len(seen))
    assert counted[1] <= 2 * counted[0], "nothing is asked for each row"
    waiting = session.query(Enrolment).filter(Enrolment.line.is_not(None)).order_by(Enrolment.id).all()
    assert [e.line for e in waiting] == [1, 2, 3, 4, 5] * 2


def test_a_list_taken_in_two_tabs_signs_up_once_and_is_cleared(app: Flask) -> None:
    held, firm = school.announced(school.course(), places=9), cast.verified()
    id_ = handed_in(held, firm, 3)
    path = f"/my/training/sessions/lists/{id_}/"
    one, two = (cast.signed_in(app, firm.clerk_account.email).get(path) for _n in range(2))
    one.submit("报名")
    assert "3个名额已为单位保留" in one.text
    two.submit("报名")
    assert two.status == 409
    assert "名单上的人员已经报名，名单随即清除。" in two.text
    assert session.query(Enrolment).count() == 3
    people = session.get_one(PeopleList, id_)
    assert people.found == {}
    assert attachments.attachments_of(people, "people") == []


def test_somebody_signed_up_meanwhile_stops_the_whole_list(app: Flask) -> None:
    held, firm = school.announced(school.course(), places=9), cast.verified()
    id_ = handed_in(held, firm, 3)
    number = session.get_one(PeopleList, id_).found["rows"][1][1]["number"]
    session.rollback()
    with writing():
        actions.enrol_one(
            session.get_one(CourseSession, held), firm.organisation, facts=school.person(number=number), files=[], actor=firm.clerk
        )  # fmt: skip
    with writing(), pytest.raises(Refused, match="在此期间已经报了这一期"):
        actions.take_list(session.get_one(PeopleList, id_), actor=firm.clerk)
    assert session.query(Enrolment).count() == 1


def test_what_was_never_taken_does_not_stay(app: Flask) -> None:
    held, firm = school.announced(school.course(), places=9), cast.verified()
    id_ = handed_in(held, firm, 3)
    with writing():
        session.get_one(PeopleList, id_).made_at = clock.now() - timedelta(days=31)
    with writing():
        assert clockwork.clear_lists() == 1
    people = session.get_one(PeopleList, id_)
    assert people.state is ListState.CLEARED
    assert people.found == {}
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/my/training/sessions/lists/{id_}/")
    assert "已过期清除" in page.text


def test_another_organisation_does_not_see_a_list(app: Flask) -> None:
    held, firm = school.announced(school.course(), places=9), cast.verified()
    id_ = handed_in(held, firm, 2)
    other = cast.verified(102, name="北辰样例传媒有限公司")
    assert (
        cast.signed_in(app, other.clerk_account.email).get(f"/my/training/sessions/lists/{id_}/").status
        == 403
    )
