"""Rows in and out as .xlsx: what is asked, what comes back, and what cannot be read."""

import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from association.kernel import workbooks
from association.kernel.words import spoken_in
from association.kernel.workbooks import Column, NotAWorkbook

COLUMNS = (
    Column("name", "姓名", is_needed=True, at_most=8),
    Column("number", "号码", is_needed=True),
    Column("note", "备注"),
)


def made(*lines: list[object]) -> bytes:
    """A workbook as people make it, without the template."""
    book = Workbook()
    for line in lines:
        book.worksheets[0].append(line)
    return workbooks.saved(book)


def read(content: bytes, *, most: int = 10) -> tuple[list[tuple[int, workbooks.Row]], list[workbooks.Fault]]:
    return workbooks.read(
        content, COLUMNS, most=most, checked=lambda typed: ({n: workbooks.plain(t) for n, t in typed.items()}, ["不对。"] if typed["note"] == "?" else []),
        key=lambda row: str(row["number"]), twice=lambda n: f"与第{n}行重复。",
    )  # fmt: skip


@pytest.fixture(autouse=True)
def _in_chinese(app):
    with app.test_request_context(), spoken_in("zh_Hans"):
        yield


def test_what_is_written_under_the_headings_is_read_again_without_the_example():
    content = workbooks.written(
        COLUMNS,
        [
            {"name": workbooks.skipped(), "number": "1"},
            {"name": "=甲", "number": 7},
            {"name": "乙", "number": "08", "note": "好"},
        ],
    )
    assert read(content) == (
        [(3, {"name": "=甲", "number": "7", "note": ""}), (4, {"name": "乙", "number": "08", "note": "好"})],
        [],
    )


def test_columns_may_stand_in_any_order_and_among_others():
    assert read(made(["备注", "别的", "号码*", "name"], ["x", "y", 1.0, "甲"])) == (
        [(2, {"name": "甲", "number": "1", "note": "x"})],
        [],
    )


@pytest.mark.parametrize(
    ("headings", "sentences"),
    [
        (["姓名", "备注"], ["号码：没有这一列；请用模板，不要改标题。"]),
        (["姓名", "号码", "号码"], ["号码：这个标题出现了两次。"]),
        ([], ["姓名：没有这一列；请用模板，不要改标题。", "号码：没有这一列；请用模板，不要改标题。"]),
    ],
)
def test_headings_that_are_not_the_templates_are_named_before_any_row(headings, sentences):
    assert read(made(headings, ["甲", "1"])) == ([], [(1, sentence) for sentence in sentences])


def test_every_fault_is_named_with_its_row():
    rows = [
        ["", "1", ""], ["=A1", "2", ""], ["九个字的名字太长了", "3", ""], ["甲", "4", "?"], ["", "", ""], ["乙", "5", ""], ["丙", "5", ""],
    ]  # fmt: skip
    _kept, faults = read(made(["姓名", "号码", "备注"], *rows))
    assert faults == [
        (2, "姓名：没有填。"), (3, "姓名：是公式，请改成文字。"), (4, "姓名：最多8个字，现在是9个。"), (5, "不对。"), (8, "与第7行重复。"),
    ]  # fmt: skip


def test_a_table_without_rows_or_with_too_many_is_one_fault():
    assert read(workbooks.written(COLUMNS, [])) == ([], [(0, "表里没有要导入的行。")])
    many = made(["姓名", "号码"], *[["甲", str(n)] for n in range(3)])
    assert read(many, most=2)[1] == [(0, "一张表最多2行。")]


@pytest.mark.parametrize("content", [b"", b"PK nothing", b"%PDF-1.7"])
def test_what_is_no_workbook_is_said_to_be_none(content):
    assert read(content) == ([], [(0, "这不是可以读取的.xlsx表格，请用模板另存后再上传。")])


def broken_off() -> bytes:
    """Its sheet ends in the middle of a row."""
    whole = workbooks.written(COLUMNS, [{"name": f"甲{n}", "number": str(n)} for n in range(40)])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as book, zipfile.ZipFile(out, "w") as cut:
        for part in book.namelist():
            body = book.read(part)
            cut.writestr(part, body[: len(body) // 2] if part.endswith("sheet1.xml") else body)
    return out.getvalue()


def test_a_sheet_that_breaks_off_is_no_workbook_however_it_is_gone_through():
    assert read(broken_off(), most=100) == ([], [(0, "这不是可以读取的.xlsx表格，请用模板另存后再上传。")])
    with pytest.raises(NotAWorkbook):
        workbooks.opened(broken_off(), is_long=False)


def test_what_would_unpack_to_fill_a_memory_is_no_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 2_000_000)
    with pytest.raises(NotAWorkbook):
        workbooks.opened(out.getvalue(), largest=1_000_000)


@given(
    st.lists(
        st.tuples(
            st.text("甲乙=+-@' 7éA", min_size=1, max_size=8).map(str.strip).filter(bool), st.integers(0, 10**15)
        ),
        min_size=1, max_size=10, unique_by=lambda row: row[1],
    )
)  # fmt: skip
def test_any_words_come_back_as_they_were(people):
    content = workbooks.written(COLUMNS, [{"name": name, "number": str(number)} for name, number in people])
    kept, faults = read(content)
    assert faults == []
    assert [(row["name"], row["number"]) for _n, row in kept] == [
        (workbooks.plain(name), str(number)) for name, number in people
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (3.0, "3"), (3.5, "3.5"), (date(2026, 1, 2), "2026-01-02"), (datetime(2026, 1, 2, 3), "2026-01-02"), (" e\u0301 ", "é")],  # noqa: DTZ001 - as openpyxl gives it
)  # fmt: skip
def test_a_cell_is_text_as_people_read_it(value, text):
    assert workbooks.typed(value) == text


@pytest.mark.parametrize("text", ["2018-05-20", "2018年5月20日", "2018/5/20", "2018.05.20"])
def test_a_day_is_read_however_it_is_written(text):
    assert workbooks.day(text) == date(2018, 5, 20)


@pytest.mark.parametrize("text", ["", "二〇一八年", "2018-13-01", "2018-05"])
def test_what_is_no_day_is_none(text):
    with pytest.raises(ValueError, match=r".*"):
        workbooks.day(text)
