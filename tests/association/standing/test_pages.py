"""Who reads what stands: the public record, one's own list, the desk's, and the same set as CSV and JSON."""

import pytest

from association.standing import StandingKind
from tests import cast
from tests.association.standing import written
from tests.association.standing.written import row


def test_the_public_record_shows_facts_by_day_with_their_basis(app, visitor):
    firm = cast.verified()
    page = visitor.get(f"/organisations/{firm.organisation.uscc}/")
    assert "记录在案的事实" not in page.text
    written.recorded(firm, title="后来的措施")
    written.recorded(firm, StandingKind.COMMENDATION, title="更早的推优", from_on=written.clock.today().replace(day=1))  # fmt: skip
    written.recorded(firm, title="内部措施", public=False)
    page = visitor.get(f"/organisations/{firm.organisation.uscc}/")
    assert page.text.index("后来的措施") < page.text.index("更早的推优")
    assert written.BASIS in page.text
    assert "内部措施" not in page.html


def test_an_officer_sees_what_is_on_record_about_their_organisation_and_is_led_to_what_is_owed(app, as_):
    firm = cast.verified()
    clerk = as_(email=firm.clerk_account.email)
    assert "没有记录" in clerk.get("/my/standing/").text
    written.recorded(firm, title="内部措施", public=False)
    written.owed(firm)
    assert "应办事项：完成一次合规培训" in clerk.get("/my/").text
    page = clerk.press("查看并办理")
    assert "应办事项" in page.text
    assert page.links()["去办理"] == "/my/"
    assert "内部措施" in clerk.get("/my/standing/?kind=measure").text
    assert "完成一次" not in clerk.text
    assert clerk.client.get("/my/standing/?format=json").json["count"] == 2
    assert "内部措施" in clerk.client.get("/my/standing/?on=2026-11-23&format=csv").get_data(as_text=True)


@pytest.mark.parametrize("role", [None, "editor", "intake", "trainee", "experts"])
def test_what_is_not_public_is_nobody_elses_business(app, as_, visitor, role):
    written.recorded(cast.verified(101), title="内部措施", public=False)
    stranger = cast.verified(102, name="白鹭样例影视有限公司")
    for reader in (as_(role) if role else visitor, as_(email=stranger.signer_account.email)):
        assert reader.get(f"/standing/{row().id}/", follow=False).status in (302, 403)
        assert reader.get("/desk/standing/", follow=False).status in (302, 403)
        assert "内部措施" not in reader.get("/my/standing/").html


def test_staff_find_everything_by_name_kind_state_and_day(app, as_):
    firm = cast.verified()
    written.recorded(firm, title="内部措施", public=False)
    written.owed(firm)
    staff = as_("auditor")
    assert "记录在案的事实" in staff.get("/desk/").links()
    assert staff.client.get("/desk/standing/?q=晨曦 内部&format=json").json["count"] == 1
    assert staff.client.get("/desk/standing/?kind=obligation&state=on_record&format=json").json["count"] == 1
    assert staff.client.get("/desk/standing/?on=2025-01-01&format=json").json["count"] == 0
    page = staff.get(f"/standing/{row().id}/")
    assert "办理记录" in page.text
    assert staff.get("/desk/standing/?q=没有这样的").status == 200


def test_the_list_costs_the_same_however_long(app, as_):
    firm = cast.verified()
    written.recorded(firm)
    staff = as_("registrar")
    first = staff.get("/desk/standing/").statements
    for n in range(5):
        written.recorded(firm, title=f"样例{n}")
    assert staff.get("/desk/standing/").statements == first


def test_english_readers_have_english_pages(app):
    from tests.page import Page

    firm = cast.verified()
    written.recorded(firm)
    page = Page(app, language="en").get(f"/organisations/{firm.organisation.uscc}/")
    assert "Facts on record" in page.text
    assert "Measure" in page.text
