"""Pages of commentary: what was typed stays, everybody's turn, nobody else's business."""

import pytest

from association.commentary.models import CommentaryKind, CommentaryState
from tests import cast
from tests.association.commentary import written as way
from tests.association.commentary.written import newest
from tests.bulletins.notices.test_issuing import cited_edition
from tests.page import Page


def desk(app, role: str) -> Page:
    return cast.signed_in(app, way.account(role).email)


def test_without_commentary_the_list_says_so(visitor):
    assert "没有阅评" in visitor.get("/commentary/").text
    assert visitor.get("/commentary/2026-1/").status == 404
    assert visitor.get("/commentary/2026-1/document.pdf").status == 404


def test_from_the_secretarys_desk_to_the_public_page(app, post, visitor):
    edition = cited_edition().id
    way.account("expert", "盛样例")
    secretary = desk(app, "experts").get("/desk/commentary/").press("开始一篇阅评")
    secretary.submit("开始", title="一只表停了以后", kind="essay", topic="家庭情感")
    assert secretary.errors == ["请写明作品。"]
    assert secretary.value("title") == "一只表停了以后"
    secretary.submit("开始", work="晚风里的表匠样例")
    secretary.press("约请专家撰写").submit("约请", due_on="2026-11-01")
    assert secretary.errors == ["交稿期限不能在今天之前。"]
    secretary.submit("约请", due_on="2026-12-10")
    expert = desk(app, "expert").get("/review/").press("办理：阅评")
    expert.press("撰写正文").submit("保存", text=way.TEXT)
    expert.press("写完返回").press("登记长处或问题").submit(
        "登记", kind="single", fact="素材与正片不符。", path="第二条"
    )
    assert expert.errors == ["请选择这一条属于哪份规范。"]
    expert.submit("登记", edition=str(edition))
    assert expert.errors == ["问题请写明原因和建议。"]
    expert.submit("登记", cause="投放时另行剪辑。", proposal="投放之前核对。")
    assert "《样例办法》第二条" in expert.text
    expert.press("交稿，送初审").submit("交稿，送初审")
    for role, deed in (("editor", "初审通过"), ("reviewer", "复审通过"), ("issuer", "终审签发")):
        desk(app, role).get("/desk/").press("办理：阅评").press(deed).submit(deed)
    post()
    visitor.get("/commentary/").press("一只表停了以后")
    assert "不是审查结论" in visitor.text
    assert "素材与正片不符。" in visitor.text
    assert visitor.client.get("/commentary/2026-1/document.pdf").status_code == 200


def test_what_an_expert_writes_waits_for_the_expert_and_for_nobody_at_the_desk(app):
    way.commissioned()
    assert "一只表停了以后" in desk(app, "expert").get("/review/").text
    assert "一只表停了以后" not in desk(app, "editor").get("/desk/").text.partition("办过的")[0]


@pytest.mark.parametrize("role", [None, "intake", "registrar", "trainee", "expert"])
def test_drafts_and_the_works_followed_are_nobody_elses_business(app, visitor, role):
    way.written()
    page = cast.signed_in(app, cast.somebody(role, email="somebody@else.example").email) if role else visitor
    for address in ("", "write/", "find/", "byline/"):
        assert page.get(f"/review/commentary/{newest().id}/{address}", follow=False).status in (302, 403)
    assert page.get("/desk/commentary/", follow=False).status in (302, 403)
    assert (page.get("/review/tracked/", follow=False).status == 200) is (role == "expert")


def test_sending_the_begin_form_twice_begins_one(app):
    page = desk(app, "experts").get("/desk/commentary/new/")
    page.again("开始", title="一只表停了以后", kind="essay", topic="家庭情感", work="晚风里的表匠样例")
    assert newest().id == 1


def test_under_review_nothing_is_changed(app):
    way.written()
    way.step("submit", "expert")
    expert = desk(app, "expert")
    for page in ("write", "find", "byline"):
        assert expert.get(f"/review/commentary/{newest().id}/{page}/").status == 409
    assert newest().state is CommentaryState.FIRST


def test_a_digest_is_made_of_the_periods_material(app, visitor):
    way.issued()
    way.begun(
        CommentaryKind.DIGEST,
        title="阅评综述",
        topic="综合",
        work="",
        period_from=way.clock_days(30),
        period_to=way.clock_days(0),
    )
    editor = desk(app, "editor").get(f"/review/commentary/{newest().id}/")
    editor.press("这段时间的材料").press("收入综述").submit("收入", kind="common")
    assert "已收入" in editor.text
    editor.press("阅评综述")
    assert "共性倾向" in editor.text


def test_the_list_costs_the_same_however_long_it_is(app, visitor):
    way.issued()
    one = visitor.get("/commentary/").statements
    for title in ("甲", "乙", "丙"):
        way.issued(title=title)
    assert visitor.get("/commentary/").statements == one
