"""Rows in and out as .xlsx: columns by their headings in any order, an example that is skipped, cells as text.

What is asked is a sequence of `Column`. Reading guesses at nothing: what cannot be read is a sentence for whoever made the table. A file that would unpack
to fill a memory is none.
"""

import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from association.kernel.words import _


@dataclass(frozen=True, slots=True)
class Column:
    """`words` is its heading in the reader's language; `at_most` how many characters a cell holds."""

    name: str
    words: object
    is_needed: bool = False
    at_most: int = 200

    @property
    def heading(self) -> str:
        return f"{self.words}{'*' if self.is_needed else ''}"


class NotAWorkbook(Exception):
    """The file is no readable .xlsx. Its text is the sentence for whoever chose it."""

    def __str__(self) -> str:
        return _("这不是可以读取的.xlsx表格，请用模板另存后再上传。")


def skipped() -> str:
    """What marks the example in a template, so that it is not read."""
    return _("（示例行，导入时跳过）")


# Reading


_UNREADABLE = (InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, ValueError, OSError, EOFError)
LARGEST = 100 * 1024 * 1024
"""Bytes of a workbook unpacked; tables of thousands of rows are a tenth of it."""


def opened(file: bytes | IO[bytes], *, is_long: bool = True, largest: int = LARGEST) -> Any:
    """The workbook, with formulas as they stand. `is_long`: its rows can only be gone through, one after another. NotAWorkbook when it is none, or
    unpacks to more than `largest` bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file) as packed:
            if sum(part.file_size for part in packed.infolist()) > largest:
                raise NotAWorkbook
        book = load_workbook(
            io.BytesIO(file) if isinstance(file, bytes) else file, read_only=is_long, data_only=False
        )
    except _UNREADABLE as error:
        raise NotAWorkbook from error
    if not book.worksheets:
        raise NotAWorkbook
    return book


def lines(sheet: Any) -> Iterator[list[str]]:
    """Every line of a sheet as it was typed, the headings first. NotAWorkbook where it breaks off, which only going through it shows."""
    try:
        for cells in sheet.iter_rows(values_only=True):
            yield [typed(value) for value in cells]
    except _UNREADABLE as error:
        raise NotAWorkbook from error


def typed(value: object) -> str:
    """A cell as text: days as 2026-11-23, whole numbers without a point, characters composed."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unicodedata.normalize("NFC", str(value)).strip()


def places(headings: Sequence[str], columns: Sequence[Column]) -> dict[str, list[int]]:
    """Column → where it stands: nowhere, once, or by mistake more than once."""
    plain = [heading.rstrip("*").strip() for heading in headings]
    return {
        c.name: [at for at, words in enumerate(plain) if words in (str(c.words), c.name)] for c in columns
    }


def misplaced(found: Mapping[str, Sequence[int]], columns: Sequence[Column]) -> Iterator[tuple[Column, str]]:
    """What is wrong with the headings: (column, sentence)."""
    for column in columns:
        at = found[column.name]
        if len(at) > 1:
            yield column, _("这个标题出现了两次。")
        elif column.is_needed and not at:
            yield column, _("没有这一列；请用模板，不要改标题。")


def rows(
    lines: Iterator[list[str]], found: Mapping[str, Sequence[int]], columns: Sequence[Column]
) -> Iterator[tuple[int, dict[str, str]]]:  # fmt: skip
    """The lines after the headings as (row as the spreadsheet numbers it, column → typed); empty ones and the example are left out."""
    where = {c.name: found[c.name][0] for c in columns if found[c.name]}
    example = skipped()
    for number, cells in enumerate(lines, 2):
        row = {name: cells[at] if at < len(cells) else "" for name, at in where.items()}
        if any(row.values()) and not any(value.startswith(example) for value in row.values()):
            yield number, {c.name: row.get(c.name, "") for c in columns}


def of_cells(row: Mapping[str, str], columns: Sequence[Column]) -> Iterator[tuple[Column, str]]:
    """What is wrong with cells whatever they mean: empty where something is needed, a formula, too long."""
    for column in columns:
        text = row[column.name]
        if not text and column.is_needed:
            yield column, _("没有填。")
        if text.startswith("="):
            yield column, _("是公式，请改成文字。")
        if len(plain(text)) > column.at_most:
            yield column, _("最多%(n)d个字，现在是%(now)d个。", n=column.at_most, now=len(plain(text)))


Row = dict[str, Any]
Fault = tuple[int, str]
"""The row as the spreadsheet numbers it (0: the whole book, 1: the headings), and the sentence."""


def read(
    content: bytes, columns: Sequence[Column], *, most: int, checked: Callable[[dict[str, str]], tuple[Row, list[str]]], key: Callable[[Row], str],
    twice: Callable[[int], str],
) -> tuple[list[tuple[int, Row]], list[Fault]]:  # fmt: skip
    """A book of one sheet, whole: its rows with their numbers, and everything wrong. `checked` makes of what was typed the row as it is kept and says
    what its cells mean wrongly; rows with one `key` are one row twice, and `twice` says so of the row where it stood first."""
    try:
        return _read(content, columns, most, checked, key, twice)
    except NotAWorkbook as none:
        return [], [(0, str(none))]


def _read(
    content: bytes, columns: Sequence[Column], most: int, checked: Callable[[dict[str, str]], tuple[Row, list[str]]], key: Callable[[Row], str],
    twice: Callable[[int], str],
) -> tuple[list[tuple[int, Row]], list[Fault]]:  # fmt: skip
    book = lines(opened(content).worksheets[0])
    found = places(next(book, []), columns)
    if misread := [(1, of(column, said)) for column, said in misplaced(found, columns)]:
        return [], misread
    kept: list[tuple[int, Row]] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, cells in rows(book, found, columns):
        if len(kept) >= most:
            return kept, [*faults, (0, _("一张表最多%(n)d行。", n=most))]
        row, wrong = checked(cells)
        wrong = [of(column, said) for column, said in of_cells(cells, columns)] + wrong
        if not wrong and key(row) in seen:
            wrong = [twice(seen[key(row)])]
        seen.setdefault(key(row), number)
        kept.append((number, row))
        faults += [(number, sentence) for sentence in wrong]
    if not kept:
        faults.append((0, _("表里没有要导入的行。")))
    return kept, faults


def of(column: Column, sentence: str) -> str:
    return _("%(column)s：%(sentence)s", column=column.words, sentence=sentence)


def plain(text: str) -> str:
    """Without the mark by which a spreadsheet keeps a text from being a number or a formula."""
    return text.removeprefix("'")


def day(text: str) -> date:
    """A day however people write it: 2018-05-20, 2018年5月20日, 2018/5/20, 2018.5.20. ValueError when it is none."""
    for sign in "年月/.":
        text = text.replace(sign, "-")
    year, month, number = (int(part) for part in text.replace("日", "").split("-"))
    return date(year, month, number)


# Writing


def headed(sheet: Worksheet, columns: Sequence[Column], *, width: int = 22) -> None:
    """Bold headings that stay in sight; what is typed below stays what was typed, codes and days too."""
    sheet.append([column.heading for column in columns])
    for index in range(1, len(columns) + 1):
        sheet.cell(1, index).font = Font(bold=True)
        below = sheet.column_dimensions[get_column_letter(index)]
        below.width, below.number_format = width, "@"
    sheet.freeze_panes = "A2"


def as_text(value: object) -> str:
    """A cell that begins like a formula is text; openpyxl would store it as a formula."""
    text = str(value)
    return "'" + text if text.startswith(("=", "+", "-", "@")) else text


def written(
    columns: Sequence[Column], rows: Sequence[Mapping[str, object]], *, width: int = 22, title: str = "Sheet"
) -> bytes:
    """One sheet with these rows under the headings; `title` stands on its tab."""
    book = Workbook()
    book.worksheets[0].title = title
    headed(book.worksheets[0], columns, width=width)
    for row in rows:
        book.worksheets[0].append([_cell(row.get(column.name, "")) for column in columns])
    return saved(book)


def _cell(value: object) -> object:
    return value if isinstance(value, int) else as_text(value)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
