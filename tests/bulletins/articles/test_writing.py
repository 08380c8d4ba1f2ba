"""From a case file to a public page: written, scanned, taught, reviewed three times, issued."""

import pytest

from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.search import records
from association.kernel.transactions import writing
from bulletins.articles import actions, scanning
from bulletins.articles.models import ArticleState
from tests import cast
from tests.association.pledges import signed
from tests.association.ties import tied
from tests.bulletins.articles import written as art
from tests.bulletins.cases import after
from tests.bulletins.cases import filed as way
from tests.page import Page

DAY = "2026-12-08"


@pytest.fixture
def firm(app):
    signed.issued()
    firm = way.bound()
    after.in_effect(firm)
    with way.on(DAY):
        yield firm


def test_an_article_is_issued_by_three_people_and_told_in_order(app, firm):
    found = art.issued(firm)
    assert (found.state, found.number, found.slug) == (ArticleState.PUBLISHED, "例〔2026〕1号", "2026-1")
    assert (found.fault, found.measure, found.outcome.value, found.month, found.days) == (
        "推广素材与正片不一致",
        "warn",
        "upheld",
        202612,
        0,
    )
    page = Page(app).get("/cases/2026-1/")
    told = [
        "发生了什么事",
        "涉及哪些条款",
        "当事方怎么说",
        "决定及理由",
        "措施",
        "改正情况",
        "以案说法",
        "更正与后续",
    ]
    places = [page.text.index(words, page.text.index("复核分由不同的人承担")) for words in told]
    assert places == sorted(places)
    for words in (
        "警示",
        "祝样例",
        "一家制作机构（名称不公开）",
        "素材可以剪辑，不可以另编。",
        "不是行政处罚",
    ):
        assert words in page.text
    assert firm.organisation.name not in page.html
    assert session.query(Letter).filter_by(template="articles/issued").count() == 2
    listed = Page(app).get("/cases/")
    assert "例〔2026〕1号" in listed.text
    assert firm.organisation.name not in listed.html


def test_whoever_reviewed_before_does_not_review_again(app, firm):
    art.written(firm)
    art.took("submit", firm, "editor")
    art.took("first_review", firm, "editor")
    both = cast.actor(cast.somebody("reviewer", email="editor@staff.example"))
    with pytest.raises(Refused, match="须由另一人办理"), writing():
        art.ARTICLE.take("second_review", art.article(firm), actor=both)


def test_nothing_is_written_of_a_case_that_is_not_in_effect(app, as_):
    signed.issued()
    firm = way.bound()
    after.served(firm)
    with pytest.raises(Refused, match="没有生效"):
        art.begun(firm)
    page = as_("editor").get(f"/desk/articles/cases/{way.case(firm).id}/begin/")
    assert page.status == 409
    assert way.case(firm).title not in page.text


def test_what_is_missing_is_said(app, firm):
    art.begun(firm)
    with pytest.raises(
        Refused, match="还缺：提要、发生了什么事、当事方怎么说、决定及理由、以案说法、自查的问题"
    ):
        art.took("submit", firm, "editor")


@pytest.mark.parametrize(
    "words",
    [
        "电话１３８ ００００ ００００。",
        "身份证号11010519491231002X。",
        "家住样例路12号3栋。",
        "演员王小明迟到。",
        "微信号abc12345。",
        "卡号6222020000000000000。",
    ],
)
def test_a_place_that_tells_of_a_person_stops_it_until_it_is_resolved(app, firm, words):
    art.written(firm, happened=f"{art.PARTS['happened']}{words}")
    with pytest.raises(Refused, match=r"有1处.*发生了什么事"):
        art.took("submit", firm, "editor")
    (place,) = scanning.unresolved(art.article(firm))
    who = way.staff("editor")
    with pytest.raises(Refused, match="理由"), writing():
        actions.pass_place(art.article(firm), field=place.field, mark=place.mark, because=" ", actor=who)
    with writing():
        actions.pass_place(
            art.article(firm), field=place.field, mark=place.mark, because="剧中的虚构内容。", actor=who
        )
    art.took("submit", firm, "editor")


def test_the_respondents_name_is_removed_and_never_passed(app, firm):
    name = firm.organisation.name
    art.written(firm, decided=f"{name}投放了素材。")
    (place,) = scanning.unresolved(art.article(firm))
    assert place.is_respondent
    who = way.staff("editor")
    with pytest.raises(Refused, match="请去掉"), writing():
        actions.pass_place(art.article(firm), field=place.field, mark=place.mark, because="需要", actor=who)
    art.changed(firm)
    art.took("submit", firm, "editor")


def test_an_expert_with_a_tie_is_not_asked(app, firm):
    art.begun(firm)
    teacher = art.expert(2)
    tied.tie(teacher, firm)
    with pytest.raises(Refused, match="有利害关系"), writing():
        actions.ask_teacher(art.article(firm), teacher=teacher, due_on=None, actor=way.staff("editor"))


def test_the_desk_writes_through_pages(app, firm):
    cast.somebody("editor", email="editor@staff.example")
    desk = cast.signed_in(app, "editor@staff.example").get("/desk/articles/")
    desk.press("从案件写一件典型案例").press(way.case(firm).number).submit(
        "开始", title="推广素材与正片不一致"
    )
    assert "还不能往下办" in desk.text
    assert "还缺：提要" in desk.text
    desk.press("写各部分")
    assert desk.value("happened")
    desk.submit("保存", **(art.PARTS | {"happened": "家住样例路12号3栋。"}))
    assert "没有处理" not in desk.text
    assert "写明保留的理由" in desk.text
    desk.press("写明保留的理由").submit("保留", because="剧中的地点。")
    assert "剧中的地点。" in desk.text
    teacher = art.expert()
    desk.press("约请专家写以案说法").submit("约请", teacher=str(teacher.id))
    own = cast.signed_in(app, teacher.email).get("/review/lessons/")
    own.press("推广素材与正片不一致").submit("交给编辑", lesson=art.LESSON)
    assert art.article(firm).lesson_points[0] == "素材可以剪辑，不可以另编。"
    assert firm.organisation.name not in own.html
    desk.get(f"/desk/articles/{art.article(firm).id}/")
    assert "还不能往下办" not in desk.text
    desk.press("送初审").submit("送初审")
    assert art.article(firm).state is ArticleState.FIRST


@pytest.mark.parametrize("role", ["registrar", "panel", "expert", "courses"])
def test_nobody_else_reads_the_file(app, firm, role):
    art.begun(firm)
    page = cast.signed_in(app, cast.somebody(role).email).get(f"/desk/articles/{art.article(firm).id}/")
    assert page.status == 403
    with pytest.raises(Forbidden):
        actions.change(art.article(firm), questionnaire=None, actor=way.staff(role), **art.PARTS)


def test_it_is_found_by_its_words_and_never_by_the_name(app, firm):
    found = art.issued(firm)
    record = session.query(records.SearchRecord).filter_by(key=f"case_article:{found.id}").one()
    assert "情节正片里没有" in record.body
    assert firm.organisation.name not in record.body + record.title
