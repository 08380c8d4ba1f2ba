"""Search of the site: what is public is found by part of its name, on the page and in both exports alike."""

import csv
import io

from association.kernel import jobs
from tests import cast
from tests.page import Page


def test_a_verified_organisation_is_found_by_part_of_its_name(visitor: Page) -> None:
    cast.verified(101)
    jobs.run_due()
    page = visitor.get("/search?q=晨曦")
    assert "1 条符合“晨曦”" in page.text
    assert page.press("晨曦样例影视有限公司").heading == "晨曦样例影视有限公司"


def test_an_application_that_is_not_verified_is_not_found(visitor: Page) -> None:
    cast.submitted(101)
    jobs.run_due()
    assert "没有找到" in visitor.get("/search?q=晨曦").text


def test_exports_hold_what_the_page_shows_and_everything_of_it(visitor: Page) -> None:
    for serial in range(101, 113):
        cast.verified(serial, name=f"晨曦{serial}样例影视有限公司")
    jobs.run_due()
    answer = visitor.client.get("/search?q=晨曦&format=json").get_json()
    assert answer["count"] == 12
    rows = list(
        csv.DictReader(io.StringIO(visitor.client.get("/search?q=晨曦&format=csv").text.lstrip("\ufeff")))
    )
    assert [row["地址"] for row in rows] == [item["url"] for item in answer["items"]]
    assert "晨曦" in visitor.client.get("/search?q=晨曦&format=json").text  # as written, not as escapes


def test_nothing_asked_says_how_to_ask_and_nothing_found_says_where_to_look(visitor: Page) -> None:
    assert "输入要找的字" in visitor.get("/search").text
    assert "单位名单" in visitor.get("/search?q=没有这样的字").text


def test_words_with_signs_of_markup_are_shown_as_words(visitor: Page) -> None:
    page = visitor.get("/search?q=<b>晨曦</b>")
    assert "<b>晨曦</b>" in page.text
