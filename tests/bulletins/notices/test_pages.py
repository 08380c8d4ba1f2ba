"""Pages of notices: who sees what, forms that keep what was typed, the desk, the home page."""

import pytest

from association.kernel.db import session
from bulletins.notices.models import NoticeKind, NoticeState
from tests import cast
from tests.bulletins.notices import issued as way
from tests.bulletins.notices.issued import notice
from tests.bulletins.notices.test_issuing import cited_edition
from tests.page import Page


def desk(app, role: str = "editor") -> Page:
    return cast.signed_in(app, cast.somebody(role, email=f"{role}@staff.example").email)


def test_without_notices_list_and_home_say_so(visitor):
    assert "没有通报" in visitor.get("/bulletins/").text
    assert "本会还没有发布通报" in visitor.get("/").text
    assert visitor.get("/bulletins/bulletin-2026-1/").status == 404
    assert visitor.get("/bulletins/bulletin-2026-1/document.pdf").status == 404


def test_an_editor_begins_writes_cites_and_sends_it_to_review(app):
    cited_edition()
    page = desk(app).get("/desk/notices/").press("起草通报或公告")
    page.submit("开始起草", kind="forwarded", topic="片名与简介")
    assert page.errors == ["请填写标题"]
    page.submit(
        "开始起草",
        title="样例提示",
        source_issuer="示例省示例主管部门",
        source_number="示办发〔2026〕7号",
        source_url="authority",
    )
    assert page.errors == ["网址请以https://开头"]
    assert page.value("source_number") == "示办发〔2026〕7号"
    page.submit("开始起草", source_url="https://authority.example/7")
    assert "已开始起草" in page.text
    assert "送初审" not in page.links()
    page.press("起草正文").submit("保存", text=way.TEXT)
    page.press("写完返回").press("引用条款").submit("引用", path="第九条")
    assert "这一版没有这一条" in page.errors[0]
    page.submit("引用", path="第二条")
    assert "《样例办法》第二条" in page.text
    page.press("去掉").submit("去掉")
    assert "《样例办法》第二条" not in page.text.partition("办理记录")[0]
    page.press("修改标题和发送范围").submit("保存", title="样例提示二", audience=["studio"])
    assert "制作机构" in page.text
    page.press("送初审").submit("送初审")
    assert notice().state is NoticeState.FIRST
    assert page.get(f"/desk/notices/{notice().id}/facts/").status == 409
    assert page.get(f"/desk/notices/{notice().id}/write/").status == 409
    assert page.get(f"/desk/notices/{notice().id}/cite/").status == 409


def test_the_desk_shows_each_reviewer_their_turn_only(app):
    way.written(names_somebody=True)
    way.step("submit", "editor")
    way.step("first_review", "editor")
    assert "关于推广素材" in desk(app, "reviewer").get("/desk/").text
    for role in ("issuer", "legal", "editor"):
        assert "关于推广素材" not in desk(app, role).get("/desk/").text.partition("办过的")[0]
    way.step("second_review", "reviewer")
    page = desk(app, "legal").get("/desk/").press("办理：通报").press("法务审通过").submit("法务审通过")
    assert "待终审" in page.text


@pytest.mark.parametrize("role", [None, "intake", "experts", "registrar", "trainee"])
def test_drafts_are_nobody_elses_business(app, as_, visitor, role):
    way.written()
    reader = as_(role) if role else visitor
    page = reader.get(f"/desk/notices/{notice().id}/", follow=False)
    assert page.status in (302, 403)
    assert "关于推广素材" not in reader.get("/bulletins/").html


def test_the_issued_page_shows_number_text_signatory_chain_and_clauses(app, visitor):
    edition = cited_edition()
    way.written()
    from association.kernel.transactions import writing
    from bulletins.notices import actions

    with writing():
        actions.cite(notice(), edition=edition, path="2", actor=way.staff("editor"))
    way.reviewed()
    page = visitor.get("/bulletins/bulletin-2026-1/")
    for words in ("协会通〔2026〕1号", "各会员单位：", "一、主要情况", "一审", "三审", "《样例办法》第二条"):
        assert words in page.text
    assert "关于推广素材" in visitor.get(f"/rules/{edition.document.slug}/p/2/").text
    assert "关于推广素材" in visitor.get("/").text


def test_what_is_forwarded_shows_the_authority_first_and_no_red_head(app, visitor):
    way.issued(kind=NoticeKind.FORWARDED, **way.SOURCE)
    page = visitor.get("/bulletins/forwarded-2026-1/")
    assert "示办发〔2026〕7号" in page.text
    assert "以原文为准" in page.text
    assert "red-head" not in page.html


def test_the_list_is_filtered_and_exported_alike(app, visitor):
    way.issued()
    way.issued(kind=NoticeKind.ANNOUNCEMENT, title="关于年会的公告", topic="其他")
    way.issued(kind=NoticeKind.FORWARDED, title="转发样例提示", **way.SOURCE)
    listed = visitor.client.get("/bulletins/?kind=announcement&format=json").json
    assert [item["title"] for item in listed["items"]] == ["关于年会的公告"]
    assert visitor.client.get("/bulletins/?topic=推广素材&format=json").json["count"] == 2
    assert visitor.client.get("/bulletins/?year=2026&format=json").json["count"] == 3
    assert (
        visitor.client.get("/bulletins/?q=示办发&format=json").json["items"][0]["number"]
        == "示办发〔2026〕7号"
    )
    assert "没有“x”这个选项" in visitor.get("/bulletins/?kind=x").text


def test_a_list_of_notices_costs_the_same_however_long(app, visitor):
    way.issued()
    visitor.get("/bulletins/?order=title")
    first = visitor.statements
    for n in range(4):
        way.issued(title=f"关于样例{n}的通报")
    visitor.get("/bulletins/?order=title&page=1")
    assert visitor.statements == first


def test_a_correction_is_proposed_and_signed_on_the_pages(app, visitor):
    way.issued()
    page = desk(app).get(f"/desk/notices/{notice().id}/").press("更正")
    page.submit("提出更正", before="没有的话", after="甲", because="错")
    assert page.errors == ["正文里没有这些文字，请照原文填写。"]
    assert page.value("after") == "甲"
    page.submit("提出更正", before="六个月", after="三个月")
    assert "待签发" in page.text
    assert "三个月" not in visitor.get("/bulletins/bulletin-2026-1/").text
    signing = desk(app, "issuer").get("/desk/").press("办理：更正").press("签发更正").submit("签发更正")
    assert "已更正" in signing.text
    assert "三个月" in visitor.get("/bulletins/bulletin-2026-1/").text


def test_a_withdrawn_notice_is_neither_corrected_nor_printed_for_new_readers(app, visitor):
    way.issued()
    way.step("withdraw", "issuer", reason="数据有误")
    session.rollback()
    assert desk(app).get(f"/desk/notices/{notice().id}/correct/").status == 409
    assert "PDF" not in visitor.get("/bulletins/bulletin-2026-1/").links()
