"""An exam under pressure: pressed twice at the same moment it is one paper, two windows that save at once lose nothing, and a worker that dies hands in later."""

from flask import Flask

from association.exams import queries
from association.exams.models import Answer, Item, Sitting
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from tests import cast
from tests.association.exams import hall
from tests.robustness.test_at_once import count, together


def test_a_double_click_and_two_windows_at_the_same_moment_draw_one_paper(app: Flask) -> None:
    _held, places = hall.held(people=3)
    for n, place in enumerate(places, 1):
        one = (
            cast.signed_in(app, f"p{n}@demo.example").get(f"/my/exams/of/{place}/start/").ready("开始，计时")
        )
        other = (
            cast.signed_in(app, f"p{n}@demo.example").get(f"/my/exams/of/{place}/start/").ready("开始，计时")
        )
        answers = together(one, one, other)
        assert [a.status_code for a in answers] == [303, 303, 303]
        assert len({a.location for a in answers}) == 1
        sitting = session.query(Sitting).filter_by(enrolment_id=place).one()
        assert count(Item, sitting_id=sitting.id) == 4
        assert count(AuditEntry, subject_kind="exam_sitting", subject_id=sitting.id, deed="start_exam") == 1
        session.rollback()


def test_two_windows_that_save_at_the_same_moment_keep_both_answers(app: Flask) -> None:
    _held, (place,) = hall.held()
    sitting = hall.started(place)
    one = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/{sitting}/").ready("保存", q1="A")
    other = cast.signed_in(app, "p1@demo.example").get(f"/my/exams/{sitting}/").ready("保存", q1="C")
    answers = together(one, other)
    assert [a.status_code for a in answers] == [303, 303]
    item = queries.items_of(hall.the(sitting))[0]
    saves = session.query(Answer).filter_by(item_id=item.id).order_by(Answer.number).all()
    assert [save.is_aside for save in saves] == [False, True]
    assert {save.said["keys"][0] for save in saves} == {"A", "C"}
    assert item.said == saves[0].said


def test_saving_and_handing_in_at_the_same_moment_leave_a_paper_with_an_answer_or_a_refusal(
    app: Flask,
) -> None:
    _held, places = hall.held(people=3)
    for n, place in enumerate(places, 1):
        sitting = hall.started(place, f"p{n}@demo.example")
        save = cast.signed_in(app, f"p{n}@demo.example").get(f"/my/exams/{sitting}/").ready("保存", q1="B")
        give = cast.signed_in(app, f"p{n}@demo.example").get(f"/my/exams/{sitting}/hand-in/").ready("交卷")
        saved, handed = together(save, give)
        assert handed.status_code == 303
        assert saved.status_code in (303, 409)
        item = queries.items_of(hall.the(sitting))[0]
        assert item.said == ({"keys": ["B"]} if saved.status_code == 303 else {})
        assert (item.points == 2) is (item.said == {"keys": ["B"]} and item.question.right == ["B"])
        session.rollback()
