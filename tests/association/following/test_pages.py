"""Following from the pages where things are read."""

from association.following.models import Follow, Pace
from association.kernel.db import session
from tests import cast
from tests.association.following.readers import follows, reader, spread
from tests.association.rules import texts
from tests.bulletins.warnings import issued as warned
from tests.page import Page


def test_from_a_list_to_a_letter(as_):
    person = cast.somebody()
    page = as_(email=person.email)
    page.get("/warnings/").press("关注")
    assert page.heading == "关注：风险预警"
    page.submit("关注", pace="at_once")
    assert page.heading == "我的关注"
    assert "已关注：风险预警" in page.html
    warned.issued(must_read=False)
    spread()
    assert "警惕来源不明的推广素材" in page.get("/my/following/").text
    assert "风险预警：发布" in page.get("/my/inbox/").text


def test_a_filtered_list_offers_its_topic(visitor, as_):
    warned.issued()
    address = visitor.get("/warnings/?topic=推广与投流").links()["关注"]
    page = as_(email=cast.somebody().email).get(address)
    assert page.heading == "关注：推广与投流"


def test_a_visitor_is_asked_to_sign_in_and_comes_back(app, visitor):
    visitor.get("/warnings/").press("关注")
    assert visitor.heading == "登录"
    assert "what" in visitor.html


def test_clauses_texts_and_organisations_can_be_followed_where_they_are_read(visitor, as_):
    edition, firm = texts.kept(), cast.verified()
    page = as_(email=cast.somebody().email)
    for address, heading in (
        (f"/rules/{edition.document.slug}/p/3/", "关注：《样例短剧自律规则》第三条"),
        (f"/rules/{edition.document.slug}/", "关注：《样例短剧自律规则》"),
        (f"/organisations/{firm.organisation.uscc}/", f"关注：{firm.organisation.name}"),
    ):
        found = next(url for words, url in visitor.get(address).links().items() if words.startswith("关注"))
        assert page.get(found).heading == heading
        page.submit("关注")
    assert session.query(Follow).count() == 3
    assert all(f.pace is Pace.DAILY for f in session.query(Follow))


def test_the_pace_is_changed_and_following_stopped_on_one_page(as_):
    person = cast.somebody()
    page = as_(email=person.email)
    follows(person, "kind:warning")
    page.get("/my/following/").press("更改或停止：风险预警").submit("保存", pace="weekly")
    assert "每周汇总" in page.text
    page.press("更改或停止：风险预警").submit("保存", pace="stop")
    assert "还没有关注什么" in page.text
    page.get("/my/following/1/").submit("保存", pace="daily")
    assert "每日汇总" in page.text


def test_an_officer_chooses_in_whose_name_and_may_keep_out_of_the_letters(as_):
    firm = cast.verified()
    page = as_(email=firm.clerk_account.email)
    page.get("/my/following/new/?what=kind:warning").submit("关注", whom=str(firm.id), pace="at_once")
    assert firm.organisation.name in page.text
    page.press("更改").submit("我不再收这些信")
    assert "你已选择不收信函" in page.text
    page.press("更改").submit("我要收这些信")
    assert "你也会收到信函" in page.text


def test_others_see_and_change_nothing(app, as_):
    firm = cast.verified()
    reader("kind:warning")
    follows(firm.clerk_account, "kind:notice", organisation=firm.organisation)
    stranger = as_(email=cast.somebody().email)
    assert stranger.get("/my/following/1/").status == 403
    assert stranger.get("/my/following/2/").status == 403
    assert stranger.get(f"/my/following/letters/{firm.id}/").status == 403
    assert stranger.get("/my/following/letters/99/").status == 404
    assert stranger.get("/my/following/new/?what=kind:nothing").status == 404
    assert "还没有关注什么" in stranger.get("/my/following/").text


def test_a_wrong_pace_is_told_and_nothing_is_kept(as_):
    page = as_(email=cast.somebody().email).get("/my/following/new/?what=kind:warning")
    page.submit("关注", pace="hourly")
    assert page.status == 422
    assert page.errors
    assert session.query(Follow).count() == 0


def test_the_page_is_english_for_english_readers(app):
    person = cast.somebody(language="en")
    follows(person, "kind:warning")
    page = Page(app, language="en")
    assert page.get("/warnings/").links()["Follow"] == "/my/following/new/?what=kind:warning"


def test_many_follows_cost_as_many_statements_as_few(as_):
    person = cast.somebody()
    page = as_(email=person.email)
    follows(person, "kind:warning")
    few = page.get("/my/following/").statements
    for key in ("kind:notice", "kind:rule", "kind:standard", "topic:人工智能", "topic:版权与改编"):
        follows(person, key)
    assert page.get("/my/following/").statements <= few
