"""The pages of warnings as people work them."""

from flask import Flask

from association.kernel.db import session
from bulletins.warnings.models import Level, RiskWarning
from tests import cast
from tests.bulletins.warnings.issued import issued, receipt, told
from tests.page import Page


def test_an_editor_drafts_one_and_changes_it(as_) -> None:
    page = as_("editor").get("/desk/warnings/").press("起草预警")
    page.submit(
        "存为草稿", title="警惕来源不明的素材", level="yellow", topic="推广与投流", happens="有人兜售。", todo="停用",
        valid_to="2026-12-31", kinds=["studio"], must_read="y",
    )  # fmt: skip
    assert page.heading == "警惕来源不明的素材"
    page.press("修改").submit("保存", title="警惕来源不明的推广素材", level="red")
    session.expire_all()
    found = session.query(RiskWarning).one()
    assert (found.title, found.level, found.kinds) == ("警惕来源不明的推广素材", Level.RED, ["studio"])


def test_what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost(as_) -> None:
    page = as_("editor").get("/desk/warnings/new/")
    page.submit("存为草稿", title="样例", happens="有人兜售。", todo="停用", valid_to="2026-11-01")
    assert page.status == 409
    assert page.errors == ["截止日不能早于今天，也不能早于起始日。"]
    assert page.value("happens") == "有人兜售。"


def test_a_clerk_reads_why_and_confirms(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = issued(kinds=["studio"])
    told(id_)
    page = cast.signed_in(app, firm.clerk_account.email)
    assert "请阅读并代表" in page.get("/my/").text
    assert "单位类别：制作机构" in page.get("/my/warnings/").text
    own = receipt(id_, firm)
    assert own
    page.get(f"/my/warnings/{own.id}/").press("确认已阅知").submit("确认已阅知")
    assert "已阅知" in page.text
    assert "请阅读并代表" not in page.get("/my/").text


def test_staff_see_who_has_not_and_export_it(app: Flask, as_) -> None:
    cast.verified(101)
    id_ = issued()
    told(id_)
    page = as_("reviewer").get(f"/desk/warnings/{id_}/?state=waiting")
    assert "应确认1家，已确认0家" in page.text
    assert "晨曦样例影视有限公司" in page.get(f"/desk/warnings/{id_}/?state=waiting&format=csv").answer.text
    assert page.get(f"/desk/warnings/{id_}/?state=late&format=json").answer.json["count"] == 0


def test_every_page_speaks_english(app: Flask, as_) -> None:
    firm = cast.verified(101)
    id_ = issued(wants_statement=True)
    told(id_)
    for path in ("/warnings/", "/warnings/2026-1/"):
        assert Page(app, language="en").get(path).status == 200
    own = receipt(id_, firm)
    assert own
    page = as_("editor", "issuer")
    page.client.set_cookie("lang", "en")
    page.language = "en"
    for path in (
        "/desk/warnings/",
        "/desk/warnings/new/",
        f"/desk/warnings/{id_}/",
        f"/desk/warnings/{id_}/reduce/",
        f"/my/warnings/{own.id}/",
        "/my/warnings/",
    ):
        assert page.get(path).status == 200, path
