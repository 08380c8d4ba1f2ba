"""After a session those who were there answer once and without a name; what they said is shown after the end, and only when enough have answered."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import text

from association.accounts.models import Account
from association.kernel import audit, clock, dated
from association.kernel.db import Model, session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.surveys import actions, clockwork, queries
from association.surveys.models import Answer, Participation, Survey, SurveyState
from association.training import actions as training
from association.training.models import Course, CourseSession, Enrolment
from association.training.workflow import ENROLMENT
from tests import cast
from tests.association.coverage.test_coverage import certified
from tests.association.training import school

CHOSEN = {"answer0": "很同意", "answer1": "比较同意", "answer2": "说不清", "answer3": "很同意"}
SAID = {"内容": "很同意", "讲解": "比较同意", "材料": "说不清", "安排": "很同意"}


def came(*accounts: Account) -> int:
    """A session that is over, with these people there; returns it."""
    held = school.announced(
        school.course(), places=40, starts_at=clock.now() + timedelta(hours=1), ends_at=clock.now() + timedelta(hours=2),
        closes_on=clock.today(), swap_until=clock.today(),
    )  # fmt: skip
    ids = [school.signed_up(held, n, account) for n, account in enumerate(accounts, start=1)]
    with writing():
        row = session.get_one(CourseSession, held)
        for id_ in ids:
            ENROLMENT.take("approve", school.enrolment(id_), actor=cast.staff("courses"))
        row.starts_at, row.ends_at = clock.now() - timedelta(minutes=90), clock.now() - timedelta(minutes=1)
        training.enter_attendance(row, day=clock.today(), present=ids, actor=cast.staff("courses"))
    return held


def opened() -> None:
    with writing():
        clockwork.open_all()


def survey() -> Survey:
    session.rollback()
    session.expire_all()
    return session.query(Survey).one()


def answered(*accounts: Account, words: str = "") -> None:
    for account in accounts:
        with writing():
            said = SAID | ({"建议": words} if words else {})
            actions.answer(survey_here(), said=said, actor=cast.actor(account))


def survey_here() -> Survey:
    return session.query(Survey).one()


def closed() -> None:
    with clock.telling(clock.now() + timedelta(days=30)), writing():
        clockwork.close()


def people(n: int) -> list[Account]:
    return [cast.somebody(email=f"s{i}@people.example", name=f"学员样例{i}") for i in range(n)]


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
    page.get("/my/surveys/").get(f"/my/surveys/{held}/")
    assert "提交后不能修改" in page.text
    page.submit("提交反馈", answer0="很同意", answer4="多讲案例")
    assert page.status == 422
    assert page.value("answer4") == "多讲案例"
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


def test_nothing_joins_an_answer_and_a_person(app: Flask) -> None:
    """Planted words stand in one table only, in rows that hold nothing but the survey, the question and a random key."""
    accounts = people(5)
    came(*accounts)
    opened()
    for n, account in enumerate(accounts):
        answered(account, words=f"埋下的话{n}号讲义")
    assert {c.name for c in Answer.__table__.columns} == {"key", "survey_id", "question", "said"}
    assert {c.name for c in Participation.__table__.columns} == {"survey_id", "enrolment_id", "answered_on"}
    assert {f.column.table.name for f in Answer.__table__.foreign_keys} == {"training_survey"}
    holding = set()
    for table in Model.metadata.sorted_tables:
        for row in session.execute(table.select()).all():
            if "埋下的话" in str(tuple(row)):
                holding.add(table.name)
    assert holding == {"training_survey_answer"}
    before = {a.key for a in session.query(Answer)}
    assert session.query(audit.AuditEntry).filter(audit.AuditEntry.deed == "answer").count() == 0
    session.rollback()
    closed()
    assert {a.key for a in session.query(Answer)}.isdisjoint(before)
    assert session.query(Answer).count() == 25
    if session.get_bind().dialect.name == "sqlite":
        with pytest.raises(Exception, match="rowid"):
            session.execute(text("select rowid from training_survey_answer"))
    else:
        rows = session.execute(text("select count(distinct xmin::text) from training_survey_answer"))
        assert rows.scalar() == 1
    session.rollback()


def test_results_are_shown_after_the_end_and_from_the_least_number_on(app: Flask) -> None:
    accounts = people(6)
    came(*accounts)
    opened()
    answered(*accounts[:5], words="多讲案例")
    id_ = survey().id
    session.rollback()
    office = cast.signed_in(app, cast.somebody("courses").email).get("/desk/training/surveys/")
    office.press("内容审核员基础班 第1期")
    assert "反馈还没有结束" in office.text
    assert "多讲案例" not in office.text
    assert office.get(f"/desk/training/surveys/{id_}/results.csv").status == 409
    closed()
    office.get(f"/desk/training/surveys/{id_}/")
    assert "多讲案例" in office.text
    assert "培训内容对我的工作有用" in office.text
    assert "学员样例" not in office.text
    sheet = office.get(f"/desk/training/surveys/{id_}/results.csv")
    assert "很同意,5" in sheet.html
    assert sheet.html.count("多讲案例") == 5
    assert session.query(Letter).filter_by(template="surveys/closed").count() >= 1
    session.rollback()


def test_below_the_least_number_nothing_is_shown(app: Flask) -> None:
    accounts = people(4)
    came(*accounts)
    opened()
    answered(*accounts, words="多讲案例")
    closed()
    id_ = survey().id
    assert queries.results(survey()) is None
    session.rollback()
    office = cast.signed_in(app, cast.somebody("courses").email).get(f"/desk/training/surveys/{id_}/")
    assert "不足5份，不显示" in office.text
    assert "多讲案例" not in office.text
    assert session.query(Letter).filter_by(template="surveys/closed").count() == 0
    session.rollback()


def test_who_reads_results(app: Flask) -> None:
    accounts = people(5)
    came(*accounts)
    opened()
    answered(*accounts)
    closed()
    id_ = survey().id
    session.rollback()
    for role in ("issuer", "auditor", "editor"):
        page = cast.signed_in(app, cast.somebody(role).email)
        assert page.get(f"/desk/training/surveys/{id_}/").status in (403, 404)
        assert page.get("/desk/training/surveys/").status == 403
    page = cast.signed_in(app, accounts[0].email)
    assert page.get(f"/desk/training/surveys/{id_}/").status in (403, 404)
    assert page.get(f"/desk/training/surveys/{id_}/results.csv").status in (403, 404)


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


def test_written_words_go_after_some_months_and_sums_stay(app: Flask) -> None:
    accounts = people(5)
    came(*accounts)
    opened()
    answered(*accounts, words="多讲案例")
    closed()
    with clock.telling(clock.now() + timedelta(days=30 * 15)):
        with writing():
            assert clockwork.forget_words() == 1
        with writing():
            assert clockwork.forget_words() == 0
    found = queries.results(survey())
    assert found is not None
    assert found[-1].written == []
    assert found[0].counts[-1] == ("很同意", 5)
    session.rollback()


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
