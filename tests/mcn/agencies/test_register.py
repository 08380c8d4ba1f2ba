"""The public register: found by any piece of a name, by code, pinyin, initials and number; the same set as page, CSV, JSON and feed; constant statements."""

import pytest
from flask import Flask

from tests import cast
from tests.mcn.agencies import agencies
from tests.page import Page


@pytest.mark.parametrize(
    "typed",
    [
        "北辰",
        "样例传媒",
        "辰样",
        "北辰 有限",
        "beichen",
        "bcyl",
        "ylcm",
        "yanglichuanmei",
        "BCYL",
        "９１９９",
        "MCN-99-2026",
        "mcn99",
        "00001",
    ],
)
def test_it_is_found_by(app: Flask, visitor: Page, typed: str) -> None:
    agencies.registered(102)
    agencies.registered(
        103, "青禾样例经纪有限公司", rows={"accounts": [], "agents": [agencies.ROWS["agents"][0] | {"certificate_number": "别证"}]}
    )  # fmt: skip
    found = visitor.get(f"/mcn/?q={typed}")
    assert agencies.NAME in found.text
    if typed not in ("９１９９", "MCN-99-2026", "mcn99"):
        assert "青禾样例" not in found.text


def test_page_csv_json_and_feed_are_the_same_set(app: Flask, visitor: Page) -> None:
    agencies.registered(102)
    assert visitor.get("/mcn/?q=北辰&format=json").answer.json["count"] == 1
    (item,) = visitor.get("/mcn/?format=json").answer.json["items"]
    assert item["number"] == "MCN-99-2026-00001"
    assert set(item) == {"url", "number", "name", "uscc", "province", "registered_on", "state", "state_since"}
    assert agencies.NAME in visitor.get("/mcn/?format=csv").answer.get_data(as_text=True)
    assert agencies.NAME in visitor.get("/mcn/?format=atom").answer.get_data(as_text=True)
    assert visitor.get("/mcn/?q=不存在的名字").answer.status_code == 200
    assert "没有符合条件的机构" in visitor.text


def test_a_page_costs_the_same_for_one_as_for_three(app: Flask, visitor: Page) -> None:
    def costs() -> tuple[int, int, int]:
        return (
            visitor.get("/mcn/").statements,
            visitor.get("/mcn/?q=样例").statements,
            visitor.get("/mcn/?province=99&state=registered").statements,
        )

    def another(serial: int, name: str) -> None:
        agencies.registered(
            serial,
            name,
            rows={"accounts": [], "agents": [agencies.ROWS["agents"][0] | {"certificate_number": name}]},
        )

    another(102, agencies.NAME)
    one = costs()
    another(103, "青禾样例经纪有限公司")
    another(104, "南风样例文化有限公司")
    assert costs() == one


def test_the_home_page_and_the_organisations_record_lead_to_it(app: Flask, visitor: Page) -> None:
    agencies.registered(102)
    visitor.get("/").press("机构登记")
    assert agencies.NAME in visitor.text
    visitor.get(f"/organisations/{cast.code(102)}/").press("MCN-99-2026-00001")
    assert visitor.heading == agencies.NAME


def test_a_number_written_otherwise_leads_on(app: Flask, visitor: Page) -> None:
    agencies.registered(102)
    visitor.get("/mcn/mcn-99-2026-00001/", follow=False)
    assert visitor.status == 301
    assert visitor.get("/mcn/MCN-99-2026-09999/").status == 404


def test_the_certificate_says_it_is_no_permit(app: Flask, visitor: Page) -> None:
    agencies.registered(102)
    visitor.get("/mcn/MCN-99-2026-00001/").press("MCNZ-2026-00001")
    assert "不构成行政许可" in visitor.text
    assert agencies.NAME in visitor.text


def test_the_register_speaks_english(app: Flask) -> None:
    firm = agencies.registered(102)
    reader = Page(app, language="en").get("/mcn/")
    assert reader.heading == "Register of agencies"
    assert "no permit" in reader.text
    reader.get("/mcn/MCN-99-2026-00001/")
    clerk = cast.signed_in(app, firm.clerk_account.email)
    clerk.language = "en"
    clerk.client.set_cookie("lang", "en")
    agency = agencies.agency_of(firm)
    for path in (
        f"/mcn/file/{agency.id}/",
        "/mcn/file/filing/1/",
        "/my/mcn/",
        f"/my/mcn/{agency.id}/roster/",
        "/mcn/accounts/",
    ):
        assert clerk.get(path).status == 200
