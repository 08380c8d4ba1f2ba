"""A panel through its pages: members on theirs, the keeper at the desk, in both languages."""

from collections.abc import Iterator

import pytest
from flask import Flask

from association.panels.models import PanelState
from tests import cast
from tests.association.panels import boards as b
from tests.page import Page


@pytest.fixture(autouse=True)
def _known() -> Iterator[None]:
    with b.known():
        yield


def test_a_round_through_the_pages_from_declaration_to_confirmed_minutes(app: Flask) -> None:
    first, second, third = b.experts()
    keeper, firm = cast.somebody("experts"), cast.verified(101)
    panel = b.convened(firm, [first, second], keeper=keeper)
    desk = cast.signed_in(app, keeper.email)
    desk.get(f"/desk/panels/{panel}/").press("增加成员").submit("列入名单", person=str(third.person_id))
    assert "待声明" in desk.text
    members = {who: cast.signed_in(app, who.email) for who in (first, second, third)}
    for who, page in members.items():
        page.get("/review/").press("声明").press("声明无利害关系").submit("声明无利害关系")
        page.press("提交意见").submit("保存草稿", because="先记一笔")
        assert page.value("because") == "先记一笔"
        assert page.submit("提交意见", word=None).errors == ["请选择一项。"]
        word = "unfit" if who is third else "fit"
        if who is third:
            assert page.submit("提交意见", word="unfit", because="").errors == [
                "选择“不同意”的，请写明理由。"
            ]
        page.submit("提交意见", word=word, because="依据不足" if who is third else "")
        assert page.status == 200, page.errors
    assert b.the(panel).state is PanelState.CLOSED
    desk.get("/desk/").press("办理")
    assert "依据不足" in desk.text
    writer = members[first].get(f"/review/panels/{b.seat(panel, first).id}/")
    writer.press("写纪要").submit("写好，请成员确认", conclusion="fit", text="多数同意。")
    assert "不同意见，予以保留" in writer.text
    for who in (second, third):
        page = members[who].get("/review/").press("看纪要").press("确认纪要")
        assert page.submit("提交", agrees="no", note="").errors == ["不同意纪要的，请写明哪里不对。"]
        page.submit("提交", agrees="yes", note="保留我的意见" if who is third else "")
    assert b.the(panel).state is PanelState.CONCLUDED
    assert "保留我的意见" in desk.get(f"/desk/panels/{panel}/").text


def test_a_tie_declared_on_the_page_closes_it_and_the_keeper_replaces(app: Flask) -> None:
    first, second = b.experts(2)
    other, keeper = cast.somebody("expert", name="样例替补"), cast.somebody("experts")
    panel = b.convened(cast.verified(101), [first, second], keeper=keeper)
    page = cast.signed_in(app, first.email).get(f"/review/panels/{b.seat(panel, first).id}/")
    page.press("有利害关系，回避").submit("回避", kind="kin", words="配偶在该单位任职")
    assert "你不再参加这个评审组" in page.text
    assert page.get(f"/review/panels/{b.seat(panel, first).id}/vote/").status == 403
    desk = cast.signed_in(app, keeper.email).get("/desk/").press("办理")
    assert "配偶在该单位任职" in desk.text
    desk.press("更换").submit("更换", person=str(other.person_id), reason="原成员回避")
    assert "样例替补" in desk.text
    desk.press("增加没有账户的成员").submit("列入名单", name="样例嘉宾", unit="样例大学")
    desk.press("登记书面意见").submit("登记", word="unfit", because="书面意见")
    assert "书面意见" not in desk.text.replace("登记书面意见", "")
    desk.press("延长截止日").submit("延长", due_on=b.day(20).isoformat(), reason="节假日")
    desk.press("解散评审组").submit("解散评审组", reason="材料撤回")
    assert b.the(panel).state is PanelState.DISSOLVED


def test_lists_and_the_words_on_every_page_in_both_languages(app: Flask) -> None:
    first, second = b.experts(2)
    keeper = cast.somebody("experts")
    panel = b.convened(cast.verified(101), [first, second], keeper=keeper)
    member, desk = cast.signed_in(app, first.email), cast.signed_in(app, keeper.email)
    seat = b.seat(panel, first).id
    b.clear(panel, first)
    for language in ("zh", "en"):
        member.speak(language)
        desk.speak(language)
        for path in (
            "/review/panels/",
            f"/review/panels/{seat}/",
            f"/review/panels/{seat}/tie/",
            f"/review/panels/{seat}/vote/",
        ):
            assert member.get(path).status == 200
        for path in (
            "/desk/panels/", "/desk/panels/?q=样例专家0", f"/desk/panels/{panel}/", f"/desk/panels/{panel}/name/", f"/desk/panels/{panel}/guest/",
            f"/desk/panels/{panel}/extend/", f"/desk/panels/seats/{seat}/replace/", f"/desk/panels/panel_seat/{seat}/remove/",
        ):  # fmt: skip
            assert desk.get(path).status == 200
    assert desk.get("/desk/panels/?q=没有此人").text.count("没有评审组") <= 1
    assert cast.signed_in(app, cast.somebody("editor").email).get("/desk/panels/").status == 403
    assert Page(app).get("/review/panels/").heading == "登录"


def test_a_list_costs_the_same_with_one_panel_and_with_many(app: Flask) -> None:
    keeper = cast.somebody("experts")
    desk = cast.signed_in(app, keeper.email)
    costs = []
    for serial in range(101, 105):
        b.convened(cast.verified(serial), b.experts(2), keeper=keeper)
        desk.get("/desk/panels/")
        costs.append(desk.statements)
    assert len(set(costs[1:])) == 1
