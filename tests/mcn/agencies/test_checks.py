"""Checks speak first: each says how grave it is, what it rests on and since when; software stops and asks, people decide."""

from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask

from association.kernel import clock, dated
from association.kernel.errors import Refused
from association.kernel.transactions import writing
from mcn.agencies import actions, checks
from mcn.agencies.sections import BY_NAME
from tests import cast
from tests.mcn.agencies import agencies

MINOR = agencies.ROWS["minors"][0]
FAN = agencies.ROWS["fan_groups"][0]
ACCOUNT = agencies.ROWS["accounts"][0]
AHEAD = (date(2026, 11, 23) + timedelta(days=9)).isoformat()

CASES: list[tuple[str, dict[str, Any], str, str]] = [
    ("a hundred clients to an agent are within the ratio", {"facts": {"clients": agencies.FACTS["clients"] | {"streamers": 96}}}, "", ""),
    ("one more is told, “in principle”", {"facts": {"clients": agencies.FACTS["clients"] | {"streamers": 97}}}, "ratio", "warn"),
    ("a host under sixteen stops", {"rows": {"minors": [MINOR | {"kind": "streamers", "band": "under"}]}}, "young_host", "stop"),
    ("a performer under sixteen is asked about", {"rows": {"minors": [MINOR | {"band": "under"}]}}, "young_client", "ask"),
    ("a host of sixteen with consent is nothing", {"rows": {"minors": [MINOR | {"kind": "streamers"}]}}, "", ""),
    ("a missing consent stops", {"rows": {"minors": [MINOR | {"consents": 1}]}}, "consent", "stop"),
    (
        "too many consents for one group make up for none",
        {"rows": {"minors": [MINOR | {"consents": 9}, MINOR | {"kind": "guests", "consents": 0}]}}, "consent", "stop",
    ),
    ("a consent of tomorrow stops", {"rows": {"minors": [MINOR | {"consented_on": AHEAD}]}}, "consent_day", "stop"),
    ("no time for school is told", {"rows": {"minors": [MINOR | {"schooling": "no"}]}}, "schooling", "warn"),
    ("a minor who owns a fan group stops", {"rows": {"fan_groups": [FAN | {"owner_adult": "no"}]}}, "fan_owner", "stop"),
    ("a fan group nobody authorised is told", {"rows": {"fan_groups": [FAN | {"authorised": "no"}]}}, "fan_authority", "warn"),
    (
        "no content lead is told",
        {"facts": {"contacts": {"liaison_name": "宋密乙", "liaison_phone": "13800000002"}}}, "no_content_lead", "warn",
    ),
    ("consent without its day stops", {"rows": {"accounts": [ACCOUNT | {"basis": "consent"}]}}, "account_consent", "stop"),
    ("the same account twice stops", {"rows": {"accounts": [ACCOUNT, ACCOUNT]}}, "own_double", "stop"),
    ("rules not published are told", {"rows": {"systems": agencies.ROWS["systems"][:4]}}, "systems", "warn"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "changed", "code", "level"), CASES, ids=[case[0] for case in CASES])
def test_a_check_says(app: Flask, what: str, changed: dict[str, Any], code: str, level: str) -> None:
    firm = agencies.verified()
    id_ = agencies.filled(firm, **changed)
    said = {finding["code"]: finding["level"] for finding in agencies.filing_of(id_).findings}
    said.pop("no_permit")
    assert said == ({code: level} if code else {})


def test_what_stops_cannot_be_handed_on_and_says_why(app: Flask) -> None:
    firm = agencies.verified()
    id_ = agencies.filled(firm, rows={"minors": [MINOR | {"kind": "streamers", "band": "under"}]})
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/mcn/file/filing/{id_}/")
    assert "有2名不满16周岁的网络主播" in page.text
    assert "GB/T 46273-2025" in page.text
    assert "填好了，请签署人确认" not in page.links()


def test_a_dated_age_moves_the_check(app: Flask) -> None:
    firm = agencies.verified()
    with writing():
        dated.change(
            "mcn.host_from_age", value=18, basis="新规定（样例）", in_force_from=clock.today(), checked_by="陆样例",
            checked_on=clock.today(), actor=cast.staff("admin"),
        )  # fmt: skip
    id_ = agencies.filled(firm, rows={"minors": [MINOR | {"kind": "streamers", "band": "under"}]})
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/mcn/file/filing/{id_}/")
    assert "有2名不满18周岁的网络主播" in page.text
    assert "新规定（样例）" in page.text


def test_staff_answer_what_the_checks_ask_before_anybody_decides(app: Flask) -> None:
    firm = agencies.verified()
    id_ = agencies.submitted(firm, rows={"minors": [MINOR | {"band": "under"}]})
    page = cast.signed_in(app, cast.somebody("registrar").email).get(f"/desk/mcn/filing/{id_}/examine/")
    page.submit("登记核验", interview="面谈了负责人")
    assert page.errors == ["请写明核实的结果"]
    page.submit("登记核验", interview="面谈了负责人", answer_young_client="拍摄期间监护人在场，学校同意")
    assert "拍摄期间监护人在场" in page.text
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/mcn/file/filing/{id_}/")
    assert "拍摄期间监护人在场" not in clerk.html


def test_an_account_claimed_twice_is_asked_about_and_neither_is_told_the_others_name(app: Flask) -> None:
    agencies.registered(102, "北辰样例传媒有限公司")
    second = agencies.verified(103, "青禾样例经纪有限公司")
    id_ = agencies.submitted(second)
    own = cast.signed_in(app, second.clerk_account.email).get(f"/mcn/file/filing/{id_}/")
    assert "另有机构登记了同一账号（共1个）" in own.text
    assert "另有机构登记了同一证书（共1人）" in own.text
    assert "北辰样例" not in own.html
    staff = cast.signed_in(app, cast.somebody("registrar").email).get(f"/mcn/file/filing/{id_}/")
    assert "北辰样例传媒有限公司" in staff.text


def test_what_was_written_otherwise_is_the_same_account_and_certificate(app: Flask) -> None:
    assert checks.account_key("示例 短视频", "@Sample_A") == checks.account_key("示例短视频", "sample_a ")
    assert checks.account_key("示例短视频", "sample_a") != checks.account_key("示例短视频", "samplea")
    assert checks.agent_key({"certificate_number": "ａ-001"}) == checks.agent_key(
        {"certificate_number": "A001"}
    )
    assert checks.agent_key({"name": "宋密丙"}) is None


def test_an_account_given_up_is_free_for_others(app: Flask) -> None:
    agencies.registered(
        102,
        rows={
            "accounts": [ACCOUNT | {"ends_on": "2026-11-01"}],
            "agents": [agencies.ROWS["agents"][0] | {"certificate_number": "别证"}],
        },
    )
    second = agencies.verified(103, "青禾样例经纪有限公司")
    said = {finding["code"] for finding in agencies.filing_of(agencies.filled(second)).findings}
    assert "shared_account" not in said


def test_what_a_day_later_claims_is_seen_when_it_is_checked_anew(app: Flask) -> None:
    second = agencies.verified(103, "青禾样例经纪有限公司")
    waiting = agencies.submitted(second)
    agencies.registered(102)
    staff = cast.signed_in(app, cast.somebody("registrar").email).get(f"/mcn/file/filing/{waiting}/")
    assert "另有机构登记了同一账号" not in staff.text
    staff.press("重新检查").submit("重新检查")
    assert "另有机构登记了同一账号" in staff.text


def test_a_section_half_filled_is_kept_and_says_what_it_lacks(app: Flask) -> None:
    firm = agencies.verified()
    id_ = agencies.begun(firm)
    with writing():
        actions.save_section(
            agencies.filing_of(id_), BY_NAME["contacts"], facts={"content_name": "宋密甲"}, actor=firm.clerk
        )  # fmt: skip
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/mcn/file/filing/{id_}/")
    assert "还没有填：日常联络人：姓名" in page.text
    assert page.press("联系人").value("content_name") == "宋密甲"


def test_a_second_application_is_refused_while_one_is_open(app: Flask) -> None:
    firm = agencies.verified()
    agencies.begun(firm)
    with pytest.raises(Refused, match="已有申请在办理"), writing():
        actions.begin_application(firm.organisation, actor=firm.clerk)


def test_a_studio_is_told_that_the_register_is_for_agencies(app: Flask) -> None:
    firm = cast.verified(104, name="拾光样例影业有限公司")
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/my/mcn/apply/{firm.id}/")
    assert page.status == 409
    assert "机构登记面向MCN" in page.text
