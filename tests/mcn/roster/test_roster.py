"""A roster: read by the worker, faults named by their rows, the difference shown first, accepted or returned as one, ten thousand rows."""

import io
import time
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook

from association.kernel import jobs
from association.kernel.words import spoken_in
from demo.papers import Paper
from mcn.agencies import queries
from mcn.agencies.sections import rows_of
from mcn.roster import workbook
from tests import cast
from tests.mcn.agencies import agencies
from tests.page import Page


def agent(n: int, **changes: Any) -> dict[str, Any]:
    return {
        "name": f"样例人{n}", "certificate": "演出经纪人员资格证", "certificate_number": f"证{n:05d}", "time": "full", "insured": "yes",
        "starts_on": "2024-03-01",
    } | changes  # fmt: skip


def account(n: int, **changes: Any) -> dict[str, Any]:
    return {
        "platform": "示例短视频",
        "account": f"sample-{n}",
        "basis": "own",
        "shows_agency": "yes",
    } | changes


class Sheet:
    """A workbook as an officer fills it in."""

    def __init__(self, agents: list[dict[str, Any]], accounts: list[dict[str, Any]]) -> None:
        with spoken_in("zh_Hans"):
            self.content = workbook.written({"agents": agents, "accounts": accounts}, workbook.shape())

    def changed(self, **cells: Any) -> "Sheet":
        """With other words in cells of the first sheet: `A3="…"`."""
        book = load_workbook(io.BytesIO(self.content))
        for place, value in cells.items():
            book.worksheets[0][place] = value
        out = io.BytesIO()
        book.save(out)
        self.content = out.getvalue()
        return self

    @property
    def file(self) -> Paper:
        return Paper("花名册.xlsx", self.content)


@pytest.fixture
def clerk(app: Flask) -> tuple[cast.Firm, Page]:
    firm = agencies.registered()
    return firm, cast.signed_in(app, firm.clerk_account.email)


def _read(clerk: tuple[cast.Firm, Page], sheet: Sheet) -> Page:
    firm, page = clerk
    page.get(f"/my/mcn/{agencies.agency_of(firm).id}/roster/").submit("试读", file=sheet.file)
    assert "正在试读" in page.text
    jobs.run_due()
    return page.get(page.path)


def test_a_roster_is_read_shown_as_a_difference_and_taken_over_as_one(
    app: Flask, clerk: tuple[cast.Firm, Page]
) -> None:
    kept = agencies.ROWS["agents"][0] | {"time": "part"}
    page = _read(clerk, Sheet([kept, agent(2), agent(3)], [account(1)]))
    assert "新增2，移出0，变动1" in page.text
    assert "新增1，移出1，变动0" in page.text
    page.submit("载入填报").press("提交核对").submit("提交核对")
    assert "待核验" in page.text
    staff = cast.signed_in(app, cast.somebody("registrar").email).get(page.path)
    assert "新增2，移出0，变动1" in staff.text
    staff.press("采用").submit("采用")
    jobs.run_due()
    held = rows_of(queries.fact_of(agencies.agency_of(clerk[0]), "agents"))
    assert [row["name"] for row in held] == ["宋密丙", "样例人2", "样例人3"]


def test_a_returned_roster_changes_nothing_until_it_is_right(
    app: Flask, clerk: tuple[cast.Firm, Page]
) -> None:
    page = _read(clerk, Sheet([agent(2)], [account(1)]))
    page.submit("载入填报").press("提交核对").submit("提交核对")
    staff = cast.signed_in(app, cast.somebody("registrar").email).get(page.path)
    staff.press("请对方修改").submit("发给对方", tick_agents="y", because_agents="少了一名全职人员")
    agency = agencies.agency_of(clerk[0])
    assert [row["name"] for row in rows_of(queries.fact_of(agency, "agents"))] == ["宋密丙"]
    assert page.get(page.path).press("重新上传表格").heading == "用表格导入花名册"
    page = _read(clerk, Sheet([agent(2), agent(3)], [account(1)]))
    page.submit("载入填报").press("提交核对").submit("提交核对")
    assert "待核验" in page.text


def test_every_faulty_row_is_named_with_its_column(clerk: tuple[cast.Firm, Page]) -> None:
    sheet = Sheet([agent(1), agent(2), agent(1)], [account(1), account(1)])
    page = _read(clerk, sheet.changed(A2="", D3="每天", F3="去年", E2="=1+1"))
    assert "表里有6处问题" in page.text
    for words in (
        "没有填。",
        "可填：全职、兼职。",
        "日期请写成2018-05-20这样。",
        "是公式，请改成文字。",
        "与第2行重复。",
    ):
        assert words in page.text
    assert "载入填报" not in page.text


def test_what_is_no_roster_is_said_so(clerk: tuple[cast.Firm, Page]) -> None:
    page = _read(clerk, Sheet([agent(1)], []).changed(A1="名字"))
    assert "没有这一列；请用模板，不要改标题。" in page.text


def test_the_same_reading_is_taken_once(clerk: tuple[cast.Firm, Page]) -> None:
    page = _read(clerk, Sheet([agent(1)], [account(1)]))
    first, second = page.again("载入填报")
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location


def test_another_agencys_reading_is_nobody_elses_business(
    app: Flask, clerk: tuple[cast.Firm, Page], as_: Callable[..., Page], visitor: Page
) -> None:
    page = _read(clerk, Sheet([agent(1)], [account(1)]))
    other = agencies.verified(103, "青禾样例文化有限公司")
    agency = agencies.agency_of(clerk[0]).id
    for reader in (cast.signed_in(app, other.clerk_account.email), as_("registrar"), as_("auditor")):
        assert reader.get(page.path).status == 403
        assert reader.get(f"/my/mcn/{agency}/roster/current.xlsx").status == 403
    assert "/account/login" in visitor.get(page.path, follow=False).answer.location


def test_ten_thousand_rows_are_read_in_seconds_and_shown_at_once(clerk: tuple[cast.Firm, Page]) -> None:
    sheet = Sheet([agent(n) for n in range(10_000)], [account(n) for n in range(10_000)])
    began = time.monotonic()
    page = _read(clerk, sheet)
    assert "新增10000" in page.text
    page.submit("载入填报")
    asked = page.get(page.path).statements
    assert asked < 60
    page.press("提交核对").submit("提交核对")
    assert "待核验" in page.text
    # Not a measurement: what takes minutes is broken.
    assert time.monotonic() - began < 120
