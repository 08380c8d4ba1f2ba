"""What becomes of an entry: asked for changes, changed, reviewed, marked, renamed, ended – each with its letter and its public word."""

from collections.abc import Callable
from datetime import timedelta
from email import message_from_string, policy

import time_machine
from flask import Flask

from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.search import records
from association.kernel.transactions import writing
from association.organisations import actions as organisations
from association.organisations.models import SuccessionKind
from association.organisations.workflow import CHANGE
from mcn.agencies import actions, clockwork, papers, queries
from mcn.agencies.models import AgencyState, FilingState
from mcn.agencies.sections import BY_NAME
from mcn.agencies.workflow import AGENCY
from tests import cast
from tests.mcn.agencies import agencies
from tests.page import Page

NUMBER = "MCN-99-2026-00001"


def _take(firm: cast.Firm, deed: str, who: str = "registrar", reason: str = "") -> None:
    with writing():
        AGENCY.take(deed, agencies.agency_of(firm), actor=cast.staff(who), reason=reason)


def test_what_is_asked_must_be_changed_before_it_comes_back(
    app: Flask, post: Callable[[], list[str]]
) -> None:
    firm = agencies.verified()
    id_ = agencies.submitted(firm)
    staff = cast.signed_in(app, cast.somebody("registrar").email).get(f"/mcn/file/filing/{id_}/")
    staff.press("请对方修改").submit(
        "发给对方", tick_contacts__content_name="y", because_contacts__content_name="与任命文件不符", tick_works="y",
        because_works="请写全片名",
    )  # fmt: skip
    assert any("与任命文件不符" in letter for letter in _decoded(post()))
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/mcn/file/filing/{id_}/")
    assert "请写全片名" in clerk.text
    assert "填好了，请签署人确认" not in clerk.links()
    clerk.press("联系人").submit("保存", content_name="宋密丁")
    clerk.press("出品的作品").press("修改").submit("保存", title="密片样例全集")
    clerk.get(f"/mcn/file/filing/{id_}/").press("填好了，请签署人确认").submit("填好了，请签署人确认")
    assert agencies.filing_of(id_).state is FilingState.PREPARED


def _decoded(letters: list[str]) -> list[str]:
    return [str(message_from_string(text, policy=policy.default).get_content()) for text in letters]  # type: ignore[attr-defined]


def test_a_change_is_a_difference_that_staff_accept(app: Flask) -> None:
    firm = agencies.registered()
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/mcn/file/{agencies.agency_of(firm).id}/")
    clerk.press("申请变更登记资料").submit("开始填写", because="负责人更换")
    clerk.press("联系人").submit("保存", content_name="宋密戊")
    clerk.press("填好了，请签署人确认").submit("填好了，请签署人确认")
    assert "宋密戊" in clerk.text
    filing = queries.open_filing(agencies.agency_of(firm))
    assert filing is not None
    agencies.take(filing.id, "sign", firm.signer_account)
    assert queries.fact_of(agencies.agency_of(firm), "contacts")["content_name"] == "宋密甲"
    staff = cast.signed_in(app, cast.somebody("registrar").email).get(f"/mcn/file/filing/{filing.id}/")
    assert "宋密甲" in staff.text
    assert "宋密戊" in staff.text
    staff.press("采用").submit("采用")
    assert queries.fact_of(agencies.agency_of(firm), "contacts")["content_name"] == "宋密戊"
    auditor = cast.signed_in(app, cast.somebody("auditor").email).get(f"/mcn/file/filing/{filing.id}/")
    assert "宋某某" in auditor.text
    assert "宋密" not in auditor.html


def test_a_change_of_nothing_goes_nowhere(app: Flask) -> None:
    firm = agencies.registered()
    with writing():
        id_ = actions.begin_change(agencies.agency_of(firm), because="试", actor=firm.clerk).id
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/mcn/file/agency_filing/{id_}/finish/")
    assert page.status == 409
    assert "还没有改动任何一节" in page.text


def test_a_review_asks_for_every_section_and_shows_what_changed_since(
    app: Flask, post: Callable[[], list[str]]
) -> None:
    firm = agencies.registered()
    agency = agencies.agency_of(firm)
    assert agency.review_due_on is not None
    assert agency.review_due_on.isoformat() == "2027-11-23"
    with writing():  # a change in between
        id_ = actions.begin_change(agency, because="人数变了", actor=firm.clerk).id
        actions.save_section(
            agencies.filing_of(id_), BY_NAME["clients"], facts=agencies.FACTS["clients"] | {"streamers": 31}, actor=firm.clerk
        )  # fmt: skip
    agencies.take(id_, "finish", firm.clerk_account)
    agencies.take(id_, "sign", firm.signer_account)
    agencies.take(id_, "approve", cast.somebody("registrar"))
    with time_machine.travel("2027-10-20T10:00:00+08:00", tick=True):
        with writing():
            assert clockwork.remind_of_reviews() == 1
        with writing():
            assert clockwork.remind_of_reviews() == 0
        assert any("年度复核" in letter for letter in _decoded(post()))
        with writing():
            review = actions.begin_review(agencies.agency_of(firm), actor=firm.clerk).id
        agencies.fill_again(firm, review)
        agencies.take(review, "finish", firm.clerk_account)
        agencies.take(review, "sign", firm.signer_account)
        staff = cast.signed_in(app, cast.somebody("registrar").email).get(f"/mcn/file/filing/{review}/")
        assert "上次登记或复核以来的变化" in staff.text
        assert "20" in staff.text
        assert "31" in staff.text
        staff.press("采用").submit("采用")
        agency = agencies.agency_of(firm)
        assert str(agency.reviewed_on) == "2027-10-20"
        assert str(agency.review_due_on) == "2028-11-23"


def test_a_late_review_waits_at_the_registrars_and_marks_nobody_by_itself(app: Flask) -> None:
    firm = agencies.registered()
    with time_machine.travel("2027-12-01T10:00:00+08:00", tick=True):
        with writing():
            assert clockwork.remind_of_reviews() == 1
        page = cast.signed_in(app, cast.somebody("registrar").email).get("/desk/?area=mcn")
        assert f"年度复核逾期：{agencies.NAME}" in page.text
        assert agencies.agency_of(firm).state is AgencyState.REGISTERED
        page.press(f"年度复核逾期：{agencies.NAME}").press("标记信息异常").submit(
            "标记信息异常", reason="年度复核逾期未办"
        )
        assert agencies.agency_of(firm).state is AgencyState.ABNORMAL


def test_a_mark_is_public_with_its_reason_and_is_lifted_again(
    app: Flask, visitor: Page, post: Callable[[], list[str]]
) -> None:
    firm = agencies.registered()
    _take(firm, "flag", reason="联系不上机构（样例）")
    visitor.get(f"/mcn/{NUMBER}/")
    assert "联系不上机构（样例）" in visitor.text
    assert "不构成行政许可" in visitor.text
    assert any("联系不上机构" in letter for letter in _decoded(post()))
    _take(firm, "suspend", reason="逾期未改（样例）")
    assert agencies.NAME in visitor.get("/mcn/?state=suspended").text
    _take(firm, "resume", reason="已改正（样例）")
    assert "逾期未改" not in visitor.get(f"/mcn/{NUMBER}/").text


def test_leaving_ends_the_certificate_and_frees_what_was_claimed(app: Flask, visitor: Page) -> None:
    firm = agencies.registered()
    with writing():
        AGENCY.take("leave", agencies.agency_of(firm), actor=firm.signer, reason="不再从事经纪业务（样例）")
    jobs.run_due()
    certificate = papers.of(agencies.agency_of(firm))
    assert certificate is not None
    assert certificate.state.value == "withdrawn"
    assert "已注销" in visitor.get(f"/mcn/{NUMBER}/").text
    again = agencies.filled(firm)
    assert {f["code"] for f in agencies.filing_of(again).findings} == {"no_permit"}
    agencies.take(again, "finish", firm.clerk_account)
    agencies.take(again, "sign", firm.signer_account)
    agencies.decided(again)
    assert agencies.agency_of(firm).number == "MCN-99-2026-00002"
    assert "MCN-99-2026-00002" in visitor.get(f"/mcn/{NUMBER}/").text


def test_a_refused_application_leaves_the_way_open_for_another(app: Flask) -> None:
    firm = agencies.verified()
    id_ = agencies.submitted(firm)
    agencies.take(id_, "refuse", cast.somebody("registrar"), reason="不从事经纪业务（样例）")
    assert agencies.agency_of(firm).state is AgencyState.CLOSED
    assert agencies.begun(firm) != id_


def test_a_new_name_goes_into_the_register_and_a_new_certificate(app: Flask, visitor: Page) -> None:
    firm = agencies.registered()
    with writing():
        change = organisations.ask_change(
            firm.organisation, facts={"name": "北斗样例传媒有限公司"}, because="更名", actor=firm.clerk
        )  # fmt: skip
    with writing():
        CHANGE.take("approve", session.merge(change), actor=cast.staff("registrar"))
    new = papers.of(agencies.agency_of(firm))
    assert new is not None
    assert new.holder == "北斗样例传媒有限公司"
    for words in ("北斗", "北辰", "beidou", "bcylcm", cast.code(102), NUMBER.lower(), "00001"):
        assert "北斗样例传媒有限公司" in visitor.get(f"/mcn/?q={words}").text, words
    assert "曾用名：北辰样例传媒有限公司" in visitor.get(f"/mcn/{NUMBER}/").text


def test_an_organisation_that_ends_leaves_the_register_and_leads_to_its_successor(
    app: Flask, visitor: Page
) -> None:
    firm = agencies.registered()
    heir = cast.verified(110, name="松烟样例影视制作有限公司")
    with writing():
        organisations.end(
            firm.organisation, on=clock.today() - timedelta(days=1), reason="并入松烟样例", successor_code=heir.organisation.uscc,
            kind=SuccessionKind.MERGED, actor=cast.staff("registrar"),
        )  # fmt: skip
    visitor.get(f"/mcn/{NUMBER}/")
    assert "已注销" in visitor.text
    assert "松烟样例影视制作有限公司" in visitor.text


def test_a_natural_person_is_on_no_public_page_without_a_basis(app: Flask, visitor: Page) -> None:
    firm = agencies.verified(102, "甘样例经纪工作室", kinds=["agent"])
    agencies.decided(agencies.submitted(firm))
    assert agencies.agency_of(firm).number == NUMBER
    assert "/account/login" in visitor.get(f"/mcn/{NUMBER}/", follow=False).answer.location
    assert "甘样例" not in visitor.get("/mcn/").html
    certificate = papers.of(agencies.agency_of(firm))
    assert certificate is not None
    assert certificate.holder == "甘某某"
    with writing():
        organisations.give_public_basis(
            firm.organisation, basis="本人单独同意（样例）", actor=cast.staff("registrar")
        )
    assert visitor.get(f"/mcn/{NUMBER}/").heading == "甘样例经纪工作室"
    records.sync()
