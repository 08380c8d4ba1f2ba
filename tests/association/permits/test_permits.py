"""Permits: entered with a scan, compared by staff, shown in public, reminded of before they end."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from association.kernel import clock
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.permits import actions
from association.permits.models import Permit, PermitState
from demo.papers import Paper
from tests import cast
from tests.page import Page

KIND = "广播电视节目制作经营许可证"
TYPED = {
    "kind": KIND, "number": "（示）字第00101号", "issuer": "示例省示例主管部门", "valid_from": "2025-04-01",
    "valid_to": "2027-03-31",
}  # fmt: skip


def entering(app: Flask, firm: cast.Firm) -> Page:
    return cast.signed_in(app, firm.clerk_account.email).get(f"/organisations/file/{firm.id}/permits/report/")


def test_a_permit_is_public_once_staff_have_compared_it_with_its_scan(app: Flask) -> None:
    firm = cast.verified()
    entering(app, firm).submit("提交核对", scan=cast.paper(), **TYPED)
    assert KIND not in Page(app).get(f"/organisations/{cast.code(101)}/").text
    staff = cast.signed_in(app, cast.somebody("registrar").email).get("/desk/")
    assert "扫描件核对" in staff.text
    staff.get(f"/organisations/file/{firm.id}/permits/").press("与扫描件一致").submit("与扫描件一致")
    assert KIND in Page(app).get(f"/organisations/{cast.code(101)}/").text
    assert session.query(Letter).filter(Letter.template == "permits/check").count() == 2


def test_a_lapsed_permit_is_refused_at_its_field(app: Flask) -> None:
    page = entering(app, cast.verified()).submit(
        "提交核对", scan=cast.paper(), **(TYPED | {"valid_to": "2026-11-22"})
    )
    assert page.status == 409
    assert page.errors == ["这份许可证已于2026年11月22日到期，请提交在有效期内的。"]
    assert page.value("number") == TYPED["number"]
    assert session.query(Permit).count() == 0


@pytest.mark.parametrize(
    ("name", "body", "sentence"),
    [
        ("scan.pdf", b"MZ" + bytes(400), "程序"),
        ("scan.pdf", b"%PDF-1.7\n" + bytes(30 * 1024 * 1024), "20 MB"),
        ("scan.png", b"", "空"),
    ],
)
def test_a_program_called_pdf_thirty_megabytes_and_nothing_at_all_are_said_at_the_field(
    app: Flask, name: str, body: bytes, sentence: str
) -> None:
    page = entering(app, cast.verified()).submit("提交核对", scan=Paper(name, body), **TYPED)
    assert page.status in (409, 422)
    assert any(sentence in e for e in page.errors), page.errors
    assert page.value("issuer") == TYPED["issuer"]
    assert session.query(Permit).count() == 0


def test_the_same_permit_is_not_entered_twice(app: Flask) -> None:
    firm = cast.verified()
    entering(app, firm).submit("提交核对", scan=cast.paper(), **TYPED)
    page = entering(app, firm).submit("提交核对", scan=cast.paper(), **TYPED)
    assert page.errors == ["同一种类同一编号的许可证已在案。换发的请先移出旧证。"]


def test_days_in_the_wrong_order_are_refused(app: Flask) -> None:
    page = entering(app, cast.verified()).submit(
        "提交核对", scan=cast.paper(), **(TYPED | {"valid_from": "2027-06-01"})
    )
    assert page.errors == ["截止日期不能早于起始日期。"]


def test_reminders_come_once_at_each_mark_and_stop_when_it_has_lapsed(app: Flask) -> None:
    firm = cast.verified()
    entering(app, firm).submit("提交核对", scan=cast.paper(), **TYPED)
    with writing():
        permit = session.query(Permit).one()
        permit.state = PermitState.CHECKED
        last = permit.valid_to
    reminded = []
    for days in (61, 60, 30, 30, 7, 1, -1):
        with time_machine.travel(f"{(last - timedelta(days=days)).isoformat()}T09:00:00+08:00"), writing():
            reminded.append((days, actions.remind_of_ending()))
    assert [days for days, n in reminded if n] == [60, 30, 7]
    assert clock.today().year == 2026


def test_scans_are_for_the_organisation_and_staff_only(app: Flask) -> None:
    firm = cast.verified()
    clerk = entering(app, firm).submit("提交核对", scan=cast.paper(), **TYPED)
    scan = next(href for words, href in clerk.links().items() if words.endswith(".png"))
    assert clerk.get(scan).status == 200
    assert cast.signed_in(app, cast.somebody().email).get(scan).status == 404
    assert cast.signed_in(app, cast.somebody("editor").email).get(scan).status == 404
    assert Page(app).get(scan).heading == "登录"
