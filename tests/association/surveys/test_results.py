"""What was said is nobody's, and is shown after the end when enough have answered."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import text

from association.experts.models import Expert
from association.kernel import audit, clock
from association.kernel.db import Model, session
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.surveys import clockwork, queries
from association.surveys.models import Answer, Participation
from association.training import actions as training
from association.training.models import CourseSession
from tests import cast
from tests.association.experts import candidates
from tests.association.surveys.asked import answered, came, closed, opened, people, survey


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


def test_a_teacher_of_the_course_reads_results_after_the_end(app: Flask) -> None:
    accounts, teacher, other = people(5), cast.somebody(), cast.somebody()
    held = came(*accounts)
    for account in (teacher, other):
        expert = candidates.appointed(account)
        if account is teacher:
            with writing():
                course = session.get_one(CourseSession, held).course
                number = session.get_one(Expert, expert).number
                training.add_teacher(course, number=str(number), actor=cast.staff("courses"))
    opened()
    answered(*accounts, words="多讲案例")
    id_ = survey().id
    session.rollback()
    page = cast.signed_in(app, teacher.email).get(f"/desk/training/surveys/{id_}/")
    assert "反馈还没有结束" in page.text
    closed()
    page.get(f"/desk/training/surveys/{id_}/")
    assert "多讲案例" in page.text
    assert "下载结果" not in page.text
    assert page.get(f"/desk/training/surveys/{id_}/results.csv").status in (403, 404)
    assert cast.signed_in(app, other.email).get(f"/desk/training/surveys/{id_}/").status in (403, 404)
    told = session.query(Letter).filter_by(template="surveys/closed")
    assert told.filter_by(account_id=teacher.id).count() == 1
    assert told.filter_by(account_id=other.id).count() == 0
    session.rollback()


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


def test_both_pages_are_drawn_in_english(app: Flask) -> None:
    accounts = people(6)
    held = came(*accounts)
    opened()
    answered(*accounts[:5], words="多讲案例")
    id_ = survey().id
    session.rollback()
    page = cast.signed_in(app, accounts[5].email)
    page.speak("en")
    assert page.get(f"/my/surveys/{held}/").status == 200
    closed()
    office = cast.signed_in(app, cast.somebody("courses").email)
    office.speak("en")
    assert office.get("/desk/training/surveys/").status == 200
    assert "Answers" in office.get(f"/desk/training/surveys/{id_}/").text
