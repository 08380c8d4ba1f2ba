"""From a lead to a decision that is served: each step by another hand, each with its day, and nothing beyond what was told."""

from datetime import timedelta

import pytest

from association.kernel.db import session
from association.kernel.documents import document_of
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from bulletins.cases import actions
from bulletins.cases.models import CaseState, Outcome
from tests import cast
from tests.association.pledges import signed
from tests.bulletins.cases import filed as way

S = CaseState


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=f"cases/{template}").count()


@pytest.fixture
def firm(app):
    signed.issued()
    return way.bound()


def test_from_a_lead_to_a_decision_that_is_confirmed(app, firm):
    way.issued(firm)
    found = way.case(firm)
    assert (found.state, found.outcome, found.measure, found.months) == (S.ISSUED, Outcome.UPHELD, "warn", 6)
    assert found.decision_number == "案决〔2026〕1号"
    assert [letters(t) for t in ("file", "notify", "issue")] == [2, 2, 2]
    made = [document_of(found, f"case_{word}") for word in ("filing", "notice", "decision")]
    assert None not in made
    with writing():
        way.CASE.take("confirm", way.case(firm), actor=firm.clerk)
    assert (way.case(firm).state, way.case(firm).served_on) == (S.SERVED, way.clock.today())


def test_served_by_rule_only_after_two_channels_and_their_days(app, firm):
    way.issued(firm)
    with way.on("2027-03-01"):
        assert way.ticked() == 0
        way.sent(firm)
        assert way.ticked() == 0
    with way.on("2027-03-10"):
        assert way.ticked() == 0
    with way.on("2027-03-11"):
        assert (way.ticked(), way.ticked()) == (1, 0)
        assert (way.case(firm).state, way.case(firm).served_how) == (
            S.SERVED,
            "两种途径发出以后期满，视为送达",
        )
        assert letters("deem") == 2


def test_who_investigated_neither_files_nor_drafts_nor_issues_nor_sits(app, firm):
    for role in ("legal", "issuer", "panel"):
        cast.somebody(role, email="investigator@staff.example")
    way.opened(firm)
    way.took("check", firm, "investigator")
    way.alleged(firm)
    way.proven(firm)
    with pytest.raises(Refused, match="须由另一人办理"):
        way.took("file", firm, "investigator")
    way.took("file", firm, "legal")
    way.notified(firm)
    way.pleaded(firm)
    way.took("submit", firm, "investigator")
    own = cast.somebody(email="investigator@staff.example")
    with pytest.raises(Refused, match="办过这件案件"):
        way.convened(firm, [own, *way.members()])
    way.convened(firm)
    way.voted(firm, "as_proposed", "as_proposed", "as_proposed")
    way.minuted(firm, "as_proposed")
    with pytest.raises(Refused, match="须由另一人办理"):
        way.drafted(firm, role="investigator")
    way.drafted(firm)
    with pytest.raises(Refused, match="须由另一人办理"):
        way.took("issue", firm, "investigator")
    way.took("return_draft", firm, "issuer", "第一点的认定再写清楚")
    way.drafted(firm)
    way.took("issue", firm, "issuer")
    assert way.case(firm).state is S.ISSUED


def test_no_measure_against_who_is_neither_member_nor_signatory(app, firm, as_):
    stranger = cast.verified(205, name="远客样例影视有限公司")
    way.opened(stranger)
    way.took("check", stranger, "investigator")
    way.alleged(stranger)
    with pytest.raises(Refused, match="既不是会员，也没有签署公约"):
        way.took("file", stranger, "legal")
    page = as_(email="legal@staff.example").get(f"/desk/cases/{way.case(stranger).id}/")
    assert "没有：不能采取措施" in page.text
    page.press("移送主管部门").submit("移送主管部门", authority="样例主管部门", reason="请依职责处理。")
    session.rollback()
    held = way.case(stranger)
    assert (held.state, held.authority, held.is_known) == (S.TRANSFERRED, "样例主管部门", False)
    assert letters("file") == 0
    room = as_(email=stranger.clerk_account.email)
    assert room.get(f"/my/cases/{held.id}/").status in (403, 404)
    assert held.title not in room.get("/my/cases/").text


def test_no_clause_of_a_text_that_was_not_in_force_on_the_day_of_the_act(app, firm):
    who = way.staff("investigator")
    edition = signed.version().edition
    with writing():
        actions.open_case(
            code=firm.organisation.uscc, source=way.Source.SELF, title="旧事", fault="其他", happened_on=edition.effective_on - timedelta(days=1),
            lead="自报。", actor=who,
        )  # fmt: skip
    with pytest.raises(Refused, match="没有施行"), writing():
        actions.allege(way.case(firm), fact="事实", edition=signed.version().edition, path="2.1", actor=who)


def test_the_respondent_is_heard_before_anything_goes_to_the_panel(app, firm):
    way.filed(firm)
    way.notified(firm)
    with pytest.raises(Refused, match="陈述申辩的期限到"):
        way.took("submit", firm, "investigator")
    late = way.case(firm).hear_by + timedelta(days=1)
    with way.on(late.isoformat()):
        with pytest.raises(Refused, match="陈述申辩的期限是"):
            way.pleaded(firm)
        way.took("submit", firm, "investigator")
        assert way.case(firm).state is S.DELIBERATING


def test_a_hearing_that_is_asked_for_is_held_and_may_be_put_off_twice(app, firm):
    way.filed(firm)
    way.notified(firm)
    way.pleaded(firm, wants_hearing=True)
    with pytest.raises(Refused, match="要求听证"):
        way.took("submit", firm, "investigator")
    who = way.staff("experts")

    def set_on(day):
        with writing():
            actions.set_hearing(way.case(firm), on=day, place="线上会议", hands="主持人甲样例", actor=who)

    with pytest.raises(Refused, match="至少提前通知"):
        set_on(way.clock.today() + timedelta(days=2))
    later = way.clock.today() + timedelta(days=20)
    for _time in range(2):
        set_on(later)
        with writing():
            way.CASE.take("excuse", way.case(firm), actor=firm.clerk, reason="负责人出差")
    set_on(later)
    with pytest.raises(Refused, match="不能再延期"), writing():
        way.CASE.take("excuse", way.case(firm), actor=firm.clerk, reason="又出差")
    with pytest.raises(Refused, match="还没有到"):
        way.took("hear", firm, "experts", "单位到场")
    with way.on(later.isoformat()):
        way.took("hear", firm, "experts", "单位到场，说明已经下架。")
        way.took("submit", firm, "investigator")
    assert letters("set_hearing") == 6


@pytest.mark.parametrize(
    ("conclusion", "measure", "months", "found", "sentence"),
    [
        ("as_proposed", "remind", 0, True, "须与告知的一致"),
        ("lighter", "condemn", 12, True, "须轻于告知"),
        ("lighter", "warn", 6, True, "须轻于告知"),
        ("not_upheld", "", 0, True, "与审议结论不一致"),
        ("not_upheld", "remind", 0, False, "不能采取措施"),
    ],
)
def test_the_decision_follows_the_panel_and_never_goes_beyond_the_notice(
    app, firm, conclusion, measure, months, found, sentence
):
    way.filed(firm)
    way.notified(firm)
    way.pleaded(firm)
    way.deliberated(firm, conclusion)
    with pytest.raises(Refused, match=sentence):
        way.drafted(firm, measure=measure, months=months, found=found)


def test_a_panel_that_wants_more_facts_sends_it_back_and_the_respondent_is_told_anew(app, firm):
    way.filed(firm)
    way.notified(firm)
    way.pleaded(firm)
    way.deliberated(firm, "more")
    assert way.case(firm).state is S.INVESTIGATING
    way.proven(firm, title="补充截图")
    way.notified(firm, measure="remind", months=0)
    assert (way.case(firm).round, way.case(firm).plea) == (2, "")
    way.pleaded(firm)
    way.deliberated(firm, "not_upheld")
    way.drafted(firm, measure="", months=0, found=False)
    way.took("issue", firm, "issuer")
    assert (way.case(firm).outcome, way.case(firm).measure) == (Outcome.NOT_UPHELD, "")


def test_what_is_put_right_may_end_it_without_a_measure(app, firm):
    way.filed(firm)
    with pytest.raises(Refused, match="还没有提出改正"):
        way.took("resolve", firm, "investigator")
    with writing():
        way.CASE.take("offer", way.case(firm), actor=firm.clerk, reason="三天内全部下架，换成正片剪辑。")
    way.took("resolve", firm, "investigator", "已经下架并核对。")
    assert (way.case(firm).state, way.case(firm).outcome, letters("resolve")) == (
        S.RESOLVED,
        Outcome.RESOLVED,
        2,
    )


def test_a_lead_set_aside_is_never_known_to_the_organisation(app, firm, as_):
    way.opened(firm)
    way.took("set_aside", firm, "investigator", "事实不清")
    room = as_(email=firm.signer_account.email)
    assert room.get(f"/my/cases/{way.case(firm).id}/").status in (403, 404)
    assert "没有案件" in room.get("/my/cases/").text
    assert (
        session.query(Letter)
        .filter(Letter.template.like("cases/%"), Letter.account_id == firm.signer_account.id)
        .count()
        == 0
    )


def test_measures_for_members_are_not_for_signatories_alone(app, firm):
    way.filed(firm)
    with pytest.raises(Refused, match="只适用于会员"):
        way.notified(firm, measure="suspend", months=3)
    with pytest.raises(Refused, match="期限是3至12个月"):
        way.notified(firm, measure="warn", months=36)


def test_an_investigator_alone_cannot_answer_or_sign_for_the_respondent(app, firm):
    way.filed(firm)
    way.notified(firm)
    with pytest.raises(Forbidden):
        way.took("offer", firm, "investigator")
