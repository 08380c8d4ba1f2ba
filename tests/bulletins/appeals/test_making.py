"""An appeal is a notice with an occasion, points, and those who make it: they agree to the words before it is issued."""

from datetime import date

import pytest

from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from bulletins.appeals import actions
from bulletins.appeals.models import InitiatorState
from bulletins.notices.models import NoticeKind, NoticeState
from tests import cast
from tests.bulletins.appeals import made
from tests.bulletins.notices import issued as way
from tests.bulletins.notices.issued import notice, staff, step


def letters(account, template: str) -> int:
    return session.query(Letter).filter_by(to_address=account.email, template=template).count()


def test_it_is_issued_with_its_occasion_its_points_and_those_who_make_it(app, visitor):
    cast_a, cast_b = cast.verified(101), cast.verified(102, name="白鹭样例影视有限公司")
    made.issued(cast_a, cast_b)
    assert (notice().number, notice().slug) == ("协会倡〔2026〕1号", "appeal-2026-1")
    words = [words for _level, words in notice().lines]
    assert words[0] == made.OCCASION
    assert words[-1] == "倡议单位（按名称拼音排列，排名不分先后）：白鹭样例影视有限公司、晨曦样例影视有限公司"
    page = visitor.get("/bulletins/appeal-2026-1/")
    assert made.OCCASION in page.text
    assert "已有0家单位加入" in page.text
    assert "关于共同守护未成年观众的倡议书" in visitor.get("/bulletins/?kind=appeal").text


def test_without_its_occasion_or_without_points_it_does_not_go_to_review(app):
    way.written(made.POINTS, NoticeKind.APPEAL)
    with pytest.raises(Refused, match="缘由"):
        step("submit", "editor")
    made.begun("我们倡议大家守护未成年观众。")
    with pytest.raises(Refused, match="分条"):
        step("submit", "editor")


def test_until_every_one_asked_has_answered_it_is_not_issued(app):
    firm = cast.verified()
    made.begun()
    made.asked(firm)
    assert letters(firm.signer_account, "appeals/asked") == 1
    with pytest.raises(Refused, match="还没有答复：晨曦样例影视有限公司"):
        step("submit", "editor")
    made.answered(firm)
    step("submit", "editor")
    editor = cast.somebody("editor", email="editor@staff.example")
    assert letters(editor, "appeals/answered") == 1


def test_one_who_declines_is_not_named(app):
    firm = cast.verified()
    made.begun()
    made.asked(firm)
    made.answered(firm, "decline", reason="另有安排")
    way.reviewed()
    assert not any("倡议单位" in words for _level, words in notice().lines)


def test_whoever_agreed_agrees_again_when_the_words_change(app):
    firm = cast.verified()
    made.begun()
    made.asked(firm)
    made.answered(firm)
    made.rewritten(made.POINTS.replace("与内容一致", "与内容完全一致"))
    with pytest.raises(Refused, match="同意之后改过"):
        step("submit", "editor")
    made.answered(firm, "ask_again", by=staff("editor"))
    assert letters(firm.signer_account, "appeals/asked") == 2
    made.answered(firm)
    way.reviewed()
    assert notice().state is NoticeState.PUBLISHED


def test_nobody_agrees_to_words_that_changed_while_they_read(app, as_):
    firm = cast.verified()
    made.begun()
    made.asked(firm)
    signer = as_(email=firm.signer_account.email).get("/my/").press("看正文并答复").press("同意共同倡议")
    assert "写清楚适合谁看" in signer.text
    made.rewritten(made.POINTS.replace("与内容一致", "与内容完全一致"))
    signer.submit("同意共同倡议")
    assert signer.status == 409
    assert signer.refusals == ["正文刚刚改过，请看过新的正文再答复。"]
    assert "与内容完全一致" in signer.text
    assert signer.submit("同意共同倡议").status == 200
    assert made.initiator(firm).state is InitiatorState.AGREED


def test_the_clerk_sees_the_invitation_and_cannot_answer(app, as_):
    firm = cast.verified()
    made.begun()
    id_ = made.asked(firm).id
    clerk = as_(email=firm.clerk_account.email)
    assert "写清楚适合谁看" in clerk.get(f"/my/appeals/initiate/{id_}/").text
    assert "同意共同倡议" not in clerk.links()
    assert clerk.get(f"/my/appeals/initiate/{id_}/agree/").status == 403
    with pytest.raises(Forbidden):
        made.answered(firm, by=firm.clerk)


def test_strangers_do_not_see_what_is_not_issued(app, as_, visitor):
    firm = cast.verified()
    made.begun()
    id_ = made.asked(firm).id
    assert as_(email=cast.somebody().email).get(f"/my/appeals/initiate/{id_}/").status == 403
    assert visitor.get(f"/my/appeals/initiate/{id_}/").heading == "登录"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("91990000MA0009999X", "没有使用这个代码的已核验单位"), ("又一个", "没有使用这个代码的已核验单位")],
)
def test_only_verified_organisations_are_asked(app, code, sentence):
    made.begun()
    with pytest.raises(Refused, match=sentence), writing():
        actions.ask(notice(), code=code, actor=staff("editor"))


def test_nobody_is_asked_twice_and_nobody_after_the_reviews_began(app):
    firm, other = cast.verified(101), cast.verified(102, name="白鹭样例影视有限公司")
    made.begun()
    made.asked(firm)
    with pytest.raises(Refused, match="已经邀请过"):
        made.asked(firm)
    made.answered(firm)
    step("submit", "editor")
    with pytest.raises(Refused, match="不能改"):
        made.asked(other)
    with pytest.raises(Refused, match="已经送审"):
        made.answered(firm, "remove", by=staff("editor"), reason="改由本会单独倡议")


def test_one_who_is_removed_hears_why(app):
    firm = cast.verified()
    made.begun()
    made.asked(firm)
    made.answered(firm, "remove", by=staff("editor"), reason="名单调整")
    assert letters(firm.signer_account, "appeals/removed") == 1
    step("submit", "editor")


def test_a_last_day_in_the_past_is_refused(app):
    way.written(made.POINTS, NoticeKind.APPEAL)
    with pytest.raises(Refused, match="不能在今天之前"), writing():
        actions.set_facts(notice(), occasion="样例", closes_on=date(2026, 1, 1), actor=staff("editor"))


def test_a_bulletin_has_no_occasion(app):
    way.written()
    with pytest.raises(Refused, match="不是公益倡议书"), writing():
        actions.set_facts(notice(), occasion="样例", closes_on=None, actor=staff("editor"))


def test_the_desk_leads_through_it(app, as_):
    firm = cast.verified()
    editor = as_(email=cast.somebody("editor", email="editor@staff.example").email)
    editor.get("/desk/notices/new/").submit(
        "开始起草", kind="appeal", title="关于样例的倡议书", topic="其他", addressee="", audience=[],
    )  # fmt: skip
    assert "还没有填写缘由" in editor.text
    editor.press("缘由和截止日期").submit("保存", occasion=made.OCCASION)
    editor.press("邀请共同倡议的单位").submit("邀请", code=firm.organisation.uscc)
    assert "晨曦样例影视有限公司" in editor.text
    assert "待回复" in editor.text
    editor.press("移出倡议单位…").submit("移出倡议单位", reason="名单调整")
    assert "已移出" in editor.text
    editor.press("再请确认").submit("再请确认")
    assert "待回复" in editor.text
