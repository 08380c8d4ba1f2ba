"""The ladder: a query, a warning, publicity, removal – each with notice, a hearing, a decision by another hand, and nothing skipped."""

from datetime import date, timedelta

import pytest

from association.inquiries import actions
from association.inquiries.models import InquiryState, MeasureState, Rung
from association.inquiries.workflow import MEASURE
from association.kernel.certificates import CertificateState
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.pledges import papers
from association.pledges.models import SignatureState
from association.standing import queries as records
from association.standing.models import StandingKind, StandingState
from tests import cast
from tests.association.fulfilment import owed
from tests.association.inquiries import asked as way
from tests.association.pledges import signed

S, M = InquiryState, MeasureState


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=f"inquiries/{template}").count()


@pytest.fixture
def firm(app):
    signed.issued()
    return owed.bound()


def test_inquired_of_silent_warned_published_removed_and_every_page_says_so(app, firm, visitor, as_):
    slug = signed.pledge().document.slug
    register, code = f"/pledges/{slug}/signatories/", papers.of(signed.signature(firm)).code

    def seen(day: date) -> tuple[str, str, str]:
        """Register, check page, badge."""
        with way.on(day.isoformat(), 12):
            standing = visitor.get(f"{register}?format=json").answer.get_json()["items"][0]["standing"]
            check = visitor.get(f"/verify/{code}/").text
            said = (
                "公示中"
                if "公示中" in check
                else "已被撤销"
                if "已被撤销" in check
                else "今天有效"
                if "今天有效" in check
                else "?"
            )
            badge = visitor.get(f"/verify/{code}/badge.svg").answer.text
            colour = next(c for c in ("#0f6e4f", "#9a6200", "#8a8680") if c in badge)
            return standing, said, colour

    good = ("有效", "今天有效", "#0f6e4f")
    assert seen(way.today()) == good
    day = way.silent(firm)
    assert (way.inquiry(firm).state, letters("asked"), letters("fall_silent")) == (S.SILENT, 2, 2)
    assert seen(day) == good
    warned = way.climbed(firm, day)
    assert (way.measure(firm).rung, way.measure(firm).state) == (Rung.WARNING, M.IN_FORCE)
    assert seen(warned) == good  # a warning is between the two
    published = way.climbed(firm, warned)
    assert (way.measure(firm).rung, way.measure(firm).state) == (Rung.PUBLICITY, M.IN_FORCE)
    begun = way.measure(firm).in_force_on
    assert seen(begun) == ("公示中", "公示中", "#9a6200")
    with way.on(begun.isoformat(), 13):
        assert way.PUBLIC in visitor.get(f"/pledges/{slug}/publicity/").press("晨曦样例影视有限公司").text
        assert "公示：执行" in visitor.get(f"/organisations/{firm.organisation.uscc}/").text
    removed = way.climbed(firm, published)
    assert (way.measure(firm).rung, way.measure(firm).state) == (Rung.REMOVAL, M.DONE)
    assert (way.inquiry(firm).state, signed.signature(firm).state) == (S.REMOVED, SignatureState.REMOVED)
    assert papers.of(signed.signature(firm)).state_on(removed) is CertificateState.REVOKED
    assert seen(removed) == ("已移出", "已被撤销", "#8a8680")
    assert [letters(t) for t in ("proposed", "decided", "in_force")] == [6, 6, 6]
    with way.on(removed.isoformat(), 14):
        listed = [
            row["standing"]
            for row in visitor.get(f"{register}?on={begun}&format=json").answer.get_json()["items"]
        ]
        assert listed == ["公示中"]
        with pytest.raises(Refused, match="起可以重新签署"):
            signed.prepared(firm)
    with way.on((removed + timedelta(days=366)).isoformat()), pytest.raises(Refused, match="签署授权已于"):
        signed.confirmed(firm)  # it may sign again; only the signer's authority is too old by now


def test_nothing_skips_a_rung_and_nothing_comes_before_its_day(app, firm):
    day = way.silent(firm)
    with way.on(day.isoformat()):
        way.proposed(firm)
        assert way.measure(firm).rung is Rung.WARNING
        with pytest.raises(Refused, match="上一项措施还在办理"):
            way.proposed(firm)
        with pytest.raises(Refused, match="陈述申辩的期限到"):
            way.decided(firm)
    heard = way.measure(firm).hear_by + timedelta(days=1)
    with way.on(heard.isoformat()):
        way.decided(firm)
        object_by = way.measure(firm).object_by
    with way.on(object_by.isoformat()):
        way.ticked()
        assert way.measure(firm).state is M.DECIDED
    with way.on((object_by + timedelta(days=1)).isoformat()):
        way.ticked()
        assert way.measure(firm).state is M.IN_FORCE
        with pytest.raises(Refused, match="期满以后才能进入下一步"):
            way.proposed(firm)
        with pytest.raises(Refused, match="还有措施在有效期内"):
            way.took("settle", way.inquiry(firm), "investigator")


def test_a_reply_is_read_asked_about_and_settled(app, firm, as_):
    way.asked(firm)
    with pytest.raises(Refused, match="现在的状态是"):
        way.proposed(firm)  # nothing before a reply or its last day
    clerk = as_(email=firm.clerk_account.email)
    clerk.get("/my/").press("答复").press("答复").submit("答复", text=" ")
    assert clerk.errors == ["请填写内容"]
    clerk.submit("答复", text="两件投诉已于上周答复。")
    assert "已答复，待审看" in clerk.text
    staff = as_(email="investigator@staff.example")
    staff.get("/desk/").press("办理").press("请补充说明").submit("请补充说明", reason="请附答复记录")
    session.rollback()
    assert (way.inquiry(firm).state, letters("ask_again")) == (S.ASKED, 2)
    way.replied(firm, "附记录。")
    staff.get(f"/my/pledges/inquiries/{way.inquiry(firm).id}/").press("了结").submit(
        "了结", reason="说明清楚"
    )
    assert "已了结" in staff.text
    session.rollback()
    assert letters("settle") == 2
    assert signed.standing(firm, way.today()) == "good"


def test_who_asked_does_not_decide_and_who_decided_does_not_review(app, firm):
    for role in ("investigator", "panel", "appeals"):
        for other in ("investigator", "panel", "appeals"):
            cast.somebody(other, email=f"{role}@staff.example")
    day = way.silent(firm)
    with way.on(day.isoformat()):
        way.proposed(firm)
        way.pleaded(firm)
        with pytest.raises(Forbidden):
            way.decided(firm, role="investigator")
        way.decided(firm)
        with writing():
            actions.object_to(way.measure(firm), text="不服。", evidence=[], actor=firm.signer)
        for role in ("investigator", "panel"):
            with pytest.raises(Forbidden):
                way.took("dismiss", way.measure(firm), role)
        way.took("dismiss", way.measure(firm), "appeals")
        assert way.measure(firm).state is M.IN_FORCE


def test_an_objection_that_is_upheld_leaves_nothing(app, firm, as_):
    day = way.silent(firm)
    with way.on(day.isoformat()):
        way.proposed(firm)
        way.pleaded(firm)
        way.decided(firm)
        clerk = as_(email=firm.clerk_account.email).get(f"/my/pledges/inquiries/{way.inquiry(firm).id}/")
        assert not any(words.startswith("提出异议") for words in clerk.links())
        signer = as_(email=firm.signer_account.email).get("/my/").press("查看决定").press("提出异议")
        signer.submit("提出异议", text="投诉当天已答复。")
        assert "异议复核中" in signer.text
        way.took("uphold", way.measure(firm), "appeals")
        assert way.measure(firm).state is M.ANNULLED
        assert letters("upheld") == 2
        assert records.of_source(way.measure(firm)) == []
        way.took("settle", way.inquiry(firm), "investigator")
    with way.on(day.isoformat(), 11), pytest.raises(Refused, match="现在的状态是"), writing():
        MEASURE.take("object", way.measure(firm), actor=firm.signer, text="再次")


def test_too_late_for_an_objection(app, firm):
    day = way.silent(firm)
    with way.on(day.isoformat()):
        way.proposed(firm)
        way.pleaded(firm)
        way.decided(firm)
        late = way.measure(firm).object_by + timedelta(days=1)
    with way.on(late.isoformat()), pytest.raises(Refused, match="提出异议的期限是"), writing():
        actions.object_to(way.measure(firm), text="不服。", evidence=[], actor=firm.signer)


def publicised(firm: cast.Firm) -> date:
    """Returns the first day of the publicity."""
    way.climbed(firm, way.climbed(firm, way.silent(firm)))
    begun = way.measure(firm).in_force_on
    assert begun is not None
    return begun


def test_publicity_ends_by_the_clock_and_is_then_not_there(app, firm, visitor):
    begun = publicised(firm)
    measure = way.measure(firm)
    address = f"/pledges/{signed.pledge().document.slug}/publicity/{measure.id}/"
    assert measure.until == begun + timedelta(days=30)
    with way.on(measure.until.isoformat()):
        way.ticked()
        assert visitor.get(address).status == 200
    with way.on((measure.until + timedelta(days=1)).isoformat()):
        way.ticked()
        assert visitor.get(address).status == 404
        assert "没有在公示的单位" in visitor.get(f"/pledges/{signed.pledge().document.slug}/publicity/").text
        assert signed.standing(firm, way.today()) == "good"
        assert "公示：执行" not in visitor.get(f"/organisations/{firm.organisation.uscc}/").text
        (row,) = records.of_source(way.measure(firm))
        assert (row.kind, row.is_public) == (StandingKind.MEASURE, False)
        assert row.state in (StandingState.ENDED, StandingState.EXPIRED)
    assert signed.standing(firm, begun) == "publicised"


def test_what_was_put_right_is_reported_and_lifted(app, firm, as_):
    begun = publicised(firm)
    with way.on(begun.isoformat(), 12):
        clerk = as_(email=firm.clerk_account.email).get("/my/").press("报告改正")
        clerk.press("报告改正").submit("报告改正", text="已全部答复，设了专人。")
        assert "已全部答复" in clerk.text
        way.took("lift", way.measure(firm), "panel", "已经改正")
        assert signed.standing(firm, way.today()) == "good"
        assert letters("lifted") == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "请写公示的文字"), ("联系13800000000", "不能有个人信息"), ("法定代表人甘样例未改正", "不能写人名：甘样例"), ("证件110101199001011234", "不能有个人信息")],
)  # fmt: skip
def test_what_is_published_names_no_person(app, firm, text, sentence):
    warned = way.climbed(firm, way.silent(firm))
    with way.on(warned.isoformat()):
        way.proposed(firm)
        way.pleaded(firm)
        with pytest.raises(Refused, match=sentence) as refused:
            way.decided(firm, public_text=text)
        assert refused.value.field == "public_text"


def test_leaving_ends_inquiry_and_measures_for_they_bind_signatories_only(app, firm, visitor):
    begun = publicised(firm)
    measure = way.measure(firm).id
    with way.on(begun.isoformat(), 12):
        signed.left(firm)
        assert (way.inquiry(firm).state, way.measure(firm).state) == (S.CLOSED, M.CLOSED)
        assert visitor.get(f"/pledges/{signed.pledge().document.slug}/publicity/{measure}/").status == 404
        with pytest.raises(Refused, match="只能提醒、质询正受公约约束的单位"):
            way.asked(firm)


def test_one_inquiry_at_a_time_and_by_those_who_may(app, firm, as_):
    way.asked(firm)
    with pytest.raises(Refused, match="已有一份提醒或质询在办理中"):
        way.asked(firm)
    other = cast.verified(102, name="白鹭样例影视有限公司")
    assert (
        as_(email=other.clerk_account.email).get(f"/my/pledges/inquiries/{way.inquiry(firm).id}/").status
        == 403
    )
    assert as_("editor").get("/desk/pledges/inquiries/").status == 403
    page = as_("registrar").get(f"/desk/pledges/inquiries/signatures/{signed.signature(firm).id}/ask/")
    assert page.status == 409


def test_a_query_is_asked_from_the_page_of_the_signature(app, firm, as_):
    staff = as_("registrar").get(f"/my/pledges/signatures/{signed.signature(firm).id}/")
    staff.press("提醒或质询").submit("送达", tone="reminder", question="请看第三条。", paths=["3"])
    assert "GYZX-DJ-2026-001" in staff.html
    assert "第三条" in staff.text


def test_a_double_click_replies_once(app, firm, as_):
    way.asked(firm)
    clerk = as_(email=firm.clerk_account.email).get(f"/my/pledges/inquiries/{way.inquiry(firm).id}/reply/")
    assert [a.status_code for a in clerk.again("答复", text="已答复")] == [303, 303]
    session.rollback()
    assert way.inquiry(firm).reply == "已答复"
