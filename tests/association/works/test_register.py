"""The register of works: entered by makers, classed under the rule of its day, seen by officers and staff on duty, and by nobody else."""

import json
from datetime import date

import pytest
from flask import Flask

from association.kernel import audit
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.policy import can
from association.kernel.transactions import writing
from association.works import actions, holding, queries
from association.works.models import DramaClass, Work, WorkState
from association.works.policy import P
from association.works.workflow import CLASS_RULE, WORK
from tests import cast
from tests.association.works import works
from tests.page import Page

TYPED = {
    "title": "样例河灯", "synopsis": "一盏样例河灯顺流而下。", "day": "2026-07-01", "making": "ai", "yuan": "79.9999", "episodes": "3",
    "seconds": "1.5", "subjects": [], "triggers": [], "number_kind": "",
}  # fmt: skip


def test_a_work_is_a_draft_of_its_maker_then_on_the_register(app: Flask) -> None:
    firm = cast.verified()
    page = works.clerk(app, firm).get("/my/works/")
    assert "还没有作品" in page.text
    page.press("填报作品").submit("存为草稿", **TYPED)
    assert page.heading == "样例河灯"
    for words in (
        "草稿",
        "普通微短剧",
        "提示，不是决定",
        "投资79.9999万元，在30万元（含）至80万元（不含）之间",
        "1分30秒",
        "文号待核",
    ):
        assert words in page.text
    page.press("登记在册").submit("登记在册")
    assert "已登记在册" in page.text
    told = session.query(Letter).filter(Letter.template == "works/keep_work").all()
    assert [letter.account_id for letter in told] == [firm.signer_account.id]


def test_the_class_is_kept_with_its_period_and_reasons_and_reckoned_again_when_the_facts_change(
    app: Flask,
) -> None:
    firm = cast.verified()
    work = works.kept(firm)
    assert work.drama_class is DramaClass.KEY
    assert work.class_rule.in_force_from == date(2026, 7, 1)
    assert work.class_reasons == ["投资80万元，不低于重点的起点80万元（含）。"]
    page = works.clerk(app, firm).get(f"/my/works/{work.id}/change/")
    assert page.value("yuan") == "80"
    page.submit("保存", yuan="29")
    assert "其他微短剧" in page.text
    assert "290000" in page.text
    assert session.get_one(Work, work.id).class_reasons[0].startswith("投资29万元")


def test_a_period_that_was_struck_is_said_on_the_work_and_waits_for_its_maker(app: Flask) -> None:
    firm = cast.verified()
    work = works.kept(firm)
    with writing():
        rule = queries.rule_on(work.day, work.making)
        CLASS_RULE.take("strike", rule, actor=cast.staff("legal"), reason="样例：登记有误")
    page = works.clerk(app, firm).get("/my/")
    assert "登记的分类规则有变动" in page.text
    page.get(f"/my/works/{work.id}/")
    assert "类别提示与以前不同" in page.text
    assert "重点微短剧" in page.text
    page.press("按现在的规则重新判断").submit("按现在的规则重新判断")
    assert session.get_one(Work, work.id).drama_class is DramaClass.OTHER
    assert "类别提示与以前不同" not in page.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"yuan": "many"}, "投资额请填万元数，例如99.5；最多四位小数。"),
        ({"yuan": "-1"}, "投资额请填万元数，例如99.5；最多四位小数。"),
        ({"seconds": "x"}, "时长请填分钟数，例如1.5。"),
        ({"episodes": "12345"}, "请填一个整数，最多四位。"),
        ({"child_actors": "两"}, "请填一个整数，最多四位。"),
        ({"title": ""}, "请填写作品名称"),
        ({"day": "2026-13-01"}, "日期请写成2026-11-23这样"),
        ({"number": "样例第1号"}, "请选这是哪一种号码。"),
        ({"number": "样例第1号", "number_kind": "规划备案号"}, "请填是谁发的号。"),
    ],
)
def test_what_is_typed_wrong_is_said_at_its_field_and_everything_stays(
    app: Flask, typed: dict[str, str], sentence: str
) -> None:
    page = works.clerk(app, firm := cast.verified()).get(f"/my/works/enter/{firm.id}/")
    page.submit("存为草稿", **(TYPED | typed))
    assert page.status in (409, 422)
    assert page.errors == [sentence]
    assert page.value("synopsis") == TYPED["synopsis"]
    assert session.query(Work).count() == 0


def test_full_width_figures_are_figures_and_children_are_only_counted(app: Flask) -> None:
    page = works.clerk(app, firm := cast.verified()).get(f"/my/works/enter/{firm.id}/")
    page.submit("存为草稿", **(TYPED | {"yuan": "１，２００", "child_actors": "２"}))
    work = session.query(Work).one()
    assert (work.yuan, work.child_actors) == (12_000_000, 2)


def test_one_number_stands_for_one_work(app: Flask) -> None:
    firm = cast.verified()
    number = {"number": "样例第1号", "number_kind": "规划备案号", "number_issuer": "示例主管部门"}
    works.kept(firm, **number)
    page = works.clerk(app, firm).get(f"/my/works/enter/{firm.id}/").submit("存为草稿", **(TYPED | number))
    assert page.errors == ["本单位另有一部作品登记了同一个号码，请核对。"]
    assert page.value("number") == "样例第1号"


def test_a_work_that_is_not_whole_says_what_is_missing(app: Flask) -> None:
    firm = cast.verified()
    work = works.draft(firm, synopsis="", yuan=None)
    page = works.clerk(app, firm).get(f"/my/works/{work.id}/")
    assert "还缺：内容简介、投资额。" in page.text
    assert "登记在册" not in page.links()
    page.get(f"/my/works/work/{work.id}/keep_work/")
    assert page.status == 409


def test_before_the_organisation_is_verified_a_work_stays_a_draft(app: Flask) -> None:
    """Whoever only applies for an organisation does not act for it yet."""
    firm = cast.submitted()
    assert not can(firm.clerk, P.ENTER_WORK, firm.organisation)


def test_whoever_presses_twice_keeps_it_once(app: Flask) -> None:
    firm = cast.verified()
    work = works.kept(firm)
    page = works.clerk(app, firm).get(f"/my/works/work/{work.id}/keep_work/")
    assert page.status == 409
    assert "现在的状态是" in page.text
    assert session.query(audit.AuditEntry).filter_by(deed="keep_work").count() == 1


def test_what_a_feature_above_holds_fast_stays_on_the_register(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm = cast.verified()
    work = works.kept(firm)
    monkeypatch.setattr(holding, "_holds", [lambda _work: "正在评议，办结以后才能移出。"])
    page = works.clerk(app, firm).get(f"/my/works/work/{work.id}/withdraw_work/")
    assert page.status == 409
    assert "正在评议，办结以后才能移出。" in page.text
    monkeypatch.setattr(holding, "_holds", [])
    page.get(f"/my/works/{work.id}/").press("移出").submit("移出", reason="样例：不再制作")
    assert session.get_one(Work, work.id).state is WorkState.WITHDRAWN
    assert "修改资料" not in page.links()
    assert page.get(f"/my/works/{work.id}/change/").submit("保存", title="另一个").status == 409


def test_nobody_but_officers_and_staff_on_duty_sees_a_work(app: Flask) -> None:
    firm, other = cast.verified(), cast.verified(102, name="流萤样例影视有限公司")
    draft, kept = works.draft(firm), works.kept(firm, title="样例石桥")
    seen = {
        "clerk": firm.clerk, "other": other.clerk, "experts": cast.staff("experts"), "auditor": cast.staff("auditor"),
        "editor": cast.staff("editor"), "registrar": cast.staff("registrar"), "admin": cast.staff("admin"), "expert": cast.staff("expert"),
    }  # fmt: skip
    assert {who for who, actor in seen.items() if can(actor, P.SEE_WORK, draft)} == {"clerk"}
    assert {who for who, actor in seen.items() if can(actor, P.SEE_WORK, kept)} == {
        "clerk",
        "experts",
        "auditor",
    }
    assert {who for who, actor in seen.items() if can(actor, P.KEEP_WORK, kept)} == {"clerk"}
    stranger = works.clerk(app, other)
    for path in ("", "change/"):
        assert stranger.get(f"/my/works/{kept.id}/{path}").status == 403
    assert stranger.get(f"/my/works/enter/{firm.id}/").status == 403
    assert "样例石桥" not in stranger.get("/my/works/").html
    assert "样例石桥" not in stranger.get("/my/works/?format=csv").html
    assert stranger.get("/desk/works/").status == 403
    assert Page(app).get(f"/my/works/{kept.id}/", follow=False).status == 302


def test_staff_find_what_is_on_the_register_in_list_export_and_search(app: Flask, post: object) -> None:
    firm = cast.verified()
    works.draft(firm, title="样例草稿")
    work = works.kept(firm, title="样例石桥", aliases="桥上人")
    desk = cast.signed_in(app, cast.somebody("experts").email).get("/desk/works/?q=桥上")
    assert "样例石桥" in desk.text
    rows = json.loads(desk.get("/desk/works/?format=json").answer.text)
    assert [row["title"] for row in rows["items"]] == ["样例石桥"]
    assert rows["items"][0]["reasons"] == ["投资80万元，不低于重点的起点80万元（含）。"]
    assert "样例草稿" not in desk.get("/desk/works/?format=csv").html
    post()  # type: ignore[operator]
    assert "样例石桥" in desk.get("/search?q=样例石桥").text
    assert "/my/works/" not in Page(app).get("/search?q=样例石桥").html
    with writing():
        WORK.take("withdraw_work", session.get_one(Work, work.id), actor=firm.clerk, reason="样例")
    assert "/my/works/" not in desk.get("/search?q=样例石桥").html


def test_a_list_costs_the_same_with_one_work_and_with_ten(app: Flask) -> None:
    firm = cast.verified()
    works.kept(firm)
    page = works.clerk(app, firm)
    one = page.get("/my/works/").statements
    for n in range(9):
        works.kept(firm, title=f"样例之{n}")
    assert page.get("/my/works/").statements == one


def test_nothing_differs_nothing_is_written(app: Flask) -> None:
    firm = cast.verified()
    work = works.kept(firm)
    page = works.clerk(app, firm).get(f"/my/works/{work.id}/change/").submit("保存")
    assert "没有改动。" in page.html
    assert session.query(audit.AuditEntry).filter_by(deed="change_work").count() == 0
    with writing():
        assert actions.change(session.get_one(Work, work.id), facts=works.facts(), actor=firm.clerk) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_whole_in_both_languages(app: Flask, language: str) -> None:
    firm = cast.verified()
    number = {"number": "A-1", "number_kind": "规划备案号", "number_issuer": "B"}
    work = works.kept(firm, title="A", synopsis="B", aliases="C", **number)
    with writing():
        firm.clerk_account.language = language
        session.merge(firm.clerk_account)
    page = works.clerk(app, firm)
    page.client.set_cookie("lang", language)
    page.language = language
    for path in (
        "",
        f"{work.id}/",
        f"{work.id}/change/",
        f"enter/{firm.id}/",
        f"work/{work.id}/withdraw_work/",
    ):
        assert page.get(f"/my/works/{path}").status == 200
