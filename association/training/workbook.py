"""A list of people as .xlsx: columns by their headings. Every faulty row is named with its column and reason; nothing is guessed at."""

import io
import unicodedata
import zipfile
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from association.kernel.words import _
from association.training import identity
from association.training.labels import FACTS, NUMBER_KINDS

ROWS = 3_000
"""Rows of one workbook."""
COLUMNS = ("name", "number_kind", "number", "phone", "post", "years")
NEEDED = frozenset({"name", "number_kind", "number", "post", "years"})
LONGEST = {"name": 50, "number": 40, "phone": 40, "post": 100}

Row = dict[str, Any]
Fault = tuple[int, str]
"""The row as the spreadsheet numbers it (0: the whole book), and the sentence."""


def template() -> bytes:
    """Empty, with an example that is skipped."""
    return written([{"name": _skipped(), "number_kind": "resident", "years": 3}])


def written(rows: Sequence[Row]) -> bytes:
    """These people under the headings."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([_heading(name) for name in COLUMNS])
    for row in rows:
        sheet.append([str(NUMBER_KINDS[row[n]]) if n == "number_kind" else row.get(n, "") for n in COLUMNS])
    for index in range(1, len(COLUMNS) + 1):
        sheet.cell(1, index).font = Font(bold=True)
        column = sheet.column_dimensions[get_column_letter(index)]
        column.width, column.number_format = 22, "@"
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _heading(name: str) -> str:
    return str(FACTS[name]) + ("*" if name in NEEDED else "")


def _skipped() -> str:
    return _("（示例行，导入时跳过）")


def read(content: bytes) -> tuple[list[tuple[int, Row]], list[Fault]]:
    """The rows with their numbers, and what is wrong. What is no workbook is one fault."""
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError):
        return [], [(0, _("这不是可以读取的.xlsx表格，请用模板另存后再上传。"))]
    lines = book.worksheets[0].iter_rows(values_only=True)
    places = _places([_typed(h).rstrip("*").strip() for h in next(lines, ())])
    missing = [name for name in COLUMNS if name in NEEDED and name not in places]
    if missing:
        return [], [
            (1, _("没有“%(column)s”这一列；请用模板，不要改标题。", column=FACTS[n])) for n in missing
        ]
    return _rows(lines, places)


def _places(headings: Sequence[str]) -> dict[str, int]:
    """Column → where it stands, whatever the order."""
    return {name: headings.index(str(FACTS[name])) for name in COLUMNS if str(FACTS[name]) in headings}


def _rows(lines: Any, places: dict[str, int]) -> tuple[list[tuple[int, Row]], list[Fault]]:
    rows: list[tuple[int, Row]] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, cells in enumerate(lines, 2):
        typed = {n: _typed(cells[at]) if at < len(cells) else "" for n, at in places.items()}
        if not any(typed.values()) or typed["name"] == _skipped():
            continue
        if len(rows) >= ROWS:
            return rows, [*faults, (0, _("一张表最多%(n)d行。", n=ROWS))]
        row, wrong = _checked(typed)
        key = f"{row['number_kind']}:{row['number']}"
        if not wrong and key in seen:
            wrong = [_("证件号码与第%(n)d行重复。", n=seen[key])]
        seen.setdefault(key, number)
        rows.append((number, row))
        faults += [(number, sentence) for sentence in wrong]
    if not rows:
        faults.append((0, _("表里没有要导入的行。")))
    return rows, faults


def _checked(typed: dict[str, str]) -> tuple[Row, list[str]]:
    """The row as it is kept, and what is wrong with it."""
    wrong = [_("没有填%(column)s。", column=FACTS[n]) for n in COLUMNS if n in NEEDED and not typed[n]]
    wrong += [_("%(column)s是公式，请改成文字。", column=FACTS[n]) for n in places_of_formulas(typed)]
    kinds = {str(label): kind for kind, label in NUMBER_KINDS.items()}
    row: Row = {n: typed.get(n, "").removeprefix("'") for n in COLUMNS}
    row["number_kind"] = kinds.get(row["number_kind"], "")
    if typed["number_kind"] and not row["number_kind"]:
        wrong.append(_("证件种类可填：%(known)s。", known=_("、").join(kinds)))
    row["number"] = identity.tidy(row["number"])
    if row["number"] and (sentence := number_fault(row["number_kind"], row["number"])):
        wrong.append(sentence)
    if row["years"].isascii() and row["years"].isdecimal() and int(row["years"]) <= 60:
        row["years"] = int(row["years"])
    elif row["years"]:
        wrong.append(_("从事审核的年数请填0到60的整数。"))
    wrong += [
        _("%(column)s最多%(n)d个字。", column=FACTS[n], n=most)
        for n, most in LONGEST.items()
        if len(row[n]) > most
    ]
    return row, wrong


def places_of_formulas(typed: dict[str, str]) -> list[str]:
    return [name for name, text in typed.items() if text.startswith("=")]


def number_fault(kind: str, number: str) -> str:
    """The sentence at the field, or nothing. Only the resident identity card has a check digit."""
    if kind != "resident":
        return ""
    if not identity.has_form(number):
        return _("居民身份证号码应为18位，最后一位是数字或X。")
    if not identity.is_right(number):
        return _("证件号码的校验码不对，请对照证件看有没有输错。")
    return ""


def _typed(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return unicodedata.normalize("NFC", str(value)).strip()
