"""The list by every filter, in figures, beside its clauses; corrections; what people ask."""

import json
import re

import pytest

from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from bulletins.articles import actions, clockwork
from bulletins.articles.models import ArticleRequest, CaseArticle, RequestState
from bulletins.articles.queries import called
from bulletins.articles.workflow import CORRECTION
from tests import cast
from tests.association.pledges import signed
from tests.bulletins.articles import written as art
from tests.bulletins.cases import after
from tests.bulletins.cases import filed as way
from tests.page import Page

DAY = "2026-12-08"
FILTERS = (
    "fault=推广素材与正片不一致",
    "party=studio",
    "measure=warn",
    "outcome=upheld",
    "year=2026",
    "q=推广",
)


@pytest.fixture
def firm(app):
    signed.issued()
    firm = way.bound()
    after.in_effect(firm)
    with way.on(DAY):
        art.issued(firm)
        yield firm


def test_every_filter_is_an_address_a_feed_and_a_data_set(app, firm):
    (clause,) = {c.clause.key for c in art.article(firm).clauses}
    for chosen in (*FILTERS, f"clause={clause}"):
        page = Page(app).get(f"/cases/?{chosen}")
        assert "例〔2026〕1号" in page.text, chosen
        items = json.loads(app.test_client().get(f"/cases/?{chosen}&format=json").text)["items"]
        assert [item["number"] for item in items] == ["例〔2026〕1号"]
        assert "例〔2026〕1号" in app.test_client().get(f"/cases/?{chosen}&format=csv").get_data(as_text=True)
        assert "推广素材与正片不一致" in app.test_client().get(f"/cases/?{chosen}&format=atom").get_data(
            as_text=True
        )
    assert "没有符合这些条件的" in Page(app).get("/cases/?party=platform").text


def test_each_choice_says_how_many_it_would_leave(app, firm):
    page = Page(app).get("/cases/?party=platform")
    links = page.links()
    assert "制作机构1" in links
    assert not any(words.startswith("播出平台1") for words in links)
    assert "警示1" in Page(app).get("/cases/").links()


def test_words_find_the_newest_and_say_when_there_are_more(app, firm, monkeypatch):
    assert "例〔2026〕1号" in Page(app).get("/cases/?q=推广 例〔2026〕").text
    assert "没有符合这些条件的" in Page(app).get("/cases/?q=推广 没有这个词").text
    assert "只找出最近登记的" not in Page(app).get("/cases/?q=推广").text
    monkeypatch.setattr(called, "MOST", 1)
    assert "只找出最近登记的" in Page(app).get("/cases/?q=素材").text


def test_figures_stand_beside_their_charts(app, firm):
    page = Page(app).get("/cases/figures/?measure=warn")
    assert "按公开的月份" in page.text
    assert "0–30天1" in page.text.replace(" ", "")
    assert page.html.count("<svg") >= 2
    page.press("看这些案例")
    assert page.path == "/cases/?measure=warn"


def test_the_clause_names_the_case_and_the_case_its_clause(app, firm):
    page = Page(app).get("/cases/2026-1/")
    clause = re.search(r'class="src"><a href="([^"]+)"', page.html).group(1).replace("&amp;", "&")
    assert "推广素材与正片不一致" in Page(app).get(clause).text


def test_a_list_costs_the_same_with_one_and_with_many(app, firm):
    def cost() -> dict[str, int]:
        return {
            path: Page(app).get(path).statements
            for path in ("/cases/", "/cases/figures/", *(f"/cases/?{f}" for f in FILTERS))
        }

    def more(number: int) -> None:
        first = art.article(firm)
        with writing():
            for n in range(number):
                case = way.case(firm)
                values = {
                    c.name: getattr(case, c.name)
                    for c in case.__table__.columns
                    if c.name not in ("id", "number")
                }
                copy = type(case)(**values, number=f"copy {first.id} {n}")
                session.add(copy)
                session.flush()
                facts = {
                    c.key: getattr(first, c.key)
                    for c in CaseArticle.__mapper__.column_attrs
                    if c.key not in ("id", "case_id", "slug")
                }
                session.add(CaseArticle(**facts, case_id=copy.id, slug=f"copy-{n}"))

    one = cost()
    more(30)
    assert cost() == one


def test_a_correction_is_a_dated_entry_and_the_text_is_put_right(app, firm):
    with way.on("2026-12-10"):
        art.corrected(firm, field="happened", before="两条推广素材", to="三条推广素材")
    page = Page(app).get("/cases/2026-1/")
    assert "当事单位投放的三条推广素材里" in page.text
    assert "2026年12月10日更正：发生了什么事" in page.text.replace(" ", "")
    assert "两条推广素材" in page.text
    assert session.query(Letter).filter_by(template="articles/corrected").count() == 2
    with pytest.raises(Refused, match="没有这些文字"):
        art.corrected(firm, field="happened", before="十条推广素材", to="三条")


def test_who_proposes_a_correction_does_not_sign_it_and_it_brings_no_name(app, firm):
    both = cast.actor(cast.somebody("editor", "issuer"))
    for words in ("三条推广素材", "演员王小明的素材"):
        with writing():
            actions.propose_correction(
                art.article(firm),
                field="happened",
                before="两条推广素材",
                after=words,
                because="核对。",
                actor=both,
            )
    with pytest.raises(Refused, match="须由另一人办理"), writing():
        CORRECTION.take("issue_correction", art.article(firm).corrections[0], actor=both)
    with pytest.raises(Refused, match="个人信息"), writing():
        CORRECTION.take("issue_correction", art.article(firm).corrections[1], actor=way.staff("issuer"))


def test_what_the_respondent_adds_is_shown_word_for_word_unless_it_tells_of_people(app, firm):
    with writing():
        way.CASE.take("state", way.case(firm), actor=firm.signer, reason="我们已经重新核对全部素材。")
    assert "我们已经重新核对全部素材。" in Page(app).get("/cases/2026-1/").text
    with writing():
        way.CASE.take("state", way.case(firm), actor=firm.signer, reason="责任人王小明，电话13800000000。")
    assert "13800000000" not in Page(app).get("/cases/2026-1/").html
    assert art.article(firm).due == "added"
    cast.somebody("editor", email="editor@staff.example")
    desk = cast.signed_in(app, "editor@staff.example").get(f"/desk/articles/{art.article(firm).id}/")
    desk.press("补记案件的后续").submit("补记")
    assert desk.status == 409
    desk.submit("补记", statement="责任人已经离岗。")
    assert "责任人已经离岗。" in Page(app).get("/cases/2026-1/").text
    assert art.article(firm).due == ""


def test_anybody_may_ask_for_a_correction_and_is_answered(app, firm):
    visitor = Page(app).get("/cases/2026-1/").press("提出更正")
    visitor.submit("提交", what="第一部分的数字不对。", who="读者", email="")
    assert visitor.errors == ["请写明答复送到哪里。"]
    visitor.submit("提交", what="第一部分的数字不对。", who="读者", email="reader@visitor.example")
    assert "10个工作日内答复" in visitor.text
    cast.somebody("editor", email="editor@staff.example")
    desk = cast.signed_in(app, "editor@staff.example").get(f"/desk/articles/{art.article(firm).id}/")
    assert "第一部分的数字不对。" in desk.text
    desk.press("答复").submit("答复", accepted="no", words="数字与投放记录一致。")
    (letter,) = session.query(Letter).filter_by(template="articles/answer")
    assert (letter.to_address, "数字与投放记录一致。" in letter.body) == ("", True)
    with way.on("2027-08-01"), writing():
        assert (clockwork.forget(), clockwork.forget()) == (1, 0)
    request = session.query(ArticleRequest).one()
    assert (request.state, request.who, request.email, request.what) == (RequestState.DECLINED, "", "", "")


def test_a_party_to_one_case_reaches_nothing_of_another(app, firm):
    other = way.bound(103, name="白鹭样例影视有限公司")
    page = cast.signed_in(app, other.signer_account.email)
    for path in (
        f"/desk/articles/{art.article(firm).id}/",
        f"/desk/articles/{art.article(firm).id}/edit/",
        f"/my/cases/{way.case(firm).id}/",
        "/desk/articles/",
    ):
        assert page.get(path).status in (403, 404), path
    assert firm.organisation.name not in page.get("/cases/2026-1/").html


def test_whoever_is_tied_reads_the_article_but_not_its_file(app, firm):
    from tests.association.ties import tied

    editor = cast.somebody("editor", email="editor9@staff.example")
    tied.tie(editor, firm)
    page = cast.signed_in(app, editor.email)
    assert page.get("/cases/2026-1/").status == 200
    assert page.get(f"/desk/articles/{art.article(firm).id}/").status == 403
    assert art.article(firm).number not in page.get("/desk/articles/").text
