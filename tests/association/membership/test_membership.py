"""Membership: prepared, signed, decided by a body, in force from a day to a day; and who was a member on a day."""

from datetime import date

import pytest
import time_machine
from flask import Flask

from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.membership import actions, queries
from association.membership.models import Membership, MembershipState
from association.membership.workflow import MEMBERSHIP
from tests import cast
from tests.page import Page

TYPED = {
    "kind": "会员单位",
    "representative": "甘样例",
    "representative_post": "总经理",
    "statement": "愿意参加行业自律。",
}


def stay(firm: cast.Firm) -> Membership:
    return queries.memberships_of(firm.organisation)[0]


def applied(app: Flask, firm: cast.Firm) -> Page:
    """A clerk applies and the signer signs."""
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/organisations/file/{firm.id}/")
    clerk.press("会籍").press("申请入会").submit("保存", **TYPED)
    signer = cast.signed_in(app, firm.signer_account.email).get("/my/")
    assert "确认入会申请" in signer.text
    signer.get(f"/members/{stay(firm).id}/").press("确认并提交入会申请").submit("确认并提交入会申请")
    return signer


def joined(serial: int = 101, *, on: date = date(2026, 3, 1), **changes: object) -> cast.Firm:
    """A member from a day."""
    firm = cast.verified(serial, **changes)
    with writing():
        membership = actions.prepare(firm.organisation, **TYPED, actor=firm.clerk)
    with writing():
        MEMBERSHIP.take("sign", membership, actor=firm.signer)
    with writing():
        actions.approve(membership, body="理事会", approved_on=on, from_on=on, actor=cast.staff("registrar"))
    return firm


def test_from_application_to_member_with_a_number(app: Flask) -> None:
    firm = cast.verified()
    applied(app, firm)
    staff = cast.signed_in(app, cast.somebody("registrar").email).get(f"/members/{stay(firm).id}/")
    staff.press("登记批准结果").submit("登记", body="理事会", approved_on="2026-11-20", from_on="2026-11-19")
    assert staff.errors == ["入会日期不能早于批准日期。"]
    staff.submit("登记", from_on="2026-11-20")
    assert "HY-2026-0001" in staff.text
    assert "晨曦样例影视有限公司" in Page(app).get("/members/").text
    assert session.query(Letter).filter(Letter.template == "membership/approve").count() == 2


def test_a_clerk_cannot_sign_what_they_prepared(app: Flask) -> None:
    firm = cast.verified()
    with writing():
        membership = actions.prepare(firm.organisation, **TYPED, actor=firm.clerk)
    with writing(), pytest.raises(Forbidden):
        MEMBERSHIP.take("sign", membership, actor=firm.clerk)


def test_one_application_at_a_time(app: Flask) -> None:
    firm = cast.verified()
    applied(app, firm)
    with pytest.raises(Refused, match="已有入会申请"), writing():
        actions.prepare(firm.organisation, **TYPED, actor=firm.clerk)


def test_only_verified_organisations_apply(app: Flask) -> None:
    firm = cast.submitted()
    with pytest.raises(Forbidden), writing():
        actions.prepare(firm.organisation, **TYPED, actor=firm.clerk)


def test_staff_ask_for_changes_of_the_application(app: Flask) -> None:
    firm = cast.verified()
    applied(app, firm)
    staff = (
        cast.signed_in(app, cast.somebody("registrar").email)
        .get(f"/members/{stay(firm).id}/")
        .press("请对方修改")
    )
    staff.submit("发给对方", tick_statement="y", because_statement="请写明主营业务")
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/members/{stay(firm).id}/amend/")
    clerk.submit("保存，再请签署人确认")
    assert clerk.errors == ["这一项还没有按要求修改：请写明主营业务"]
    clerk.submit("保存，再请签署人确认", statement="主营微短剧制作。")
    assert stay(firm).state is MembershipState.PREPARED


def test_who_was_a_member_on_a_day(app: Flask) -> None:
    with time_machine.travel("2026-03-01T10:00:00+08:00"):
        firm = joined(on=date(2026, 3, 1))
    with time_machine.travel("2026-05-10T10:00:00+08:00"), writing():
        MEMBERSHIP.take("suspend", stay(firm), actor=cast.staff("registrar"), reason="未报送资料")
    with time_machine.travel("2026-06-10T10:00:00+08:00"), writing():
        MEMBERSHIP.take("resume", stay(firm), actor=cast.staff("registrar"), reason="已补报")
    with time_machine.travel("2026-09-01T10:00:00+08:00"), writing():
        MEMBERSHIP.take("leave", stay(firm), actor=firm.signer)
    asked = {
        "2026-02-28": None, "2026-03-01": "member", "2026-05-09": "member", "2026-05-10": "suspended",
        "2026-06-09": "suspended", "2026-06-10": "member", "2026-08-31": "member", "2026-09-01": None,
    }  # fmt: skip
    assert {day: queries.standing_on(firm.organisation, date.fromisoformat(day)) for day in asked} == asked


def test_the_public_list_answers_for_any_day(app: Flask) -> None:
    firm = joined(on=date(2026, 3, 1))
    assert firm.organisation.name not in Page(app).get("/members/?on=2026-02-28").text
    assert firm.organisation.name in Page(app).get("/members/?on=2026-03-01").text
    odd = Page(app).get("/members/?on=yesterday")
    assert "日期请写成2026-11-23这样" in odd.text
    assert odd.status == 200


def test_a_member_that_left_may_come_back_as_another_stay(app: Flask) -> None:
    firm = joined()
    page = cast.signed_in(app, firm.signer_account.email).get(f"/members/{stay(firm).id}/")
    page.press("申请退会").submit("申请退会")
    assert "已退会" in page.text
    applied(app, firm)
    assert len(queries.memberships_of(firm.organisation)) == 2


def test_a_removal_wants_its_ground_and_day(app: Flask) -> None:
    firm = joined()
    staff = (
        cast.signed_in(app, cast.somebody("registrar").email).get(f"/members/{stay(firm).id}/").press("除名")
    )
    staff.submit("登记除名", to_on="2026-01-01", reason="理事会2026年11月20日决定")
    assert staff.errors == ["退会日期不能早于入会日期。"]
    staff.submit("登记除名", to_on="2026-11-23")
    assert stay(firm).state is MembershipState.ENDED


def test_the_signer_changes_the_representative_and_the_trail_keeps_no_name_in_the_open(app: Flask) -> None:
    firm = joined()
    page = (
        cast.signed_in(app, firm.signer_account.email).get(f"/members/{stay(firm).id}/").press("更换单位代表")
    )
    page.submit("更换", representative="丁样例")
    assert "丁样例" in page.text

    entry = session.query(AuditEntry).filter(AuditEntry.deed == "change_representative").one()
    assert "丁样例" not in str(entry.details)


def test_list_csv_and_json_are_the_same_set_in_a_constant_number_of_statements(app: Flask) -> None:
    joined(101)
    one = Page(app).get("/members/").statements
    joined(102, name="拾光样例影业有限公司")
    joined(103, name="南风样例文化传播有限公司")
    page = Page(app).get("/members/")
    assert page.statements == one
    csv = page.get("/members/?format=csv").html
    assert csv.startswith("\ufeff单位,")
    assert csv.count("HY-2026-") == 3
    answer = page.get("/members/?format=json").answer.get_json()
    assert answer["count"] == 3
    assert {item["number"] for item in answer["items"]} == {"HY-2026-0001", "HY-2026-0002", "HY-2026-0003"}


def test_the_links_of_states_count_what_the_other_filters_leave_and_leave_out_what_is_empty(
    app: Flask,
) -> None:
    joined(101)
    applied(app, cast.verified(102, name="北辰样例传媒有限公司"))
    staff = cast.signed_in(app, cast.somebody("registrar").email)

    def offered(query: str) -> list[str]:
        links = staff.get(f"/members/all/{query}").links()
        return [words for words, address in links.items() if words[-1].isdigit() and "state=" in address]

    assert offered("") == ["待审批1", "在会1"]
    assert offered("?q=北辰") == ["待审批1"]
    assert offered("?q=北辰&state=approved") == ["待审批1", "在会0"]
