"""Search of the site: what is public is found by part of its name, on the page and in both exports alike."""

import csv
import io

from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.search import records
from association.kernel.transactions import writing
from association.organisations import effects as organisations
from association.organisations.models import FormerName, Organisation
from association.pledges.models import Signature
from association.rules import effects as rules
from association.rules.models import Document
from tests import cast
from tests.association.pledges import signed as way
from tests.association.rules import texts
from tests.page import Page


def test_a_verified_organisation_is_found_by_part_of_its_name(visitor: Page) -> None:
    cast.verified(101)
    jobs.run_due()
    page = visitor.get("/search?q=晨曦")
    assert "1 条符合“晨曦”" in page.text
    assert page.press("晨曦样例影视有限公司").heading == "晨曦样例影视有限公司"


def test_an_application_that_is_not_verified_is_not_found(visitor: Page) -> None:
    cast.submitted(101)
    jobs.run_due()
    assert "没有找到" in visitor.get("/search?q=晨曦").text


def test_exports_hold_what_the_page_shows_and_everything_of_it(visitor: Page) -> None:
    for serial in range(101, 113):
        cast.verified(serial, name=f"晨曦{serial}样例影视有限公司")
    jobs.run_due()
    answer = visitor.client.get("/search?q=晨曦&format=json").get_json()
    assert answer["count"] == 12
    rows = list(
        csv.DictReader(io.StringIO(visitor.client.get("/search?q=晨曦&format=csv").text.lstrip("\ufeff")))
    )
    assert [row["地址"] for row in rows] == [item["url"] for item in answer["items"]]
    assert "晨曦" in visitor.client.get("/search?q=晨曦&format=json").text  # as written, not as escapes


def test_nothing_asked_says_how_to_ask_and_nothing_found_says_where_to_look(visitor: Page) -> None:
    assert "输入要找的字" in visitor.get("/search").text
    assert "单位名单" in visitor.get("/search?q=没有这样的字").text


def test_words_with_signs_of_markup_are_shown_as_words(visitor: Page) -> None:
    page = visitor.get("/search?q=<b>晨曦</b>")
    assert "<b>晨曦</b>" in page.text


def _texts() -> None:
    texts.kept(texts.OLD)
    texts.kept(texts.NEW)
    jobs.run_due()


def test_a_clause_is_found_by_its_words_and_its_number_and_opens_at_it(visitor: Page) -> None:
    _texts()
    for q in (
        "核对记录不少于六个月",
        "自律规则 第四条",
        "样例短剧自律规则第四条",
        "《样例短剧自律规则》第4条",
        "自律规则第４條",
    ):
        page = visitor.get(f"/search?q={q}")
        assert "#p-4" in page.html, q
    assert "#p-4:~:text=" in visitor.get("/search?q=核对记录不少于六个月").html


def test_a_clause_that_is_no_more_is_found_no_more(visitor: Page) -> None:
    _texts()
    assert "没有一处含有" in visitor.get("/search?q=纸质名册一份").text


def test_texts_from_before_clauses_were_found_get_theirs(visitor: Page) -> None:
    _texts()
    with writing():
        for document in session.query(Document):
            records.keep(f"clause:{document.id}:", [])
    records.sync()
    with writing():
        rules.publish_clauses()
    jobs.run_due()
    assert "#p-4" in visitor.get("/search?q=核对记录不少于六个月").html


def test_what_a_clause_says_is_answered_first(visitor: Page) -> None:
    _texts()
    for q in ("样例短剧自律规则第四条是什么", "第四条", "what is item 4"):
        page = visitor.get(f"/search?q={q}")
        assert "直接回答" in page.text, q
        assert "推广素材应当取自正片，保存核对记录不少于六个月。" in page.text


def test_whether_somebody_is_a_signatory_is_answered_from_the_register(visitor: Page) -> None:
    pledge = way.issued()
    firm = cast.verified(101)
    cast.verified(102, name="白鹭样例影视有限公司")
    way.confirmed(firm)
    jobs.run_due()
    for q in (
        "晨曦样例影视签署公约了吗",
        "is 晨曦样例影视 a signatory?",
        "晨曦样例影视有限公司是不是签约单位",
    ):
        page = visitor.get(f"/search?q={q}")
        assert f"{pledge.title}：有效" in page.text, q
    assert "没有签署不说明其他" in visitor.get("/search?q=白鹭样例影视签署公约了吗").text
    assert "不是会员不说明其他" in visitor.get("/search?q=白鹭样例影视是会员吗").text
    assert "登记也不构成行政许可" in visitor.get("/search?q=白鹭样例影视登记了吗").text
    # of two that may be meant nothing is said
    assert "直接回答" not in visitor.get("/search?q=样例影视签署公约了吗").text
    number = session.query(Signature).one().number
    assert "晨曦样例影视有限公司：有效" in visitor.get(f"/search?q={number}").text


def test_nothing_is_answered_of_who_has_no_public_record(visitor: Page) -> None:
    cast.submitted(101)
    jobs.run_due()
    assert "直接回答" not in visitor.get("/search?q=晨曦样例影视是会员吗").text
    assert "直接回答" not in visitor.get(f"/search?q={cast.code(101)}").text


def test_a_former_name_and_its_reading_lead_to_the_record(visitor: Page) -> None:
    firm = cast.verified(101)
    with writing():
        session.add(FormerName(organisation_id=firm.id, name="黎明样本传媒有限公司", until=clock.today()))
        organisations.publish(session.get_one(Organisation, firm.id))
    jobs.run_due()
    for q in ("黎明样本", "liming", "lmyb"):
        assert "晨曦样例影视有限公司" in visitor.get(f"/search?q={q}").text, q


def test_kinds_days_and_order_narrow_what_is_found(visitor: Page) -> None:
    _texts()
    assert "条款" in visitor.get("/search?q=推广素材").text
    only = visitor.client.get("/search?q=推广素材&kind=clause&format=json").get_json()
    assert only["items"]
    assert all("#p-" in item["url"] for item in only["items"])
    assert visitor.client.get("/search?q=推广素材&until=2020-01-01&format=json").get_json()["count"] == 0
    assert (
        visitor.client.get("/search?q=推广素材&since=2026-01-01&order=newest&format=json").get_json()["count"]
        > 0
    )
    assert visitor.get("/search?q=推广素材&kind=nothing&since=x&page=x").status == 200


def test_a_wrong_sign_is_asked_about_and_what_is_near_is_shown(visitor: Page) -> None:
    cast.verified(101)
    jobs.run_due()
    page = visitor.get("/search?q=陈曦样例")
    assert "您要找的是不是" in page.text
    assert page.press("晨曦样例").status == 200
    assert "相近的内容" in visitor.get("/search?q=晨曦样例影视有限公司在哪里办公").text


def test_titles_are_suggested_while_typing(visitor: Page) -> None:
    cast.verified(101)
    jobs.run_due()
    for q in ("晨", "chen", "cx"):
        assert visitor.client.get(f"/search/suggest?q={q}").get_json() == ["晨曦样例影视有限公司"]
    assert visitor.client.get("/search/suggest").get_json() == []
