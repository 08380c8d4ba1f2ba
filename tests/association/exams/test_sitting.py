"""Sitting an exam: started once, interrupted, gone on with, handed in – and the certificate that waits for it."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from association.exams import actions, clockwork, queries
from association.exams.models import Answer, Sitting, SittingState
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from tests import cast
from tests.association.exams import hall


def test_from_the_start_to_a_certificate(app: Flask) -> None:
    held, (place,) = hall.held()
    page = cast.signed_in(app, "p1@demo.example").get(f"/my/training/{place}/")
    assert "还没有参加考试。" in page.text
    issuer = cast.signed_in(app, cast.somebody("issuer").email).get(f"/desk/training/{held}/attendance/")
    assert "还没有参加考试。" in issuer.text
    assert "签发证书" not in issuer.links()
    assert "都还缺别的结业条件" in issuer.get(f"/desk/training/{held}/certify/").text
    assert "可以考了" in page.press("考试").text
    page.press("开始考试").submit("开始，计时")
    sitting = session.query(Sitting).one()
    items = queries.items_of(sitting)
    right = {f"q{i.position}": i.question.right if len(i.question.right) > 1 else i.question.right[0] for i in items}  # fmt: skip
    address = f"/my/exams/{sitting.id}/"
    session.rollback()
    assert len(items) == 4
    page.submit("保存", **right)
    assert "已保存。" in page.text
    page.get(address).submit("去交卷")
    assert "全部答过了" in page.text
    page.submit("交卷")
    assert "通过" in page.text
    assert "得分8分，满分8分" in page.text
    assert session.query(Letter).filter_by(template="exams/result").count() == 1
    session.rollback()
    assert "等签发人签发证书" in page.get(f"/my/training/{place}/").text
    issuer.get(f"/desk/training/{held}/attendance/").press("签发证书").submit("签发证书")
    assert "已签发1份证书" in issuer.text


def test_a_course_without_an_exam_certifies_as_before(app: Flask) -> None:
    from tests.association.training.test_certificates import over

    held, _firm, _ids = over()
    issuer = cast.signed_in(app, cast.somebody("issuer").email).get(f"/desk/training/{held}/attendance/")
    issuer.press("签发证书").submit("签发证书")
    assert "已签发1份证书" in issuer.text


def test_closed_in_the_middle_and_opened_elsewhere_everything_saved_is_there(app: Flask) -> None:
    _held, (place,) = hall.held(hall.WITH_WRITTEN)
    sitting = hall.started(place)
    page = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/{sitting}/")
    first = queries.items_of(hall.the(sitting))
    written = next(i.position for i in first if i.question.kind.value == "written")
    single = next(i.position for i in first if i.question.kind.value == "single")
    session.rollback()
    page.submit("保存", **{f"q{single}": "C", f"q{written}": "第一句\n第二句"})
    elsewhere = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/of/{place}/").press("继续考试")
    assert elsewhere.value(f"q{single}") == "['C']"
    assert elsewhere.value(f"q{written}") == "第一句\n第二句"
    assert elsewhere.value(f"v{single}") == "1"
    assert "打开本页时还剩29分钟" in elsewhere.text


def test_a_second_window_that_knows_less_is_told_and_both_answers_are_kept(app: Flask) -> None:
    _held, (place,) = hall.held()
    sitting = hall.started(place)
    one = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/{sitting}/")
    other = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/{sitting}/")
    one.submit("保存", q1="A", q2="B")
    other.submit("保存", q1="C")
    assert "第1题在另一个窗口已经存过更新的答案" in other.text
    assert "另一个窗口里还存着一份" in other.text
    assert other.value("q1") == "['A']"
    assert other.value("q2") == "['B']", "what this window did not touch stays as the other left it"
    assert [a.is_aside for a in session.query(Answer).order_by(Answer.item_id, Answer.number)] == [False, True, False]  # fmt: skip
    session.rollback()
    other.submit("第1题改用这一份")
    assert other.value("q1") == "['C']"
    assert "另一个窗口里还存着一份" not in other.text
    saves = other.press("第1题存过的各次回答").text
    assert "计入的回答" in saves
    assert "先前的回答" in saves
    # The first window knows of neither, and changes nothing by saving what it was drawn with.
    one.get(f"/my/exams/{sitting}/").submit("保存")
    assert one.value("q1") == "['C']"


def test_after_time_nothing_is_taken_and_what_was_saved_is_handed_in(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    _held, (place,) = hall.held(minutes=30)
    sitting = hall.started(place)
    page = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/{sitting}/").submit("保存", q1="B")
    later = clock.now() + timedelta(minutes=31)
    monkeypatch.setattr(clock, "now", lambda: later)
    page.submit("保存", q1="C", q2="B")
    assert page.status == 409
    assert "此后的不再计入" in page.text
    assert page.value("q2") == "['B']", "what was typed can be read still"
    assert "时间到了" in page.get(f"/my/exams/{sitting}/").text
    with writing():
        assert clockwork.hand_in_overdue() == 1
    with writing():
        assert clockwork.hand_in_overdue() == 0
    row = hall.the(sitting)
    assert row.is_by_clock
    assert row.state is SittingState.FAILED
    assert queries.items_of(row)[0].said == {"keys": ["B"]}
    assert row.points == (2 if queries.items_of(row)[0].question.right == ["B"] else 0)
    session.rollback()
    assert "时间到了，由系统交卷" in page.get(f"/my/exams/{sitting}/").text


def test_the_pages_own_saving_answers_in_json_and_says_why_not(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    _held, (place,) = hall.held()
    sitting = hall.started(place)
    page = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/{sitting}/")
    csrf = page.value("csrf_token")

    def auto(**typed: str) -> Any:
        drawn = {f"v{n}": "0" for n in range(1, 5)}
        return page.client.post(f"/my/exams/{sitting}/", data=drawn | typed | {"do": "auto", "once": "", "csrf_token": csrf})  # fmt: skip

    answer = auto(q1="B")
    assert answer.json["versions"]["1"] == 1
    assert answer.json["aside"] == []
    assert 1700 < answer.json["left"] <= 1800
    assert answer.json["answered"] == 1
    aside = auto(q1="D")
    assert aside.json["aside"] == [1]
    later = clock.now() + timedelta(minutes=31)
    monkeypatch.setattr(clock, "now", lambda: later)
    late = auto(q1="A")
    assert late.status_code == 409
    assert "此后的不再计入" in late.json["refused"][0]


def test_pressed_twice_one_after_another_it_is_one_paper(app: Flask) -> None:
    _held, (place,) = hall.held()
    one = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/of/{place}/start/")
    two = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/of/{place}/start/")
    one.submit("开始，计时")
    two.submit("开始，计时")
    assert one.path == two.path
    assert session.query(Sitting).count() == 1


def test_who_may_not_sit_is_told_why(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    _held, (place,) = hall.held()
    page = cast.signed_in(app, "p1@demo.example")
    sitting = hall.started(place)
    hall.answered(sitting, right=False)
    hall.handed_in(sitting)
    assert "补考要隔几天" in page.get(f"/my/exams/of/{place}/").text
    assert page.get(f"/my/exams/of/{place}/start/").status == 409
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=4))
    page = cast.signed_in(app, "p1@demo.example")
    assert "可以补考了" in page.get(f"/my/exams/of/{place}/").text
    for attempt in (2, 3):
        at = now + timedelta(days=4 * (attempt - 1))
        monkeypatch.setattr(clock, "now", lambda at=at: at)
        again = hall.started(place)
        hall.handed_in(again)
        assert hall.the(again).attempt == attempt
        session.rollback()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=20))
    page = cast.signed_in(app, "p1@demo.example")
    assert "次数已经用完" in page.get(f"/my/exams/of/{place}/").text
    with writing(), pytest.raises(Refused, match="次数已经用完"):
        actions.start(hall.the(sitting).enrolment, actor=hall.who("p1@demo.example"))


def test_nobody_elses_paper_is_read(app: Flask) -> None:
    _held, (place, _other) = hall.held(people=2)
    sitting = hall.started(place)
    other = cast.signed_in(app, "p2@demo.example")
    for address in (f"/my/exams/{sitting}/", f"/my/exams/{sitting}/hand-in/", f"/my/exams/of/{place}/", f"/my/exams/of/{place}/start/"):  # fmt: skip
        assert other.get(address).status == 403, address
    courses = cast.signed_in(app, cast.somebody("courses").email)
    assert courses.get(f"/desk/exams/papers/{sitting}/").status == 200
    assert courses.get(f"/my/exams/{sitting}/hand-in/").status == 403
    assert courses.get("/desk/exams/papers/").status == 200
    assert other.get("/desk/exams/").status == 403
    assert other.get("/review/exams/").status == 403
