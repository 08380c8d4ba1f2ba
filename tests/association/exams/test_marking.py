"""Marking without names, by a teacher without a tie; the marked paper, appeals, resits."""

import pytest
from flask import Flask

from association.exams import clockwork, queries
from association.exams.models import Sitting, SittingState
from association.exams.workflow import SITTING
from association.experts.models import Expert
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.people.actions import forget
from association.people.models import Person
from association.ties import actions as ties
from association.training import actions as training
from association.training.models import Course, Enrolment
from tests import cast
from tests.association.exams import hall
from tests.association.experts import candidates


def teacher(course_id: int, email: str) -> None:
    """An expert in office who teaches the course."""
    account = cast.somebody(email=email)
    expert = candidates.appointed(account)
    with writing():
        number = session.get_one(Expert, expert).number
        training.add_teacher(
            session.get_one(Course, course_id), number=str(number), actor=cast.staff("courses")
        )


def sat(*, right: bool = True, teachers: int = 1) -> tuple[int, int]:
    """A paper with a written question, handed in; the place and the paper."""
    _held, (place,) = hall.held(hall.WITH_WRITTEN)
    for n in range(1, teachers + 1):
        teacher(session.get_one(Enrolment, place).session.course_id, f"teacher{n}@demo.example")
    sitting = hall.started(place)
    hall.answered(sitting, right=right)
    hall.handed_in(sitting)
    return place, sitting


def test_a_teacher_marks_a_paper_that_names_nobody(app: Flask) -> None:
    _place, sitting = sat()
    assert hall.the(sitting).state is SittingState.MARKING
    letter = session.query(Letter).filter_by(template="exams/to_mark").one()
    assert not cast.is_named("样例1", letter.body)
    session.rollback()
    page = cast.signed_in(app, "teacher1@demo.example").get("/review/exams/")
    assert hall.the(sitting).number in page.text
    session.rollback()
    page.get(f"/review/exams/{sitting}/")
    assert "样例回答" in page.text
    assert not cast.is_named("样例1", page.html)
    assert "p1@demo" not in page.html
    page.submit("评阅", p5="3")
    assert page.status == 422, "more than the question is worth"
    page.submit("评阅", p5="2", r5="写得清楚")
    assert "已评阅" in page.text
    row = hall.the(sitting)
    assert (row.state, row.points) == (SittingState.PASSED, 10)
    session.rollback()
    own = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/{sitting}/")
    assert "写得清楚" in own.text
    assert "见条款" in own.text
    assert page.get(f"/review/exams/{sitting}/").status == 403, "nothing is left to mark"


def test_before_it_is_marked_the_paper_shows_no_right_answers(app: Flask) -> None:
    _place, sitting = sat()
    own = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/{sitting}/")
    assert "你交的回答" in own.text
    assert "正确答案" not in own.text


def test_who_is_tied_or_no_teacher_marks_nothing(app: Flask) -> None:
    _place, sitting = sat(teachers=2)
    teacher2 = cast.somebody(email="teacher2@demo.example")
    with writing():
        ties.enter(
            email=teacher2.email, kind="kin", to_kind="person", typed="p1@demo.example", from_on=None, to_on=None, note="",
            actor=cast.staff("experts"),
        )  # fmt: skip
    page = cast.signed_in(app, "teacher2@demo.example").get("/review/exams/")
    assert hall.the(sitting).number not in page.text
    session.rollback()
    assert page.get(f"/review/exams/{sitting}/").status == 403
    for role in ("courses", "auditor", "issuer"):
        staff = cast.signed_in(app, cast.somebody(role).email)
        assert staff.get(f"/review/exams/{sitting}/").status == 403, role
    with writing(), pytest.raises(Forbidden):
        SITTING.take("mark", hall.the(sitting), actor=cast.staff("courses"), marks={})


def test_an_appeal_goes_to_another_teacher_who_takes_nothing_away(app: Flask) -> None:
    _place, sitting = sat(right=False)
    first = cast.signed_in(app, "teacher1@demo.example").get(f"/review/exams/{sitting}/")
    first.submit("评阅", p5="0")
    own = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/{sitting}/")
    assert "没有通过" in own.text
    own.press("申诉").submit("申诉", reason="第一题两个选项都说得通")
    assert "申诉" in own.text
    assert session.query(Letter).filter_by(template="exams/no_marker").count() >= 1, (
        "only the first marker teaches"
    )
    session.rollback()
    desk = cast.signed_in(app, cast.somebody("courses").email).get(f"/desk/exams/papers/{sitting}/")
    assert "没有能评阅的师资" in desk.text
    assert first.get("/review/exams/").text.count(hall.the(sitting).number) == 0
    session.rollback()
    assert first.get(f"/review/exams/{sitting}/").status == 409
    teacher(hall.the(sitting).plan.course_id, "teacher2@demo.example")
    session.rollback()
    assert "没有能评阅的师资" not in desk.get(f"/desk/exams/papers/{sitting}/").text
    second = cast.signed_in(app, "teacher2@demo.example").get(f"/review/exams/{sitting}/")
    assert "第一题两个选项都说得通" in second.text
    second.submit("复核申诉", p1="2", p2="2", p3="2", p4="0", p5="0", reason="前三题确有歧义")
    row = hall.the(sitting)
    assert (row.state, row.points) == (SittingState.PASSED, 6)
    session.rollback()
    assert "前三题确有歧义" in own.get(f"/my/exams/{sitting}/").text
    assert "申诉" not in own.links()


def test_a_review_that_would_take_points_away_is_refused_at_its_field(app: Flask) -> None:
    _place, sitting = sat(right=False, teachers=2)
    with writing():
        row = hall.the(sitting)
        written = next(i for i in queries.items_of(row) if i.question.kind.value == "written")
        SITTING.take("mark", row, actor=hall.who("teacher1@demo.example"), marks={written.id: (1, "")})
    with writing():
        SITTING.take("appeal", hall.the(sitting), actor=hall.who("p1@demo.example"), reason="请再看")
    second = cast.signed_in(app, "teacher2@demo.example").get(f"/review/exams/{sitting}/")
    second.submit("复核申诉", p1="0", p2="0", p3="0", p4="0", p5="0", reason="不加分")
    assert second.status == 409
    assert second.errors == ["第5题请给1到2分。"]


def test_an_appeal_has_its_days(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import timedelta

    _held, (place,) = hall.held()
    sitting = hall.started(place)
    hall.handed_in(sitting)
    later = clock.now() + timedelta(days=20)
    monkeypatch.setattr(clock, "now", lambda: later)
    with writing(), pytest.raises(Refused, match="期限已过"):
        SITTING.take("appeal", hall.the(sitting), actor=hall.who("p1@demo.example"), reason="迟了")


def test_a_forgotten_persons_answers_go_and_the_result_stays(app: Flask) -> None:
    _place, sitting = sat()
    with writing():
        forget(
            session.get_one(Person, hall.the(sitting).person_id),
            because="本人要求",
            actor=cast.staff("admin"),
        )
    row = session.get_one(Sitting, sitting)
    items = queries.items_of(row)
    assert all(item.said == {} for item in items)
    assert queries.answers_of(items) == {item.id: [] for item in items}
    assert row.state is SittingState.MARKING


def test_who_may_sit_hears_once_and_is_reminded_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import timedelta

    hall.held()
    with writing():
        assert clockwork.tell() == 1
    with writing():
        assert clockwork.tell() == 0
    assert session.query(Letter).filter_by(template="exams/open").count() == 1
    later = clock.now() + timedelta(days=56)
    monkeypatch.setattr(clock, "now", lambda: later)
    with writing():
        assert clockwork.remind() == 1
    with writing():
        assert clockwork.remind() == 0
