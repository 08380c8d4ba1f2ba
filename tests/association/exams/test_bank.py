"""The bank: two people for each question, doubts when a clause changes, workbooks, plans, statistics without names."""

import io

import pytest
from flask import Flask

from association.exams import actions, clockwork, gates, queries, workbook
from association.exams.models import Question, QuestionList, QuestionState
from association.exams.models.question_list import ListState
from association.exams.workflow import PLAN
from association.kernel import jobs
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.rules.models import Edition
from association.training.models import Course
from demo.papers import Paper
from tests import cast
from tests.association.exams import hall
from tests.association.rules import texts
from tests.association.training import school

TOPICS = [hall.TOPIC, hall.OTHER]


def state(id_: int) -> QuestionState:
    found = session.get_one(Question, id_).state
    session.rollback()
    return found


def test_who_writes_a_question_does_not_put_it_into_use(app: Flask) -> None:
    texts.kept()
    both = cast.somebody("courses", "issuer")
    page = cast.signed_in(app, both.email).get("/desk/exams/questions/new/")
    page.submit(
        "保存",
        kind="single",
        topic=hall.TOPIC,
        words="哪一个对？",
        options="A. 甲\nB. 乙",
        right=["B"],
        points="2",
        explanation="",
    )
    assert "请登记所依据的条款" in page.text
    assert "启用题目" not in page.links()
    other = cast.signed_in(app, cast.somebody("issuer").email).get(page.path)
    assert "启用题目" not in other.links(), "nothing says what it rests on"
    edition = session.query(Edition).first()
    assert edition is not None
    page.press("登记所依据的条款").submit("登记所依据的条款", edition=str(edition.id), path="3")
    assert "启用题目" not in page.links()
    other.get(page.path).press("启用题目").submit("启用题目")
    assert "使用中" in other.text
    assert page.get(page.path + "edit/").status == 409


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"kind": "single", "right": ["A", "B"]}, "请写明唯一的正确答案。"),
        ({"kind": "single", "right": ["D"]}, "正确答案里有没有列出的选项。"),
        ({"kind": "single", "options": "A. 甲", "right": ["A"]}, "选择题至少要有两个选项。"),
        ({"kind": "multiple", "right": ["A"]}, "多选题至少要有两个正确选项；只有一个的请作为单选题。"),
        ({"kind": "judgement", "right": ["A"]}, "正确答案里有没有列出的选项。"),
        ({"kind": "written", "right": ["A"]}, "书面题没有选项，也没有标准选项。"),
    ],
)
def test_what_does_not_belong_together_is_said(app: Flask, typed: dict[str, object], sentence: str) -> None:
    page = cast.signed_in(app, cast.somebody("courses").email).get("/desk/exams/questions/new/")
    page.submit(
        "保存",
        **{"topic": hall.TOPIC, "words": "题", "options": "A. 甲\nB. 乙", "points": "2", "explanation": ""}
        | typed,
    )
    assert page.status == 409
    assert sentence in page.refusals


def test_a_new_edition_marks_the_questions_whose_clauses_changed_and_keeps_them_out_of_papers(
    app: Flask,
) -> None:
    texts.kept()
    touched, same = hall.question(path="3"), hall.question(path="1")
    with writing():
        assert clockwork.recheck_all() == 0
    texts.kept(texts.NEW)
    jobs.run_due()
    assert state(same) is QuestionState.USED
    assert state(touched) is QuestionState.DOUBTED
    assert sum(len(ids) for ids in queries.askable().values()) == 1
    assert session.query(Letter).filter_by(template="exams/doubted").count() >= 1
    session.rollback()
    desk = cast.signed_in(app, cast.somebody("courses").email).get(f"/desk/exams/questions/{touched}/")
    assert "所引条款有了变动，要复核" in desk.text
    desk.press("复核：题目仍然成立").submit("复核：题目仍然成立", reason="")
    assert desk.status == 422
    desk.submit("复核：题目仍然成立", reason="期限变长，答案不受影响")
    assert state(touched) is QuestionState.USED
    with writing():
        assert clockwork.recheck_all() == 0, "what was looked at stays settled"


def test_a_plan_is_put_into_force_by_another_and_only_when_the_bank_is_big_enough(app: Flask) -> None:
    course = school.course()
    with writing():
        plan = actions.plan_exam(session.get_one(Course, course), parts=hall.PARTS, minutes=30, actor=cast.staff("courses"))  # fmt: skip
        assert "题库里启用的题不够：单选题" in str(gates.fits_the_bank(plan))
        id_ = plan.id
    with writing(), pytest.raises(Refused, match="不够"):
        PLAN.take("enforce", session.get_one(type(plan), id_), actor=cast.staff("issuer"))
    hall.bank()
    both = cast.staff("courses", "issuer")
    with writing():
        actions.plan_exam(session.get_one(Course, course), parts=hall.PARTS, minutes=45, actor=both)
    with writing(), pytest.raises(Refused, match="另一人"):
        PLAN.take("enforce", session.get_one(type(plan), id_), actor=both)
    page = (
        cast.signed_in(app, cast.somebody("issuer").email)
        .get(f"/desk/exams/of/{course}/")
        .press("启用组卷方案")
    )
    page.submit("启用组卷方案")
    assert "使用中" in page.text
    assert "考试：4题，45分钟" in page.get("/training/reviewers/").text


def test_a_plan_by_form_and_what_is_wrong_with_it(app: Flask) -> None:
    course = school.course()
    page = cast.signed_in(app, cast.somebody("courses").email).get(f"/desk/exams/of/{course}/edit/")
    page.submit("保存", minutes="40")
    assert "请至少写一行。" in page.refusals
    page.submit("保存", minutes="40", kind0="single", count0="3", kind1="single", count1="2")
    assert "同一题型、同一主题只写一行。" in page.refusals
    page.submit(
        "保存", minutes="40", kind0="single", count0="3", kind1="written", topic1=hall.OTHER, count1="1"
    )
    assert "单选题3道（不限主题）" in page.text
    assert f"书面题1道（{hall.OTHER}）" in page.text


def book(**changes: object) -> dict[str, object]:
    return {
        "kind": "单选题", "topic": hall.TOPIC, "words": "哪一个对？", "options": "A. 甲\nB. 乙", "right": "B", "points": 2, "explanation": "", "clause": "1:3",
    } | changes  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"kind": "填空题"}, "题型可填：单选题、多选题、判断题、书面题。"), ({"topic": "别的"}, f"主题可填：{'、'.join(TOPICS)}。"), ({"points": 0}, "分值请填1到99的整数。"),
        ({"words": ""}, "题干：没有填。"), ({"options": "甲\n乙"}, "选项请一行一个，写成“A. 内容”，从A到H。"), ({"options": "A. 甲\nA. 乙"}, "选项的字母重复。"),
        ({"right": "C"}, "正确答案里有没有列出的选项。"), ({"clause": "第三条"}, "依据请写成“文本编号:条款编号”，例如12:8.2；编号见登记条款的页面。"),
    ],
)  # fmt: skip
def test_a_faulty_row_is_named_with_its_number(app: Flask, changes: dict[str, object], sentence: str) -> None:
    with app.test_request_context():
        _rows, faults = workbook.read(
            workbook.written([book(), book(words="另一题") | changes]), topics=TOPICS
        )
    assert (3, sentence) in faults


def test_what_is_no_workbook_or_has_no_rows_is_one_fault(app: Flask) -> None:
    with app.test_request_context():
        assert workbook.read(b"PK nothing", topics=TOPICS)[1][0][0] == 0
        assert workbook.read(workbook.template(TOPICS), topics=TOPICS)[1] == [(0, "表里没有要导入的行。")]
        assert (3, "题干与第2行重复。") in workbook.read(workbook.written([book(), book()]), topics=TOPICS)[1]


def handed_in(app: Flask, rows: list[dict[str, object]]) -> tuple[object, int]:
    page = cast.signed_in(app, cast.somebody("courses").email).get("/desk/exams/lists/new/")
    with app.test_request_context():
        content = workbook.written(rows)
    page.submit("上传并试读", file=Paper("考题.xlsx", content))
    jobs.run_due()
    id_ = session.query(QuestionList).order_by(QuestionList.id.desc()).first()
    assert id_ is not None
    found = int(id_.id)
    session.rollback()
    return page.get(f"/desk/exams/lists/{found}/"), found


def test_a_workbook_is_taken_whole_or_not_at_all(app: Flask) -> None:
    number = texts.kept().id
    session.rollback()
    page, _id = handed_in(app, [book(clause=f"{number}:3"), book(words="另一题", clause=f"{number}:77")])
    assert "表里有1处要改，没有导入任何题目。" in page.text  # type: ignore[attr-defined]
    assert session.query(Question).count() == 0
    session.rollback()
    page, id_ = handed_in(
        app,
        [
            book(clause=f"{number}:3"),
            book(words="另一题", clause=f"{number}:4", kind="判断题", options="", right="正确"),
        ],
    )
    page.submit("导入")  # type: ignore[attr-defined]
    assert "已导入2道题" in page.text  # type: ignore[attr-defined]
    assert session.query(Question).count() == 2
    assert all(q.state is QuestionState.DRAFT and q.clauses for q in session.query(Question))
    assert session.get_one(QuestionList, id_).state is ListState.TAKEN
    session.rollback()
    again, _id = handed_in(app, [book(clause=f"{number}:3")])
    assert "题库里已有同样的题干。" in again.text  # type: ignore[attr-defined]


def test_statistics_name_nobody_and_are_silent_about_few(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    _held, places = hall.held(people=3)
    for n, place in enumerate(places, 1):
        email = f"p{n}@demo.example"
        sitting = hall.started(place, email)
        hall.answered(sitting, right=n > 1, email=email)
        hall.handed_in(sitting, email)
    ids = [q.id for q in session.query(Question)]
    assert queries.right_shares(ids, 4) == {}
    shares = queries.right_shares(ids, 1)
    assert all(right <= n for n, right in shares.values())
    assert sum(n for n, _right in shares.values()) == 12
    assert sum(right for _n, right in shares.values()) == 8
    session.rollback()
    page = cast.signed_in(app, cast.somebody("courses").email).get("/desk/exams/")
    assert not cast.is_named("样例1", page.text)
    assert "至少10人答过的题才显示" in page.text


def test_the_lists_cost_the_same_with_one_and_with_many(app: Flask) -> None:
    _held, places = hall.held(people=6)
    sitting = hall.started(places[0])
    page = cast.signed_in(app, cast.somebody("courses").email)
    few = (page.get("/desk/exams/").statements, page.get("/desk/exams/papers/").statements)
    hall.bank(single=20)
    for n, place in enumerate(places[1:], 2):
        hall.started(place, f"p{n}@demo.example")
    assert (page.get("/desk/exams/").statements, page.get("/desk/exams/papers/").statements) == few
    own = cast.signed_in(app, "p1@demo.example")
    before = own.get(f"/my/exams/{sitting}/").statements
    hall.answered(sitting)
    assert own.get(f"/my/exams/{sitting}/").statements == before


def test_a_template_to_fill_in(app: Flask) -> None:
    page = cast.signed_in(app, cast.somebody("courses").email)
    answer = page.client.get("/desk/exams/lists/template.xlsx")
    assert answer.mimetype.endswith("sheet")
    assert io.BytesIO(answer.data).read(2) == b"PK"
