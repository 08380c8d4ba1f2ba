"""The 意见汇总处理表: a workbook in the trade's columns, and the same answers as a public list."""

import io

from flask import Flask
from openpyxl import load_workbook

from tests import cast
from tests.association.consultations.laid_out import BETTER, SLUG, WORDING, finished, opened, said, shown
from tests.page import Page


def table(page: Page) -> list[list[str]]:
    sheet = load_workbook(io.BytesIO(page.answer.data)).worksheets[0]
    return [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]


def test_the_table_is_a_workbook_in_the_trades_columns(app: Flask) -> None:
    opened()
    shown(said(body="=1+1", proposed=BETTER, reason="便于查证𠮷"))
    assert Page(app).get(f"/consultations/{SLUG}/table.xlsx").status == 404, "public when finished"
    staff = cast.signed_in(app, cast.somebody("editor").email).get("/desk/consultations/1/table.xlsx")
    assert table(staff)[3][5].startswith("样例")
    finished()
    rows = table(Page(app, language="en").get(f"/consultations/{SLUG}/table.xlsx"))
    assert rows[0][0] == "样例短剧推广素材规范意见汇总处理表"
    assert rows[2] == ["序号", "章节号", "原文", "修改后内容", "理由", "提出单位", "处理意见"]
    assert rows[3] == ["1", "第四条", WORDING, BETTER, "=1+1\n便于查证𠮷", "样某某", "采纳：已据此修改"]
    sheet = load_workbook(io.BytesIO(staff.answer.data)).worksheets[0]
    assert {cell.data_type for cell in sheet[4]} <= {"s", "n", "inlineStr"}


def test_the_answered_table_is_a_list_with_csv_and_json(app: Flask) -> None:
    opened()
    shown(said(proposed=BETTER))
    shown(said("3", body="表述不清"))
    assert (
        "outcome" not in Page(app).get(f"/consultations/{SLUG}/comments/?format=json").answer.json["items"][0]
    )
    finished()
    found = Page(app).get(f"/consultations/{SLUG}/comments/?outcome=taken&format=json").answer.json
    assert [item["outcome"] for item in found["items"]] == ["采纳", "采纳"]
    assert found["items"][0]["url"] == f"/consultations/{SLUG}/#c-1"
    assert "已据此修改" in Page(app).get(f"/consultations/{SLUG}/comments/").text
    assert Page(app).get(f"/consultations/{SLUG}/comments/?q=不清").text.count("第三条") == 1
