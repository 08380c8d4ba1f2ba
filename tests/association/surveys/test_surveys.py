"""After a session those who were there are asked, and answer once."""

from datetime import timedelta

import pytest
from flask import Flask

from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.surveys import actions, clockwork
from association.surveys.models import Answer, Participation, SurveyState
from association.training.models import Course, CourseSession, Enrolment
from tests import cast
from tests.association.coverage.test_coverage import certified
from tests.association.surveys.asked import CHOSEN, SAID, answered, came, opened, people, survey, survey_here
from tests.association.training import school


def test_it_opens_once_by_itself_and_asks_everybody_who_was_there(app: Flask) -> None:
    came(*people(2))
    opened()
    opened()
    assert survey().state is SurveyState.OPEN
    assert session.query(Letter).filter_by(template="surveys/opened").count() == 2
    assert {q["code"] for q in survey().questions} == {*SAID, "建议"}


def test_from_the_letter_to_an_answer_that_cannot_be_changed(app: Flask) -> None:
    (account,) = people(1)
    held = came(account)
    opened()
    page = cast.signed_in(app, account.email).get("/my/")
    assert "请填写培训反馈，不记名。" in page.text
    assert "填写反馈" in page.text
    page.get("/my/surveys/").get(f"/my/surveys/{held}/")
    assert "提交后不能修改" in page.text
    page.submit("提交反馈", answer0="很同意", answer4="多讲案例")
    assert page.status == 422
    assert page.value("answer4") == "多讲案例"
    assert page.errors[0] == "请选一项：讲解清楚，听得懂"
    page.submit("提交反馈", **CHOSEN, answer4="请打电话13800138000给我")
    assert page.status == 409
    assert page.errors == ["请不要写能看出是谁的内容：13800138000。改写后再提交。"]
    page.submit("提交反馈", **CHOSEN, answer4="多讲案例")
    assert "已收到，谢谢" in page.text
    assert "你已经填写过了" in page.get(f"/my/surveys/{held}/").text
    assert "请填写培训反馈" not in page.get("/my/").text
    assert session.query(Participation).count() == 1
    assert session.query(Answer).count() == 5
    session.rollback()


def test_two_windows_give_one_answer(app: Flask) -> None:
    (account,) = people(1)
    held = came(account)
    opened()
    one = cast.signed_in(app, account.email).get(f"/my/surveys/{held}/")
    send = one.ready("提交反馈", **CHOSEN)
    one.get(f"/my/surveys/{held}/").submit("提交反馈", **CHOSEN)
    send()
    one.get(f"/my/surveys/{held}/")
    assert session.query(Participation).count() == 1
    assert session.query(Answer).count() == 4
    with pytest.raises(Refused, match="每人填写一次"), writing():
        actions.answer(survey_here(), said=SAID, actor=cast.actor(account))
    session.rollback()


def test_whoever_an_organisation_signed_up_answers_with_the_number_of_their_paper(app: Flask) -> None:
    certified(cast.verified(), 2)
    opened()
    held = survey().session_id
    session.rollback()
    page = cast.signed_in(app, cast.somebody().email).get(f"/my/surveys/{held}/")
    page.submit("提交反馈", **CHOSEN, number=school.number(77))
    assert page.status == 409
    assert "没有找到这期培训的到场记录" in page.errors[0]
    page.submit("提交反馈", **CHOSEN, number=school.number(1))
    assert "已收到" in page.text
    page.get(f"/my/surveys/{held}/").submit("提交反馈", **CHOSEN, number=school.number(1))
    assert page.status == 409
    assert session.query(Participation).count() == 1
    session.rollback()


def test_whoever_was_not_there_is_refused(app: Flask) -> None:
    came(*people(1))
    opened()
    with pytest.raises(Refused, match="到场记录"), writing():
        actions.answer(survey_here(), said=SAID, actor=cast.actor(cast.somebody()))


def test_it_reminds_once_and_only_those_who_have_not_answered(app: Flask) -> None:
    accounts = people(3)
    came(*accounts)
    opened()
    answered(accounts[0])
    last = survey().closes_on - clock.today()
    session.rollback()
    with clock.telling(clock.now() + last - timedelta(days=1)):
        for _time in range(2):
            with writing():
                clockwork.remind()
    assert session.query(Letter).filter_by(template="surveys/reminded").count() == 2
    session.rollback()


def test_it_ends_with_its_last_day(app: Flask) -> None:
    (account,) = people(1)
    held = came(account)
    opened()
    last = survey().closes_on - clock.today()
    session.rollback()
    with clock.telling(clock.now() + last), writing():
        assert clockwork.close() == 0
    with clock.telling(clock.now() + last + timedelta(days=1)), writing():
        with pytest.raises(Refused, match="已经结束"):
            actions.answer(survey_here(), said=SAID, actor=cast.actor(account))
        assert clockwork.close() == 1
    assert "反馈已经结束" in cast.signed_in(app, account.email).get(f"/my/surveys/{held}/").text


def test_questions_are_those_of_the_day_it_opened(app: Flask) -> None:
    came(*people(1))
    with writing():
        dated.change(
            "surveys.questions", value=["甲｜有用｜单选", "不成一行", "甲｜又一次｜文字", "乙｜还要什么｜文字"], basis="样例", in_force_from=clock.today(),
            checked_by="", checked_on=None, actor=cast.staff("admin"),
        )  # fmt: skip
    opened()
    assert [(q["code"], q["text"]) for q in survey().questions] == [("甲", "有用"), ("乙", "还要什么")]
    session.rollback()


def test_a_session_long_over_is_not_asked_about(app: Flask) -> None:
    came(*people(1))
    with clock.telling(clock.now() + timedelta(days=20)), writing():
        assert clockwork.open_all() == 0


def test_the_list_costs_the_same_with_many(app: Flask) -> None:
    held = came(*people(1))
    opened()
    office = cast.signed_in(app, cast.somebody("courses").email)
    few = office.get("/desk/training/surveys/").statements
    course = session.get_one(CourseSession, held).course_id
    session.rollback()
    for _n in range(9):
        more = school.announced(course)
        with writing():
            clockwork.open_for(session.get_one(CourseSession, more))
    assert session.query(Course).count() == 1
    assert session.query(Enrolment).count() == 1
    session.rollback()
    assert office.get("/desk/training/surveys/").statements <= few
    assert "10" in office.text
