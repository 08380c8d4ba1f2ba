"""Many organisations from a workbook: every fault by row and column, all or nothing."""

import io
from datetime import datetime

from flask import Flask
from openpyxl import Workbook, load_workbook

from association.kernel.db import session
from association.kernel.transactions import writing
from association.organisations import workbook
from association.organisations.actions import importing
from association.organisations.models import Organisation
from demo.papers import Paper
from tests import cast
from tests.page import Page

ROW = ["晨曦样例影视有限公司", "", "制作机构", "示例省", "2018-05-20", "甘样例", "", "", ""]


def filled(*rows: list[object], change: object = None) -> Paper:
    """The template with these rows under its example."""
    book = load_workbook(io.BytesIO(workbook.template()))
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if callable(change):
        change(sheet)
    out = io.BytesIO()
    book.save(out)
    return Paper("单位.xlsx", out.getvalue())


def faults(paper: Paper) -> list[tuple[int, str, str]]:
    return [(f.row, f.column, f.because) for f in importing.checked(paper).faults]


def upload(app: Flask, paper: Paper) -> Page:
    page = cast.signed_in(app, cast.somebody("registrar").email).get("/organisations/file/import/")
    return page.submit("试读", file=paper)


def test_a_right_workbook_is_read_first_and_imported_when_told(app: Flask) -> None:
    paper = filled([cast.code(101), *ROW], [cast.code(102), "拾光样例影业有限公司", *ROW[1:]])
    page = upload(app, paper)
    assert "共2家单位，可以导入" in page.text
    assert session.query(Organisation).count() == 0
    session.rollback()
    page.submit("导入2家")
    assert session.query(Organisation).count() == 2
    assert "晨曦样例影视有限公司" in Page(app).get("/organisations/").text


def test_one_wrong_row_and_none_is_imported(app: Flask) -> None:
    page = upload(app, filled([cast.code(101), *ROW], [cast.code(102)[:17] + "0", *ROW]))
    assert "没有导入" in page.text
    assert "校验位不对" in page.text
    assert session.query(Organisation).count() == 0


def test_every_fault_is_named_by_row_and_column(app: Flask) -> None:
    found = faults(
        filled(
            [cast.code(101), "", "", "制作机构", "示例省", "", "", "", "", ""],
            [cast.code(102), *ROW[:2], "电影院", *ROW[3:]],
            [cast.code(103), *ROW[:3], "火星", "昨天", *ROW[5:]],
            [cast.code(101), *ROW],
            ["12345", *ROW],
            [cast.code(104), "样" * 201, *ROW[1:]],
            [cast.code(105), "=1+1", *ROW[1:]],
        )
    )
    assert found == [
        (3, "单位全称", "没有填。"),
        (
            4,
            "类别",
            "没有“电影院”这个类别，可填：制作机构、MCN/经纪机构、个体经纪人、播出平台、小程序主体、分发平台、投流方。",
        ),
        (5, "所在地", "没有“火星”这个地方，请填省级行政区的名称。"),
        (5, "成立日期", "日期请写成2018-05-20这样。"),
        (6, "统一社会信用代码", "与第3行重复。"),
        (7, "统一社会信用代码", "应为18位数字或大写字母（不含I、O、S、V、Z），现在是5位。"),
        (8, "单位全称", "最多200个字，现在是201个。"),
        (9, "单位全称", "是公式，请改成文字。"),
    ]


def test_merged_cells_are_named(app: Flask) -> None:
    found = faults(filled([cast.code(101), *ROW], change=lambda sheet: sheet.merge_cells("B3:C3")))
    assert (3, "B3:C3", "有合并的单元格，请取消合并，每行各填各的。") in found


def test_a_missing_heading_is_named(app: Flask) -> None:
    def rename(sheet: object) -> None:
        sheet["A1"] = "代码"  # type: ignore[index]

    assert faults(filled([cast.code(101), *ROW], change=rename)) == [
        (1, "统一社会信用代码", "没有这一列；请用模板，不要改标题。")
    ]


def test_a_code_on_record_is_named(app: Flask) -> None:
    cast.verified(101)
    assert faults(filled([cast.code(101), *ROW])) == [(3, "统一社会信用代码", "这个代码已有登记。")]


def test_what_is_no_workbook_says_so(app: Flask) -> None:
    page = upload(app, Paper("单位.xlsx", b"MZ this is a program"))
    assert page.status in (409, 422)
    assert page.errors
    assert session.query(Organisation).count() == 0


def test_an_empty_workbook_says_so(app: Flask) -> None:
    assert faults(filled()) == [(0, "", "表里没有要导入的行。")]


def test_days_and_numbers_that_excel_has_changed_are_read_back(app: Flask) -> None:
    book = Workbook()
    book.worksheets[0].append([str(column.words) for column in workbook.COLUMNS])

    book.worksheets[0].append([cast.code(101), *ROW[:4], datetime(2018, 5, 20), *ROW[5:8], 13800000000.0])  # noqa: DTZ001
    out = io.BytesIO()
    book.save(out)
    reading = importing.checked(Paper("x.xlsx", out.getvalue()))
    assert not reading.faults
    values = reading.rows[0][1]
    assert values["founded_on"].isoformat() == "2018-05-20"
    assert values["contact_phone"] == "13800000000"


def test_what_is_exported_can_be_imported_elsewhere(app: Flask) -> None:
    with writing():
        importing.take_in(importing.checked(filled([cast.code(101), *ROW])), actor=cast.staff("registrar"))
    body = workbook.written(session.query(Organisation))
    found = importing.checked(Paper("x.xlsx", body))
    assert [f.because for f in found.faults] == ["这个代码已有登记。"]
    assert found.rows[0][1]["name"] == ROW[0]


def test_only_registrars_import(app: Flask) -> None:
    assert cast.signed_in(app, cast.somebody("editor").email).get("/organisations/file/import/").status == 403
    assert Page(app).get("/organisations/file/import/template.xlsx").heading == "登录"
