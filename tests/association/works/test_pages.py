"""Asking, as a visitor: an address with a question gives an answer, the same in data, in both languages."""

import json

import pytest

from association.kernel import contact
from tests.page import Page


def test_a_studio_fills_in_the_form_and_reads_class_reasons_authority_and_basis(visitor):
    page = visitor.get("/works/class/").submit(
        "看看属于哪一类", minutes="1.5", theme="yes", plot="yes", day="2026-07-01", making="ai", wan="80", subject=[], trigger=[]
    )  # fmt: skip
    assert page.status == 200
    for words in (
        "提示，不是决定", "像微短剧", "重点微短剧", "投资80万元，不低于重点的起点80万元（含）", "由总局统一备案公示", "2026年6月25日",
        "文号待核", "还没有人与原文核对", "问协会",
    ):  # fmt: skip
        assert words in page.text


def test_the_address_is_the_question(visitor):
    page = visitor.get("/works/class/?day=2024-06-01&wan=29.5&trigger=voluntary&subject=公安")
    assert "自愿按重点申报" in page.text
    assert page.value("wan") == "29.5"
    assert "2024年6月1日起，没有许可证号或备案号的微短剧不得上网传播。（所填日期就是这天）" in page.text


def test_what_cannot_be_read_is_said_at_its_field_and_the_rest_is_answered(visitor):
    page = visitor.get("/works/class/?day=2026-13-40&wan=many&minutes=-3&episodes=x&making=clay")
    assert page.status == 200
    assert page.errors == [
        "时长请填分钟数，例如1.5。", "集数请填一个整数。", "日期请写成2026-11-23这样，已按今天判断。", "没有这种制作方式，已按真人实拍判断。",
        "投资额请填万元数，例如99.5；最多四位小数。",
    ]  # fmt: skip
    assert page.value("wan") == "many"
    assert "没有填投资额，还不能判断" in page.text


def test_full_width_figures_and_commas_are_figures(visitor):
    assert "投资1,200万元" in visitor.get("/works/class/?wan=１，２００&day=2026-01-01").text


def test_what_is_no_micro_drama_has_no_class(visitor):
    page = visitor.get("/works/class/?minutes=45&wan=500")
    assert "不像微短剧" in page.text
    assert "重点微短剧" not in page.text
    doubtful = visitor.get("/works/class/?minutes=16&wan=500&episodes=2")
    assert "拿不准" in doubtful.text
    assert "略超过15分钟" in doubtful.text
    assert "通常不少于3集" in doubtful.text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_answer_as_data_in_both_languages(app, language):
    page = Page(app, language=language)
    address = "/works/class/?minutes=2&wan=100&day=2026-02-01&making=animated"
    page.get(address)
    data = json.loads(page.get(address + "&format=json").answer.text)
    assert data["class"]["value"] == "ordinary"
    assert data["micro_drama"]["verdict"] == "yes"
    assert data["rule"]["in_force_from"] == "2026-01-01"
    assert data["rule"]["number_to_verify"] is True
    page.get(address)
    assert data["class"]["reasons"][0] in page.text
    assert data["class"]["handled"] in page.text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "address", ["/works/class/", "/works/class/rules/", "/works/titles/", "/hints/", "/works/titles/?titles=样例豪门%0A晨曦里的河灯"]
)  # fmt: skip
def test_every_page_is_whole_in_both_languages(app, language, address):
    assert Page(app, language=language).get(address).status == 200


def test_titles_are_looked_over_a_line_at_a_time(visitor):
    page = visitor.get("/works/titles/").submit("看一看", titles="样例豪門之路\n晨曦里的河灯")
    assert "炫富拜金" in page.text
    assert "没有找到表里的字样" in page.text
    assert "没有找到，不等于片名没有问题" in page.text
    assert "<mark>豪門</mark>" in page.html
    data = json.loads(visitor.get("/works/titles/?titles=样例豪門之路&format=json").answer.text)
    assert data["titles"][0]["hints"] == [
        {"label": "wealth", "words": "炫富拜金", "found": "豪門", "start": 2, "end": 4, "pattern": "豪门",
         "why": "用巨额财富、身份悬殊作卖点。"}
    ]  # fmt: skip


def test_too_many_titles_and_one_too_long_are_said(visitor):
    page = visitor.get("/works/titles/?titles=" + "%0A".join(["样例"] * 21))
    assert "一次最多看20个，其余没有看。" in page.errors
    page = visitor.get("/works/titles/?titles=" + "样" * 101)
    assert "超过100个字，只看了前面的部分。" in page.errors[0]


def test_the_page_leads_to_where_questions_are_asked(app, visitor, monkeypatch):
    monkeypatch.setitem(app.extensions, contact.EXTENSION, "home.index")
    assert "向协会提问" in visitor.get("/works/class/?wan=1").links()
    monkeypatch.setitem(app.extensions, contact.EXTENSION, "nowhere.index")
    assert "向协会提问" not in visitor.get("/works/class/?wan=2").links()
