"""After verification: changes as a difference, codes and ends that lead on."""

from datetime import date

from flask import Flask
from sqlalchemy import text

from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations.models import OrganisationState, SuccessionKind
from association.organisations.workflow import ORGANISATION
from tests import cast
from tests.page import Page


def file_as(app: Flask, email: str, firm: cast.Firm) -> Page:
    return cast.signed_in(app, email).get(f"/organisations/file/{firm.id}/")


def test_a_change_is_a_difference_that_counts_when_staff_accept_it(app: Flask) -> None:
    firm = cast.verified()
    clerk = file_as(app, firm.clerk_account.email, firm).press("申请变更资料")
    clerk.submit("提交变更", name="晨曦样例影视股份有限公司", because="改制")
    assert "晨曦样例影视股份有限公司" in clerk.text
    assert firm.organisation.name == "晨曦样例影视有限公司"
    staff = file_as(app, cast.somebody("registrar").email, firm)
    staff.press("采用变更").submit("采用变更")
    assert firm.organisation.name == "晨曦样例影视股份有限公司"
    record = Page(app).get(f"/organisations/{cast.code(101)}/")
    assert "曾用名：晨曦样例影视有限公司" in record.text
    assert "晨曦样例影视股份有限公司" in Page(app).get("/organisations/?q=晨曦样例影视有限公司").text
    assert session.query(Letter).filter(Letter.template == "organisations/change_approve").count() == 2


def test_a_change_without_any_difference_is_refused_and_keeps_the_reason(app: Flask) -> None:
    firm = cast.verified()
    page = (
        file_as(app, firm.clerk_account.email, firm).press("申请变更资料").submit("提交变更", because="没有")
    )
    assert page.status == 409
    assert page.refusals == ["没有任何改动。"]
    assert page.value("because") == "没有"


def test_one_change_at_a_time(app: Flask) -> None:
    firm = cast.verified()
    first, second = (cast.signed_in(app, a.email) for a in (firm.clerk_account, firm.signer_account))
    for page in (first, second):
        page.get(f"/organisations/file/{firm.id}/").press("申请变更资料")
    for page in (first, second):
        page.submit("提交变更", address="别处1号", because="迁址")
    assert second.refusals == ["上一次变更还在核对，请等有了结果或先撤回。"]
    assert second.value("address") == "别处1号"
    assert "申请变更资料" not in second.get(f"/organisations/file/{firm.id}/").links()


def test_a_refused_change_changes_nothing_and_says_why(app: Flask) -> None:
    firm = cast.verified()
    file_as(app, firm.clerk_account.email, firm).press("申请变更资料").submit(
        "提交变更", address="别处1号", because="迁址"
    )
    staff = file_as(app, cast.somebody("registrar").email, firm)
    staff.press("不予采用").submit("不予采用", reason="没有新的营业执照")
    assert firm.organisation.address == "示例省示例市示例路1号"
    assert "没有新的营业执照" in file_as(app, firm.clerk_account.email, firm).text


def test_the_clerk_may_withdraw_a_change(app: Flask) -> None:
    firm = cast.verified()
    clerk = file_as(app, firm.clerk_account.email, firm).press("申请变更资料")
    clerk.submit("提交变更", address="别处1号", because="迁址").press("撤回变更").submit("撤回变更")
    assert "已撤回" in clerk.text


def test_an_old_code_leads_to_the_new_one(app: Flask) -> None:
    firm = cast.verified()
    staff = file_as(app, cast.somebody("registrar").email, firm).press("变更代码")
    staff.submit("变更", code=cast.code(101), on="2026-11-01", basis="换照")
    assert staff.errors == ["新代码与现在的代码相同。"]
    staff.submit("变更", code=cast.code(201))
    old = Page(app).get(f"/organisations/{cast.code(101)}/", follow=False)
    assert old.status == 301
    assert old.answer.location.endswith(f"/organisations/{cast.code(201)}/")


def test_an_ended_organisation_keeps_its_record_and_names_its_successor(app: Flask) -> None:
    firm, heir = cast.verified(101), cast.verified(102, name="拾光样例影业有限公司")
    staff = file_as(app, cast.somebody("registrar").email, firm).press("登记终止")
    staff.submit("登记终止", on="2026-11-01", reason="吸收合并", successor_code=cast.code(999), kind="merged")
    assert staff.errors == ["承继单位须是已核验的单位，没有找到这个代码。"]
    staff.submit("登记终止", successor_code=cast.code(102))
    record = Page(app).get(f"/organisations/{cast.code(101)}/")
    assert "已终止" in record.text
    assert record.links()["拾光样例影业有限公司"] == f"/organisations/{cast.code(102)}/"
    assert "晨曦样例影视有限公司" not in Page(app).get("/organisations/").text
    assert "并入：晨曦样例影视有限公司" in Page(app).get(f"/organisations/{heir.organisation.uscc}/").text
    assert firm.organisation.state is OrganisationState.ENDED


def test_nobody_acts_for_an_ended_organisation(app: Flask) -> None:

    firm = cast.verified()
    with writing():
        ORGANISATION.take(
            "end", firm.organisation, actor=cast.staff("registrar"), reason="注销", on=date(2026, 11, 1), successor=None,
            kind=SuccessionKind.MERGED,
        )  # fmt: skip
    assert firm.signer.relations == ()


def test_a_phone_in_a_change_is_kept_encrypted_and_shown_whole_only_to_who_verifies(app: Flask) -> None:
    firm = cast.verified()
    page = file_as(app, firm.clerk_account.email, firm).press("申请变更资料")
    page.submit("提交变更", contact_phone="13800001234", because="换号")
    stored = session.execute(text("select proposed, before from organisation_change")).one()
    assert "13800001234" not in str(stored)
    assert "13800001234" in file_as(app, cast.somebody("registrar").email, firm).html
    for email in (cast.somebody("auditor").email, firm.clerk_account.email):
        shown = file_as(app, email, firm)
        assert "13800001234" not in shown.html
        assert "138****1234" in shown.text
