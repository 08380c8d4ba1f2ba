"""Lists: the same set as page, CSV and JSON, whatever is asked for, at the same few statements."""

import csv
import io

import pytest

from tests import cast
from tests.page import Page

NAMES = ["北辰样例传媒有限公司", "晨曦样例影视有限公司", "拾光样例影业有限公司"]


@pytest.fixture
def page(app, visitor: Page) -> Page:
    for serial, name in enumerate(NAMES, start=101):
        cast.verified(serial, name=name, kinds=["mcn"] if "传媒" in name else ["studio"])
    return visitor


def test_the_order_is_that_of_reading_aloud(page):
    text = page.get("/organisations/").text
    assert sorted(NAMES, key=text.index) == NAMES  # běi, chén, shí


def test_a_filter_narrows_page_csv_and_json_alike(page):
    shown = page.get("/organisations/?kind=studio")
    assert "2 家单位" in shown.text
    assert "北辰" not in shown.text
    answer = page.client.get("/organisations/?kind=studio&format=json").get_json()
    assert [item["name"] for item in answer["items"]] == NAMES[1:]
    assert answer["count"] == 2
    exported = page.client.get("/organisations/?kind=studio&format=csv")
    rows = list(csv.reader(io.StringIO(exported.data.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == NAMES[1:]


def test_csv_opens_in_excel_with_its_characters_and_without_formulas(page):
    cast.verified(104, name="=cmd样例有限公司")
    data = page.client.get("/organisations/?format=csv").data
    assert data.startswith(b"\xef\xbb\xbf")
    assert "晨曦样例影视有限公司" in data.decode("utf-8-sig")
    assert "\n=cmd" not in data.decode("utf-8-sig")


def test_an_option_that_does_not_exist_is_said_and_narrows_nothing(page):
    shown = page.get("/organisations/?kind=nonsense")
    assert "没有“nonsense”这个选项，已按“全部”显示。" in shown.text
    assert "3 家单位" in shown.text


@pytest.mark.parametrize("wanted", ["0", "-3", "99999999999999", "x", "１"])
def test_a_page_number_that_is_none_shows_a_page_all_the_same(page, wanted):
    assert page.get(f"/organisations/?page={wanted}").status == 200


def test_nothing_that_fits_says_how_to_widen(page):
    assert "没有" in page.get("/organisations/?q=没有这家").text


def test_signs_of_a_pattern_are_signs(page):
    assert "0 家单位" in page.get("/organisations/?q=%25").text or "没有" in page.text
    assert page.client.get("/organisations/?q=_&format=json").get_json()["count"] == 0


def test_twenty_rows_cost_as_many_statements_as_three(page):
    few = page.get("/organisations/").statements
    for serial in range(110, 127):
        cast.verified(serial, name=f"样例{serial}影视有限公司")
    assert page.get("/organisations/").statements == few
