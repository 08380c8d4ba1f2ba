"""The API: the same rows as the pages, in parts that neither miss nor repeat, and refusals that say what is wrong."""

import json

import pytest

from front.api.resources import RESOURCES
from tests import cast
from tests.page import Page

NAMES = ["北辰样例传媒有限公司", "晨曦样例影视有限公司", "拾光样例影业有限公司"]


@pytest.fixture
def page(app, visitor: Page) -> Page:
    for serial, name in enumerate(NAMES, start=101):
        cast.verified(serial, name=name, kinds=["mcn"] if "传媒" in name else ["studio"])
    return visitor


def asked(page: Page, path: str, status: int = 200, **headers: str):
    with page.app.app_context():
        answer = page.client.get(path, headers=headers)
    assert answer.status_code == status, answer.text
    return answer


def test_every_list_with_a_json_export_is_in_the_api(app, visitor: Page):
    known = {r.endpoint for r in RESOURCES}
    lists = set(app.jinja_env.globals["logged_lists"])
    assert lists - known == set()


def test_a_list_says_what_the_page_s_own_export_says(page: Page):
    exported = asked(page, "/organisations/?format=json").get_json()["items"]
    items = asked(page, "/api/v1/organisations").get_json()["items"]
    own = ("id", "self", "url")
    told = [{k: v for k, v in item.items() if k not in own} for item in items]
    assert sorted(told, key=str) == sorted(
        ({k: v for k, v in e.items() if k != "url"} for e in exported), key=str
    )
    assert items[0]["url"].startswith("http://site.example/organisations/")


def test_what_is_added_while_one_reads_on_is_neither_missed_nor_does_it_push_anything_out(page: Page):
    first = asked(page, "/api/v1/organisations?limit=2")
    cast.verified(104, name="阿波样例文化有限公司")
    said = first.get_json()
    assert first.headers["Link"] == f'<{said["next"]}>; rel="next"'
    rest = asked(page, said["next"].removeprefix("http://site.example")).get_json()
    names = [item["name"] for item in said["items"] + rest["items"]]
    assert sorted(names) == sorted([*NAMES, "阿波样例文化有限公司"])
    assert rest["next"] is None


def test_the_page_s_filters_hold(page: Page):
    items = asked(page, "/api/v1/organisations?kind=mcn").get_json()["items"]
    assert [item["name"] for item in items] == NAMES[:1]


def test_one_item_has_its_text_and_lies_where_its_row_says(page: Page):
    row = asked(page, "/api/v1/organisations?kind=mcn").get_json()["items"][0]
    item = asked(page, row["self"].removeprefix("http://site.example")).get_json()
    assert {k: item[k] for k in row} == row
    assert item["lists"] == {}
    assert cast.code(101) in item["text"]


def test_who_has_it_is_told_only_that_nothing_changed(page: Page):
    tag = asked(page, "/api/v1/organisations").headers["ETag"]
    same = asked(page, "/api/v1/organisations", 304, **{"If-None-Match": tag})
    assert same.data == b""
    cast.verified(104, name="阿波样例文化有限公司")
    assert asked(page, "/api/v1/organisations", **{"If-None-Match": tag}).headers["ETag"] != tag


def test_the_second_reader_of_a_kept_answer_gets_json_as_the_first_did(page: Page):
    kinds = [asked(page, "/api/v1/organisations").headers.get_all("Content-Type") for _ in range(2)]
    assert kinds == [["application/json"]] * 2


def test_somebody_signed_in_gets_what_everybody_gets_and_304_too(page: Page, as_):
    staff = as_("registrar")
    path = "/api/v1/pledges"
    assert asked(staff, path).get_json() == asked(page, path).get_json()
    tag = asked(staff, path).headers["ETag"]
    asked(staff, path, 304, **{"If-None-Match": tag})


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("colour=red", "colour"), ("limit=0", "limit"), ("limit=201", "limit"), ("limit=x", "limit"), ("limit=", "limit"), ("limit=１", "limit"), ("cursor=abc", "cursor"),
        ("cursor=", "cursor"), ("cursor=01", "cursor"), ("cursor=2147483648", "cursor"), ("kind=nonsense", "kind"), ("kind=mcn&kind=studio", "kind"), ("q=a%00b", "q"), ("format=json", "format"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_by_name(page: Page, query: str, parameter: str):
    answer = asked(page, f"/api/v1/organisations?{query}", 400)
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["parameter"] == parameter
    assert answer.get_json()["status"] == 400


@pytest.mark.parametrize("day", ["2026-13-01", "20261101", "yesterday", ""])
def test_a_day_that_is_none_is_refused(page: Page, day: str):
    assert asked(page, f"/api/v1/members?on={day}", 400).get_json()["parameter"] == "on"
    asked(page, "/api/v1/members?on=2026-11-01")


@pytest.mark.parametrize(
    "path",
    [
        "/organisations/999",
        "/nothing",
        "/pledges/none/signatories",
        "/organisations/99999999999999999999999",
        "/organisations/",
    ],
)
def test_what_is_not_there_is_a_problem_in_json(page: Page, path: str):
    answer = asked(page, f"/api/v1{path}", 404)
    assert answer.mimetype == "application/problem+json"


def test_nothing_can_be_written(page: Page):
    with page.app.app_context():
        answer = page.client.post("/api/v1/organisations")
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")


def test_an_organisation_that_is_not_public_is_in_no_list_and_is_no_item(app, visitor: Page):
    firm = cast.submitted(105)
    assert asked(visitor, "/api/v1/organisations").get_json()["items"] == []
    asked(visitor, f"/api/v1/organisations/{firm.organisation.id}", 404)


def test_a_list_costs_as_much_with_three_rows_as_with_one(app, visitor: Page):
    def cost() -> int:
        app.extensions["generation"].renew()
        return visitor.get("/api/v1/organisations").statements

    cast.verified(101)
    one = cost()
    for serial, name in enumerate(NAMES[1:], start=102):
        cast.verified(serial, name=name)
    assert cost() == one


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_says_how_and_under_which_terms(app, language: str):
    reader = Page(app, language=language).get("/api/v1/")
    assert "openapi.json" in reader.text
    assert ("写明来源" if language == "zh" else "Name the association as the source") in reader.text


def test_the_document_names_every_list_and_its_filters(app, visitor: Page):
    said = json.loads(asked(visitor, "/api/v1/openapi.json").data)
    assert said["openapi"] == "3.1.0"
    assert len(said["paths"]) == 2 * len(RESOURCES) + len(("changes", "a figures report"))
    names = {p["name"] for p in said["paths"]["/organisations"]["get"]["parameters"]}
    assert {"cursor", "limit", "q", "kind"} <= names
