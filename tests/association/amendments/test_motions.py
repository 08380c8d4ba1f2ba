"""A motion to amend: made by a signatory, looked at, supported by a third, and then the revision begins by itself."""

from datetime import timedelta

import pytest
import time_machine

from association import drafting
from association.accounts.actors import actor_of
from association.amendments import queries
from association.amendments.models import MotionState
from association.kernel import clock, jobs
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations.models import Organisation
from association.pledges import actions as pledges
from association.pledges import queries as pledge_queries
from association.pledges.models import VersionState
from tests import cast
from tests.association.amendments import moved as way
from tests.association.pledges import signed

M = MotionState


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=f"amendments/{template}").count()


def test_a_third_supports_it_and_the_revision_begins_from_the_text_in_force(app, visitor):
    signed.issued()
    firms = way.firms(5)
    way.accepted(firms[0])
    address = f"/pledges/{signed.pledge().document.slug}/motions/1/"
    page = visitor.get(address)
    assert "征集附议" in page.text
    assert "1家，须2家" in page.text
    way.supported(firms[1])
    found = way.motion()
    assert found.state is M.TAKEN_UP
    version = signed.version()
    assert (found.version_id, version.number, version.state) == (version.id, 2, VersionState.DRAFTING)
    assert version.why == "答复太慢"
    draft = drafting.latest(version)
    assert draft is not None
    assert "十个工作日" in draft.text
    jobs.run_due()
    assert letters("taken_up") == 8  # clerk and signer of everybody but the mover
    assert letters("begun") == 1
    acts = [
        entry.act
        for entry in session.query(LogEntry).filter_by(subject_kind="pledge_motion").order_by(LogEntry.id)
    ]
    assert acts == ["accept", "reach", "take_up"]
    page = visitor.get(address)
    assert "样例102影视有限公司" in page.text
    assert "已进入修订" in page.text


def test_a_motion_through_the_pages(app, as_, visitor):
    signed.issued()
    first, second, _third, _fourth = way.firms(4)
    slug = signed.pledge().document.slug
    mover = as_(email=first.signer_account.email)
    mover.get(f"/pledges/{slug}/").press("修订动议和表决").press("提出修订动议")
    mover.submit("提出", reason="", wording=way.WORDING)
    assert mover.errors == ["请填写修订的理由"]
    mover.submit("提出", reason="答复太慢", wording=way.WORDING, organisation=str(first.id))
    assert "待受理" in mover.text
    assert visitor.get(f"/pledges/{slug}/motions/1/").heading == "登录"
    assert as_(email=second.signer_account.email).get(f"/pledges/{slug}/motions/1/").status == 403
    editor = as_("editor")
    editor.get("/desk/").press("办理").press("受理并公开").submit("受理并公开")
    assert "征集附议" in editor.text
    supporter = as_(email=second.signer_account.email)
    supporter.get("/my/").press("看动议").press("代表单位附议").submit("附议")
    assert "已进入修订" in supporter.text
    assert "答复太慢" in visitor.get(f"/pledges/{slug}/amendments/").text
    (row,) = visitor.get(f"/pledges/{slug}/amendments/?format=json").answer.get_json()["items"]
    assert (row["number"], row["state"]) == (1, "已进入修订")
    assert "第1号修订动议" in visitor.get(f"/pledges/{slug}/amendments/?format=atom").answer.text


def test_one_firm_alone_is_a_third_of_three(app):
    signed.issued()
    firms = way.firms(3)
    way.moved(firms[0])
    assert way.motion().state is M.RECEIVED
    way.step("accept", signed.staff("editor"))
    way.kept()
    assert way.motion().state is M.TAKEN_UP


def test_while_another_version_is_under_way_it_waits_its_turn(app):
    signed.issued()
    firms = way.firms(4)
    way.proposed()
    way.accepted(firms[0])
    way.supported(firms[1])
    assert way.motion().state is M.REACHED
    assert way.kept() == 0
    signed.step("terminate", "issuer", "不再修订")
    assert way.kept() == 1
    assert way.motion().state is M.TAKEN_UP
    assert signed.version().number == 3


def test_the_executor_proposes_and_needs_nobody(app, as_):
    signed.issued()
    way.firms(3)
    editor = as_("editor")
    editor.get(f"/desk/pledges/{signed.version().id}/").press("提出修订").submit(
        "提出并开始修订", reason="补充要求", wording=way.WORDING
    )
    assert "起草中" in editor.text
    session.rollback()
    assert (way.motion().state, way.motion().is_by_the_executor) == (M.TAKEN_UP, True)
    page = as_("editor").get(f"/pledges/{signed.pledge().document.slug}/motions/1/")
    assert "协会（公约的执行机构）" in page.text
    with pytest.raises(Refused, match="已有一版正在起草或审核"):
        way.proposed()


def test_too_late_it_lapses_and_says_so(app, visitor):
    signed.issued()
    firms = way.firms(4)
    way.accepted(firms[0])
    with signed.later(61):
        with pytest.raises(Refused, match="附议已于2027年1月22日截止"):
            way.supported(firms[1])
        assert way.kept() == 1
        assert way.kept() == 0
        assert way.motion().state is M.LAPSED
        assert letters("lapsed") == 2
        assert "期满附议不够" in visitor.get(f"/pledges/{signed.pledge().document.slug}/motions/1/").text


def test_whoever_has_left_is_not_counted_and_the_share_is_of_those_who_stand_today(app):
    signed.issued()
    firms = way.firms(7)
    way.accepted(firms[0])
    way.supported(firms[1])
    assert way.motion().state is M.OPEN  # two of seven; three are needed
    signed.left(firms[1])
    assert queries.counted(way.motion()) == 1
    with pytest.raises(Refused, match="不是这份公约的有效签署单位"):
        way.supported(firms[1])
    for firm in firms[4:]:
        signed.left(firm)
    assert way.kept() == 1  # one of three is a third
    assert way.motion().state is M.TAKEN_UP


def test_who_may_not_move_or_support_is_told_why(app):
    signed.issued()
    firms = way.firms(4)
    stranger = cast.verified(201, name="白鹭样例影视有限公司")
    with pytest.raises(Refused, match="不是这份公约的有效签署单位"):
        way.moved(stranger)
    with pytest.raises(Forbidden):
        way.moved(firms[0], by=firms[0].clerk)
    with pytest.raises(Forbidden):
        way.moved(firms[0], by=stranger.signer)
    way.moved(firms[0])
    with pytest.raises(Refused, match="已有一件动议在办理中"):
        way.moved(firms[0])
    with pytest.raises(Refused, match="现在是“待受理”，不能附议"):
        way.supported(firms[1])
    way.step("accept", signed.staff("editor"))
    with pytest.raises(Refused, match="已经附议"):
        way.supported(firms[0])
    with time_machine.travel("2027-11-25T10:00:00+08:00", tick=True), pytest.raises((Refused, Forbidden)):
        way.supported(firms[1])


def test_support_is_taken_back_while_it_is_gathered_and_the_motion_by_its_mover(app, as_):
    signed.issued()
    firms = way.firms(7)
    way.accepted(firms[0])
    way.supported(firms[1])
    page = as_(email=firms[1].signer_account.email)
    page.get(f"/pledges/{signed.pledge().document.slug}/motions/1/").press("撤回附议…").submit("撤回附议")
    assert "1家，须3家" in page.text
    with pytest.raises(Refused, match="没有附议这件动议"):
        way.unsupported(firms[1])
    with pytest.raises(Refused, match="请撤回动议"):
        way.unsupported(firms[0])
    with pytest.raises(Forbidden):
        way.step("take_back", firms[1].signer)
    way.step("take_back", firms[0].signer)
    assert way.motion().state is M.TAKEN_BACK
    with pytest.raises(Refused, match="已撤回"):
        way.supported(firms[2])


def test_words_about_price_are_read_by_the_legal_office_before_anybody_else(app):
    signed.issued()
    firms = way.firms(4)
    legal = signed.staff("legal")
    way.moved(firms[0], wording="第三条改为：签署单位统一最低价。")
    assert (letters("moved"), way.motion().risky) == (1, ["最低价"])
    with pytest.raises(Refused, match="须经法务审的词语"):
        way.step("accept", signed.staff("editor"))
    with pytest.raises(Refused, match="请写明"):
        way.step("clear", legal)
    way.step("decline_risky", legal, "属于约定价格")
    assert (way.motion().state, way.motion().is_in_public) == (M.DECLINED, False)
    assert letters("declined") == 2


def test_what_the_legal_office_clears_is_public(app, visitor):
    signed.issued()
    firms = way.firms(4)
    way.moved(firms[0], wording="第三条改为：不得约定最低价。")
    way.step("clear", signed.staff("legal"), "禁止约定价格，不是约定价格")
    assert way.motion().state is M.OPEN
    assert "不得约定最低价" in visitor.get(f"/pledges/{signed.pledge().document.slug}/motions/1/").text


def test_who_acts_for_the_mover_does_not_receive_it(app):
    signed.issued()
    firms = way.firms(4)
    way.moved(firms[0])
    cast.somebody("editor", email=firms[0].clerk_account.email)
    with pytest.raises(Forbidden):  # their own organisation stands between them and every role
        way.step("accept", actor_of(firms[0].clerk_account))


def test_a_repealed_pledge_is_amended_no_more(app):
    signed.issued()
    firms = way.firms(4)
    way.accepted(firms[0])
    with writing():
        pledges.repeal(signed.version(), on=clock.today(), reason="会议决定", actor=signed.staff("issuer"))
    assert pledge_queries.version_in_force(signed.pledge()) is None
    assert way.kept() == 1
    assert (way.motion().state, way.motion().ended_because) == (M.LAPSED, "公约已经废止")
    with pytest.raises(Refused, match="只有正在施行的公约可以修订"):
        way.moved(firms[1])


def test_two_who_support_at_once_begin_one_revision(app):
    signed.issued()
    firms = way.firms(4)
    way.accepted(firms[0])
    way.supported(firms[1])
    with pytest.raises(Refused, match="已进入修订"):
        way.supported(firms[2])
    assert [v.number for v in pledge_queries.versions_of(signed.pledge())] == [2, 1]


def test_a_natural_person_without_a_basis_is_not_named(app, visitor):
    signed.issued()
    firms = way.firms(4)
    way.accepted(firms[0])
    slug = signed.pledge().document.slug
    assert "样例101影视有限公司" in visitor.get(f"/pledges/{slug}/motions/1/").text
    with writing():
        organisation = session.get_one(Organisation, firms[0].id)
        organisation.uscc = "92" + organisation.uscc[2:]
    page = visitor.get(f"/pledges/{slug}/motions/1/")
    assert "样例101影视有限公司" not in page.text
    assert "另有1家自然人经营者" in page.text


def test_the_list_of_motions_costs_the_same_however_many_there_are(app, visitor):
    signed.issued()
    firms = way.firms(8)
    way.accepted(firms[0])
    address = f"/pledges/{signed.pledge().document.slug}/amendments/"
    few = visitor.get(address).statements
    for firm in firms[1:4]:
        way.accepted(firm)
    assert visitor.get(address).statements <= few
    assert visitor.get(address).text.count("答复太慢") == 4


def test_days_of_the_office_are_working_days(app):
    from front.waiting import waiting_for

    signed.issued()
    firms = way.firms(4)
    way.moved(firms[0])
    (item,) = [w for w in waiting_for(signed.staff("editor")) if w.endpoint == "amendments.motion"]
    assert item.due_on is not None
    assert item.due_on > clock.today() + timedelta(days=5)
