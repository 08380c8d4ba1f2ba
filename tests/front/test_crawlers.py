"""What machines are told: the map, the one address of a page, what it is about, where nobody need look."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from association.kernel import jobs
from association.kernel.search import records
from association.kernel.transactions import writing
from tests import cast
from tests.association.rules import texts
from tests.page import Page

BASE = "http://site.example"


def places(visitor: Page, path: str) -> list[str]:
    answer = visitor.client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "application/xml")
    tree = ET.fromstring(answer.data)  # noqa: S314 - our own words
    return [one.text or "" for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def everything(visitor: Page) -> list[str]:
    return [
        page for part in places(visitor, "/sitemap.xml") for page in places(visitor, part.removeprefix(BASE))
    ]


def data(page: Page) -> dict[str, dict[str, object]]:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html, re.DOTALL)
    return {said["@type"]: said for said in map(json.loads, blocks)}


def canonical(page: Page) -> list[str]:
    return re.findall(r'<link rel="canonical" href="([^"]*)">', page.html)


def test_the_map_names_what_is_public_and_every_page_of_it_answers(visitor: Page) -> None:
    cast.verified(101)
    cast.submitted(102, name="北辰样例传媒有限公司")
    texts.kept(texts.NEW)
    pages = everything(visitor)
    assert f"{BASE}/organisations/{cast.code(101)}/" in pages
    assert not [page for page in pages if cast.code(102) in page or "#" in page]
    assert len(pages) == len(set(pages))
    for page in pages:
        assert visitor.client.get(page.removeprefix(BASE)).status_code == 200, page


def test_what_leaves_the_public_leaves_the_map_in_the_same_deed(visitor: Page) -> None:
    firm = cast.verified(101)
    assert [page for page in everything(visitor) if cast.code(101) in page]
    with writing():
        records.withdraw(f"organisation:{firm.id}")
    assert not [page for page in everything(visitor) if cast.code(101) in page]


@pytest.mark.parametrize(
    "path",
    [
        "/sitemap/organisation-1.xml",
        "/sitemap/nothing-1.xml",
        "/sitemap/organisation-0.xml",
        "/sitemap/organisation-99999.xml",
    ],
)
def test_a_part_of_the_map_that_is_not_there_is_not_found(visitor: Page, path: str) -> None:
    assert visitor.client.get(path).status_code == 404


def test_robots_are_kept_from_what_is_closed_and_shown_the_map(visitor: Page) -> None:
    said = visitor.client.get("/robots.txt").text
    assert f"Sitemap: {BASE}/sitemap.xml" in said
    for place in ("/desk/", "/my/", "/verify/", "/search", "/preferences/"):
        assert f"\nDisallow: {place}\n" in said, place
    for place in ("/organisations/", "/rules/", "/pledges/", "/bulletins/", "/log/", "/api/", "/"):
        assert f"\nDisallow: {place}\n" not in said, place


def test_a_page_has_one_address_whatever_filters_say(visitor: Page) -> None:
    cast.verified(101)
    texts.kept(texts.NEW)
    assert canonical(visitor.get("/organisations/?kind=studio&page=2")) == [f"{BASE}/organisations/"]
    assert canonical(visitor.get("/organisations/?page=2")) == [f"{BASE}/organisations/?page=2"]
    assert canonical(visitor.get(f"/organisations/{cast.code(101)}/")) == [
        f"{BASE}/organisations/{cast.code(101)}/"
    ]
    assert canonical(visitor.get("/search?q=晨曦")) == []
    assert canonical(visitor.get("/organisations/nobody/")) == []


def test_pages_say_what_they_are_about(visitor: Page) -> None:
    cast.verified(101, name="晨曦样例</script>影视有限公司")
    texts.kept(texts.NEW)
    jobs.run_due()
    about = data(visitor.get(f"/organisations/{cast.code(101)}/"))
    assert about["Organization"]["name"] == "晨曦样例</script>影视有限公司"
    assert [step["name"] for step in about["BreadcrumbList"]["itemListElement"]][:2] == ["首页", "单位名录"]  # type: ignore[attr-defined]
    law = next(page for page in everything(visitor) if "/rules/" in page and page != f"{BASE}/rules/")
    assert data(visitor.get(law.removeprefix(BASE)))["Legislation"]["name"] == texts.TITLE
    assert data(visitor.get("/api/v1/"))["Dataset"]["license"] == f"{BASE}/licence/"
    assert data(visitor.get("/organisations/nobody/")) == {}


def test_the_licence_has_a_page(visitor: Page) -> None:
    assert visitor.get("/licence/").heading == "数据许可"
    assert visitor.get("/api/v1/").press("数据许可").status == 200
