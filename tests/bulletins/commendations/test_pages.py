"""Pages of commendations: who sees what, forms that keep what was typed, desks, lists and exports, English."""

import pytest

from association.kernel.db import session
from bulletins.commendations.models import NominationState, RoundState, Stage
from tests import cast
from tests.bulletins.commendations import made
from tests.page import Page


def desk(app, role: str) -> Page:
    return cast.signed_in(app, cast.somebody(role, email=f"{role}@staff.example").email)


def test_without_rounds_the_pages_say_so(app, visitor, as_):
    assert "还没有推优" in visitor.get("/commendations/").text
    assert visitor.get("/commendations/2026-1/").status == 404
    assert "还没有推优" in desk(app, "editor").get("/desk/commendations/").text
    assert "现在没有在征集的推优" in as_().get("/my/commendations/").text


def test_nominating_is_offered_to_visitors_and_officers_and_not_to_staff(app, visitor, as_):
    made.opened()
    page = "/commendations/2026-1/"
    assert "提名" in visitor.get(page).links()
    assert "提名" in as_(email=made.firm().clerk_account.email).get(page).links()
    staff = as_("registrar")
    assert "提名" not in staff.get(page).links()
    assert "提名：" not in "".join(staff.get("/my/commendations/").links())


def test_the_desk_leads_from_the_basis_to_the_call(app, visitor):
    editor = desk(app, "editor").get("/desk/commendations/").press("筹备推优")
    typed = made.FACTS | {"nominate_by": "2026-11-01"}
    editor.submit("筹备", **typed)
    assert editor.errors == ["提名截止日须在今天之后。"]
    assert editor.value("basis") == made.FACTS["basis"]
    editor.submit("筹备", nominate_by="2026-12-10")
    assert "等待法务核对依据" in editor.text
    assert "还没有核对" not in editor.text
    editor.press("修改推优的事项").submit("保存", title="2026年推荐做法（样例）")
    legal = desk(app, "legal").get("/desk/").press("办理：推优").press("依据核对无误")
    assert legal.submit("依据核对无误").status == 422
    legal.submit("依据核对无误", reason="会议纪要核对无误")
    assert "请起草征集通知" in editor.get("/desk/").text
    editor.press("办理：推优").press("起草征集通知").submit("开始起草")
    assert editor.heading == "关于征集2026年推荐做法（样例）的通知"
    assert "推优文件" in editor.text
    assert visitor.get("/commendations/2026-1/").status == 404


def test_a_paper_is_begun_from_its_round_and_not_among_all_notices(app):
    page = desk(app, "editor").get("/desk/notices/new/")
    assert "推优文件" not in page.text


def test_a_signer_nominates_from_the_call_and_what_is_wrong_keeps_what_was_typed(app, as_):
    mine = made.firm()
    made.opened()
    page = as_(email=mine.signer_account.email).get("/bulletins/commendation-2026-1/").press("提名")
    page.submit("提交提名", code="不是代码", called="海边的灯", grounds="适合全家看。")
    assert page.errors == ["没有使用这个代码的已核验单位。"]
    assert page.value("grounds") == "适合全家看。"
    page.submit("提交提名", code=mine.organisation.uscc, evidence=cast.paper())
    assert "待核对条件" in page.text
    assert "授权书" in page.text
    assert "海边的灯" in page.get("/my/commendations/").text


def test_the_one_asked_is_led_from_their_desk_to_the_answer(app, as_):
    mine, other = made.firm(101), made.firm(102, name="白鹭样例影视有限公司")
    made.opened()
    made.nominated(mine, by=other)
    signer = as_(email=mine.signer_account.email).get("/my/").press("查看并答复")
    assert "白鹭样例影视有限公司" in signer.text
    signer.press("同意被提名").submit("同意被提名")
    assert made.nomination().state is NominationState.SUBMITTED
    assert desk(app, "registrar").get("/desk/").press("办理：推优提名").press("符合条件").submit("符合条件").status == 200  # fmt: skip


def test_nominations_are_nobody_elses_business_before_they_are_laid_out(app, as_, visitor):
    mine, stranger = made.firm(101), made.firm(102, name="白鹭样例影视有限公司")
    made.opened()
    id_ = made.nominated(mine).id
    for reader in (visitor, as_("intake"), as_(email=stranger.signer_account.email)):
        for path in (f"/my/commendations/nominations/{id_}/", f"/commendations/entries/{id_}/"):
            assert reader.get(path, follow=False).status in (302, 403)
        assert "海边的灯" not in reader.get("/commendations/2026-1/").html
    assert visitor.client.get("/commendations/2026-1/?format=json").json["count"] == 0
    assert as_("auditor").get(f"/my/commendations/nominations/{id_}/").status == 200


def test_a_list_shows_names_without_numbers_and_exports_the_same(app, visitor):
    late, early = made.firm(101, name="紫竹样例影视有限公司"), made.firm(102, name="白鹭样例影视有限公司")
    made.announced(late, early)
    with made.on(made.AFTER_PUBLICITY):
        page = visitor.get("/commendations/2026-1/")
        assert page.text.index("白鹭样例影视有限公司") < page.text.index("紫竹样例影视有限公司")
        items = visitor.client.get("/commendations/2026-1/?format=json").json["items"]
        assert [item["organisation"] for item in items] == ["白鹭样例影视有限公司", "紫竹样例影视有限公司"]
        assert visitor.client.get("/commendations/2026-1/?order=merit&q=紫竹&format=json").json["count"] == 1
        assert visitor.client.get("/commendations/?state=announced&format=json").json["count"] == 1
        assert "2026年推荐作品" in visitor.client.get("/commendations/?format=atom").text
        assert "紫竹" in visitor.client.get("/commendations/2026-1/?format=csv").text
        assert "已推荐" in visitor.get("/bulletins/commendation-2026-3/").text


def test_lists_cost_the_same_however_long(app, visitor, as_):
    made.opened()
    made.nominated(made.firm(101))
    reader = desk(app, "registrar")
    path = f"/desk/commendations/{made.round_().id}/"
    first = reader.get(path).statements
    made.nominated(made.firm(102, name="白鹭样例影视有限公司"), called="另一件")
    made.nominated(made.firm(103, name="紫竹样例影视有限公司"), called="第三件")
    assert reader.get(path).statements == first


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_is_whole_in_both_languages(app, language):
    mine = made.firm()
    made.laid_out(mine)
    with made.on(made.AFTER_CALL):
        made.objected()
        reader = Page(app, language=language)
        for path in ("/commendations/", "/commendations/2026-1/", f"/commendations/entries/{made.nomination('作品0').id}/",
                     f"/commendations/entries/{made.nomination('作品0').id}/object/", "/commendations/objections/",
                     "/bulletins/commendation-2026-1/", "/bulletins/commendation-2026-2/"):  # fmt: skip
            assert reader.get(path).status == 200
        staff = cast.somebody("editor", "legal", "registrar", language=language)
        page = cast.signed_in(app, staff.email)
        page.client.set_cookie("lang", language)
        page.language = language
        for path in ("/desk/commendations/", f"/desk/commendations/{made.round_().id}/",
                     f"/my/commendations/nominations/{made.nomination('作品0').id}/",
                     f"/desk/commendations/objections/{made.objection().id}/", f"/desk/notices/{made.paper(Stage.PUBLICITY).id}/"):  # fmt: skip
            assert page.get(path).status == 200


def test_the_round_moves_by_the_clock_once(app):
    made.opened()
    made.days_pass()
    assert made.round_().state is RoundState.OPEN
    with made.on(made.AFTER_CALL):
        made.days_pass()
        made.days_pass()
        session.expire_all()
        assert made.round_().state is RoundState.SELECTING
