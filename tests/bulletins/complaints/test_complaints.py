"""Anybody may complain and come back with a code. Who did is known to nobody who does not say why they look."""

import time_machine

from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.policy import can
from association.kernel.transactions import writing
from bulletins.complaints import clockwork
from bulletins.complaints.models import Complaint, ComplaintState
from bulletins.complaints.policy import P
from bulletins.complaints.views import public
from bulletins.complaints.workflow import COMPLAINT
from tests import cast

WHO, WORDS, PLACE = "关样例 13900000000", "片名同备案的不一样，只有剧组的人知道", "样例短剧第三集"
FOLLOW = "/complaints/follow/"


def test_one_machine_asks_so_often_and_no_more(app, visitor, monkeypatch):
    monkeypatch.setattr(public, "PER_MINUTE", 0)
    assert visitor.get(FOLLOW).submit("查看或补充", code="ABCD").status == 429


def told(visitor, who=WHO) -> str:
    """The code given to a visitor."""
    visitor.get("/complaints/new").submit("提交", kind="作品内容", words=WORDS, place=PLACE, who=who)
    assert visitor.heading == "投诉举报已收到"
    return next(e.text for e in visitor.tree.iter() if str(e.tag).endswith("}code"))


def complaint() -> Complaint:
    session.expire_all()
    return session.query(Complaint).order_by(Complaint.id.desc()).first()


def staff(app, role):
    return cast.signed_in(app, cast.somebody(role, email=f"{role}@staff.example").email)


def page() -> str:
    return f"/desk/complaints/{complaint().id}/"


def test_from_the_form_to_the_end_with_talk_under_the_code(app, visitor):
    intake, investigator = staff(app, "intake"), staff(app, "investigator")
    code = told(visitor)
    assert "已收到" in visitor.get(FOLLOW).submit("查看或补充", code=code.lower().replace("-", " ")).text
    assert WORDS in intake.get(page()).text
    intake.press("受理").submit("受理")
    intake.get(page()).press("问投诉人…").submit("写下", words="是哪个平台？")
    assert "是哪个平台？" in visitor.get(FOLLOW).submit("查看或补充", code=code).text
    visitor.get(FOLLOW).submit("查看或补充", code=code, words="样例平台。")
    investigator.get(page()).press("开始核查").submit("开始核查")
    assert "样例平台。" in investigator.get(page()).text
    investigator.press("反馈").submit("反馈", reason="片名已改正。")
    investigator.get(page()).press("办结").submit("办结")
    assert complaint().state is ComplaintState.CLOSED
    assert "片名已改正。" in visitor.get(FOLLOW).submit("查看或补充", code=code).text
    late = visitor.get(FOLLOW).submit("查看或补充", code=code, words="还有一句")
    assert (late.status, late.errors) == (409, ["这件已经结束，不再往来；有新的情况请另外提出。"])


def test_turned_down_it_says_why(app, visitor):
    code = told(visitor, who="")
    staff(app, "intake").get(page()).press("不予受理").submit("不予受理", reason="不属于本行业（样例）。")
    assert "不属于本行业（样例）。" in visitor.get(FOLLOW).submit("查看或补充", code=code).text


def test_a_code_nobody_was_given_is_refused_at_its_field(app, visitor):
    wrong = visitor.get(FOLLOW).submit("查看或补充", code="ABCD")
    assert (wrong.status, wrong.errors) == (409, ["没有这个回执码，请照原样再抄一次。"])


def test_pressed_twice_it_is_one_complaint_with_the_same_code(app, visitor):
    first, second = visitor.get("/complaints/new").again("提交", kind="作品内容", words=WORDS, place=PLACE)
    assert first.text.partition("<code>")[2][:19] == second.text.partition("<code>")[2][:19]
    assert session.query(Complaint).count() == 1


def test_whoever_takes_it_up_neither_checks_nor_closes_it(app, visitor):
    told(visitor)
    both = cast.somebody("intake", "investigator", email="both@staff.example")
    with writing():
        COMPLAINT.take("accept", complaint(), actor=cast.actor(both))
    assert "开始核查" not in cast.signed_in(app, both.email).get(page()).text


def test_who_complained_is_shown_for_a_reason_that_is_logged(app, visitor):
    told(visitor)
    intake = staff(app, "intake")
    assert WHO not in intake.get(page()).text
    intake.press("查看举报人…").submit("查看", reason="要打电话核实。")
    assert WHO in intake.text
    assert WHO not in intake.get(page()).text
    looked = session.query(AuditEntry).filter_by(deed="see_informant").one()
    assert looked.details["reason"] == "要打电话核实。"


def test_the_auditor_sees_how_far_it_is_and_no_word(app, visitor):
    told(visitor)
    auditor = staff(app, "auditor").get(page())
    assert complaint().number in auditor.heading
    assert not any(word in auditor.text for word in (WHO, WORDS, PLACE))
    assert auditor.get(page() + "who/").status == 403


def test_a_call_is_written_down_by_staff(app):
    intake = staff(app, "intake").get("/desk/complaints/new/")
    intake.submit("登记", channel="phone", kind="其他", words=WORDS, place=PLACE)
    assert intake.heading == "投诉举报已收到"
    assert str(complaint().channel.label) == "电话"


def test_the_organisation_concerned_is_noted(app, visitor):
    firm = cast.verified()
    told(visitor)
    intake = staff(app, "intake").get(page() + "concern/").submit("注明", code="9")
    assert intake.errors == ["没有找到这个代码的单位。"]
    intake.get(page() + "concern/").submit("注明", code=firm.organisation.uscc)
    assert complaint().organisation_id == firm.id


def test_late_ones_are_marked_and_identities_go_in_time(app, visitor):
    told(visitor)
    with time_machine.travel("2027-03-01T02:00:00+00:00", tick=False):
        assert "已逾期" in staff(app, "intake").get("/desk/complaints/?late=yes").text
        staff(app, "intake").get(page()).press("不予受理").submit("不予受理", reason="样例")
    with time_machine.travel("2027-12-01T02:00:00+00:00", tick=False), writing():
        assert clockwork.forget_informants() == 1
    assert complaint().who is None


def test_others_of_the_secretariat_and_organisations_reach_nothing(app, visitor):
    told(visitor)
    for role in ("editor", "registrar"):
        assert not can(
            cast.actor(cast.somebody(role, email=f"{role}@staff.example")), P.LIST_ALL, complaint()
        )
        assert staff(app, role).get(page()).status in (403, 404)


def test_the_public_page_says_what_happens_and_counts(app, visitor):
    told(visitor)
    assert "5个工作日内决定是否受理" in visitor.get("/complaints/").text


def test_nobodys_number_goes_into_what_we_write(app, visitor):
    told(visitor)
    intake = staff(app, "intake").get(page()).press("不予受理")
    intake.submit("不予受理", reason="已同举报人（１３９ 0000 0000）核实。")
    assert intake.errors == ["这里不能写个人的号码和邮箱，请去掉：１３９ 0000 0000。"]
    assert complaint().state is ComplaintState.RECEIVED
