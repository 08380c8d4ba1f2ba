"""Pages of standards: who sees what, lists and exports, forms that keep what was typed, empty and wrong states."""

from datetime import timedelta

import pytest

from association.kernel import clock
from association.standards.models import ProjectState, StandardKind
from tests import cast
from tests.association.standards import on_the_way as way
from tests.association.standards.on_the_way import project
from tests.page import Page


def test_without_standards_the_list_says_so_and_leads_to_the_plan(visitor):
    page = visitor.get("/standards/")
    assert "没有标准" in page.text
    assert "没有项目" in page.press("制修订计划").text
    assert visitor.get("/standards/none/").status == 404
    assert visitor.get("/standards/none/life/").status == 404
    assert visitor.get("/standards/projects/1/").status == 404


def test_an_officer_proposes_follows_and_takes_back(app, post):
    firm = cast.verified()
    page = cast.signed_in(app, firm.clerk_account.email).get("/my/standards/")
    assert "还没有建议" in page.text
    page.press("建议制定或修订标准").submit("提出建议", why="片名夸张。")
    assert page.errors == ["请填写适用范围"]
    assert page.value("why") == "片名夸张。"
    page.submit("提出建议", scope="短剧片名。")
    assert page.errors == ["请填写名称。"]
    page.submit("提出建议", title="样例片名规范", kind="group")
    assert "已收到建议" in page.text
    assert "待立项" in page.text
    assert project().proposed_by == "晨曦样例影视有限公司"
    assert "标准建议：样例片名规范" in page.get("/my/").text
    page.get(f"/my/standards/{project().id}/").press("撤回建议").submit("撤回建议")
    assert "已撤回建议" in page.text
    stranger = cast.signed_in(app, cast.verified(102, name="北辰样例传媒有限公司").clerk_account.email)
    assert stranger.get(f"/my/standards/{project().id}/").status == 403


def test_who_acts_for_no_verified_organisation_is_told_why(app, as_):
    assert as_().get("/standards/propose/").status == 403
    firm = cast.submitted()
    page = cast.signed_in(app, firm.clerk_account.email).get("/standards/propose/")
    assert page.status in (403, 409)


def test_an_editor_writes_down_somebody_elses_proposal(as_):
    page = as_("editor").get("/desk/standards/").press("登记一项建议")
    page.submit("提出建议", title="样例规则", why="甲", scope="乙")
    assert page.errors == ["请写明提出单位。"]
    page.submit("提出建议", proposed_by="内容委员会")
    assert page.path == f"/desk/standards/{project().id}/" or "样例规则" in page.text


@pytest.mark.parametrize("state", ["proposed", "accepted", "laid_out", "passed"])
def test_a_project_is_public_from_its_acceptance_on(app, visitor, state):
    getattr(way, state)()
    page = visitor.get(f"/standards/projects/{project().id}/")
    listed = visitor.client.get("/standards/projects/?format=json").json["count"]
    if state == "proposed":
        assert page.path.startswith("/account/login")
        assert listed == 0
    else:
        assert way.TITLE in page.text
        assert listed == 1


def test_the_projects_page_names_what_is_missing_and_never_who_voted_how(app, visitor):
    way.laid_out()
    way.heard()
    way.sent()
    way.panel()
    page = visitor.get(f"/standards/projects/{project().id}/")
    assert "还有5位专家没有投票。" in page.text
    assert "参加审查的专家" in page.text
    way.votes(*[way.Vote.FOR] * 4, way.Vote.AGAINST)
    way.close()
    page.get(page.path)
    assert "第三条太严" not in page.html
    names = [reviewer.name for reviewer in way.review().reviewers]
    assert not any(name in page.html for name in names)


def test_a_standard_still_being_written_leads_to_its_history(app, visitor):
    way.passed()
    page = visitor.get(f"/standards/{project().standard.document.slug}/")
    assert page.path.endswith("/life/")
    assert "立项〔2026〕1号" in page.text
    assert visitor.get(f"/rules/{project().standard.document.slug}/").status == 404


def test_what_is_in_force_is_read_at_the_standards_address_and_at_the_rules(app, visitor):
    way.published(effective_in=0)
    slug = project().standard.document.slug
    page = visitor.get(f"/standards/{slug}/")
    for words in ("现行有效", "T/DEMO 001—2026", "第三条", "适用的单位", "一审", "二审", "三审", "起草单位"):
        assert words in page.text
    assert visitor.get(f"/rules/{slug}/{project().edition.slug}/").status == 200
    assert (
        visitor.get(f"/standards/{slug}/?on=2026-11-23").path
        == f"/standards/{slug}/{project().edition.slug}/"
    )
    assert "没有查到" in visitor.get(f"/standards/{slug}/?on=2020-01-01").text
    assert "日期请写成" in visitor.get(f"/standards/{slug}/?on=x").text


def test_lists_export_what_is_filtered(app, visitor):
    way.published(effective_in=0)
    way.published(effective_in=0, kind=StandardKind.RULE, title="样例素材规则")
    items = visitor.client.get("/standards/?kind=group&format=json").json["items"]
    assert [(i["title"], i["number"], i["standing"]) for i in items] == [
        (way.TITLE, "T/DEMO 001—2026", "现行有效")
    ]
    assert "样例素材规则" in visitor.client.get("/standards/?q=素材&format=csv").text
    assert "怎样放宽" in visitor.get("/standards/?q=没有的").text or "没有符合这些条件的" in visitor.text
    assert visitor.client.get("/standards/projects/?state=published&format=json").json["count"] == 2
    assert "没有“x”这个选项" in visitor.get("/standards/?kind=x").text


def test_lists_cost_the_same_however_long(app, visitor):
    way.published(effective_in=0)
    visitor.get("/standards/?order=title")
    first = visitor.statements
    for n in range(3):
        way.published(effective_in=0, title=f"样例规范{n}")
    visitor.get("/standards/?order=title&page=1")
    assert visitor.statements == first


def test_an_approval_form_keeps_what_was_typed_and_says_what_is_wrong(app):
    way.passed()
    page = cast.signed_in(app, cast.somebody("issuer", email="issuer@staff.example").email)
    page.get(f"/desk/standards/{project().id}/").press("登记批准、编号")
    page.submit("登记批准", approved_on="2026-11-20", effective_on="2026-01-01", note="请留意。")
    assert page.errors == ["请选择适用于哪些类别的单位"]
    page.submit("登记批准", binds=["studio", "platform"])
    assert page.errors == ["实施日期不能在今天之前：标准先发布，后实施。"]
    assert page.value("note") == "请留意。"
    day = (clock.today() + timedelta(days=40)).isoformat()
    page.submit("登记批准", effective_on=day, publish_at="2026-12-01T09:00")
    assert project().state is ProjectState.DRAFT
    assert project().publish_at.isoformat() == "2026-12-01T01:00:00+00:00"
    assert "制作机构、播出平台" in page.text


def test_a_step_that_lacks_something_has_no_button_and_its_address_says_why(app):
    way.accepted()
    page = cast.signed_in(app, cast.somebody("editor", email="editor@staff.example").email)
    page.get(f"/desk/standards/{project().id}/")
    assert "公开征求意见" not in page.links()
    page.get(f"/desk/standards/{project().id}/lay-out/")
    assert page.status == 409
    assert "还没有正文。" in page.text


def test_an_act_is_drafted_with_the_clause_in_words_and_kept_as_typed_when_wrong(app):
    way.published(effective_in=0)
    page = cast.signed_in(app, cast.somebody("editor", email="editor@staff.example").email)
    page.get(f"/desk/standards/kept/{project().standard_id}/").press("起草修改单或勘误")
    page.submit("存为草稿", kind="erratum", path="第九十条", before="夸张", after="夸大", because="错字")
    assert "这一版没有这一条" in page.errors[0]
    assert page.value("after") == "夸大"
    page.submit("存为草稿", path="第二条")
    assert "已起草" in page.text
    page.press("修改草稿").submit("保存", after="夸饰")
    assert "夸饰" in page.text


def test_an_examination_is_begun_found_and_decided_on_the_pages(app):
    way.published(effective_in=0)
    editor = cast.signed_in(app, cast.somebody("editor", email="editor@staff.example").email)
    editor.get(f"/standards/{project().standard.document.slug}/life/").press("复审、修改单和勘误")
    editor.press("现在开始复审").submit("开始复审")
    editor.press("提出复审结论").submit("提出结论")
    assert editor.errors == ["请选择结论", "请填写理由"]
    editor.submit("提出结论", finding="goes_on", because="仍适用")
    assert "待审定结论" in editor.text
    issuer = cast.signed_in(app, cast.somebody("issuer", email="issuer@staff.example").email).get("/desk/")
    issuer.press("办理：标准复审").press("审定复审结论").submit("审定复审结论")
    assert "继续有效" in issuer.text
    assert "正在复审" not in Page(app).get(f"/standards/{project().standard.document.slug}/").text


def test_the_printed_standard_carries_its_number_and_days(app, visitor, post):
    way.published(effective_in=0)
    post()
    answer = visitor.client.get(
        f"/standards/{project().standard.document.slug}/{project().edition.slug}/document.pdf"
    )
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")
