"""Organisations in and out as .xlsx: a template, a dry run that names every faulty row with its column and reason, all or nothing.

The columns are read by their headings, so that their order does not matter. Cells are taken as text; merged cells, formulas, hidden
doubles and codes that Excel turned into numbers are named, never guessed at.
"""

import io
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO, Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from association.kernel.words import _
from association.organisations import uscc
from association.organisations.models import PROVINCES, Kind, Organisation
from association.organisations.models.labels import LABELS

COLUMNS = (
    "uscc", "name", "short_name", "kinds", "province", "founded_on", "legal_representative", "address", "website",
    "contact_phone",
)  # fmt: skip
REQUIRED = frozenset({"uscc", "name", "kinds", "province"})
ROWS = 5_000
"""Rows of one workbook; more come in several."""
_LENGTHS = {
    "name": 200,
    "short_name": 40,
    "legal_representative": 100,
    "address": 200,
    "website": 200,
    "contact_phone": 30,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Where and why: the row as Excel numbers it (0: the whole sheet), the column's heading, the sentence."""

    row: int
    column: str
    because: str


@dataclass(slots=True)
class Reading:
    """What a workbook holds. `rows` are (row number, values by field), right ones only."""

    rows: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, row: int, column: str, because: str) -> None:
        self.faults.append(Fault(row, column, because))


class NotAWorkbook(Exception):
    """The file is no readable .xlsx."""


def template() -> bytes:
    """An empty workbook with headings, an example that the reader skips, and lists to choose from."""
    book = Workbook()
    sheet = _first_sheet(book)
    _headings(sheet)
    sheet.append(_example())
    for cell in sheet[2]:
        cell.font = Font(italic=True, color="857F75")
    choice = DataValidation(
        type="list", formula1=f'"{",".join(str(p) for p in PROVINCES.values())}"', allow_blank=True
    )
    sheet.add_data_validation(choice)
    choice.add(
        f"{get_column_letter(COLUMNS.index('province') + 1)}3:{get_column_letter(COLUMNS.index('province') + 1)}{ROWS}"
    )
    return _saved(book)


def _example() -> list[str]:
    values = {
        "uscc": EXAMPLE_CODE, "name": _("（示例行，导入时跳过）某某样例影视有限公司"), "short_name": _("某某样例"),
        "kinds": f"{Kind.STUDIO.label}、{Kind.PLATFORM.label}", "province": str(PROVINCES["99"]), "founded_on": "2018-05-20",
        "legal_representative": _("王样例"), "address": "", "website": "https://www.example.com", "contact_phone": "",
    }  # fmt: skip
    return [values[name] for name in COLUMNS]


EXAMPLE_CODE = "91990000MA0000007X"


def written(organisations: Iterable[Organisation]) -> bytes:
    """These organisations in the template's columns; a phone is for staff who may see it, so it stays out."""
    book = Workbook()
    sheet = _first_sheet(book)
    _headings(sheet)
    for o in organisations:
        row = {
            "uscc": o.uscc, "name": o.name, "short_name": o.short_name, "kinds": "、".join(o.kind_names),
            "province": o.province_name, "founded_on": o.founded_on.isoformat() if o.founded_on else "",
            "legal_representative": o.legal_representative, "address": o.address, "website": o.website, "contact_phone": "",
        }  # fmt: skip
        sheet.append([_as_text(row[name]) for name in COLUMNS])
    return _saved(book)


def _as_text(value: str) -> str:
    """A cell that begins like a formula is text; openpyxl would store it as a formula."""
    return "'" + value if value.startswith(("=", "+", "-", "@")) else value


def _first_sheet(book: Workbook) -> Worksheet:
    sheet = book.worksheets[0]
    sheet.title = _("单位")
    return sheet


def _headings(sheet: Worksheet) -> None:
    sheet.append([f"{LABELS[name]}{'*' if name in REQUIRED else ''}" for name in COLUMNS])
    for index, cell in enumerate(sheet[1], start=1):
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="left")
        sheet.column_dimensions[get_column_letter(index)].width = 24
        # Codes, days and phones stay what was typed.
        sheet.column_dimensions[get_column_letter(index)].number_format = "@"
    sheet.freeze_panes = "A2"


def _saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(stream: IO[bytes]) -> Reading:
    """Read the first sheet. NotAWorkbook when it is none; every other fault is a row of the reading."""
    try:
        book = load_workbook(stream, data_only=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError) as error:
        raise NotAWorkbook from error
    sheet = book.worksheets[0] if book.worksheets else None
    if sheet is None:
        raise NotAWorkbook
    reading = Reading()
    for merged in sheet.merged_cells.ranges:
        reading.wrong(merged.min_row, str(merged), _("有合并的单元格，请取消合并，每行各填各的。"))
    places = _places(sheet, reading)
    if places is None:
        return reading
    if (sheet.max_row or 0) - 1 > ROWS:
        reading.wrong(0, "", _("一次最多%(n)d行，请分成几份。", n=ROWS))
        return reading
    seen: dict[str, int] = {}
    for number, cells in enumerate(sheet.iter_rows(min_row=2), start=2):
        typed = {name: _typed(cells[at]) if at < len(cells) else "" for name, at in places.items()}
        if not any(typed.values()) or typed.get("uscc") == EXAMPLE_CODE:
            continue
        _read_row(number, typed, reading, seen)
    if not reading.rows and not reading.faults:
        reading.wrong(0, "", _("表里没有要导入的行。"))
    return reading


def _places(sheet: Worksheet, reading: Reading) -> dict[str, int] | None:
    """Field → column index, by heading (Chinese or the field's own name)."""
    headings = [
        str(cell.value or "").strip().rstrip("*").strip() for cell in next(sheet.iter_rows(max_row=1), ())
    ]
    places: dict[str, int] = {}
    for name in COLUMNS:
        known = {str(LABELS[name]), name}
        at = [i for i, heading in enumerate(headings) if heading in known]
        if len(at) > 1:
            reading.wrong(1, str(LABELS[name]), _("这个标题出现了两次。"))
        if at:
            places[name] = at[0]
        elif name in REQUIRED:
            reading.wrong(1, str(LABELS[name]), _("没有这一列；请用模板，不要改标题。"))
    return None if any(f.row == 1 for f in reading.faults) else places


def _typed(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unicodedata.normalize("NFC", str(value)).strip()


def _read_row(number: int, typed: dict[str, str], reading: Reading, seen: dict[str, int]) -> None:
    before = len(reading.faults)
    for name, value in typed.items():
        if value.startswith("="):
            reading.wrong(number, str(LABELS[name]), _("是公式，请改成文字。"))
        if not value and name in REQUIRED:
            reading.wrong(number, str(LABELS[name]), _("没有填。"))
        limit = _LENGTHS.get(name)
        if limit is not None and len(value) > limit:
            reading.wrong(
                number, str(LABELS[name]), _("最多%(n)d个字，现在是%(now)d个。", n=limit, now=len(value))
            )
    values: dict[str, Any] = {name: typed.get(name, "") for name in COLUMNS}
    values["uscc"] = _code(number, typed.get("uscc", ""), reading, seen)
    values["kinds"] = _kinds(number, typed.get("kinds", ""), reading)
    values["province"] = _province(number, typed.get("province", ""), reading)
    values["founded_on"] = _day(number, typed.get("founded_on", ""), reading)
    if len(reading.faults) == before:
        reading.rows.append((number, values))


def _code(number: int, text: str, reading: Reading, seen: dict[str, int]) -> str:
    code = uscc.tidy(text)
    label = str(LABELS["uscc"])
    if not code:
        return code
    if "E+" in code:
        reading.wrong(number, label, _("被表格软件改成了科学计数，请把这一列设成文本再填。"))
    elif not uscc.is_well_formed(code):
        reading.wrong(
            number, label, _("应为18位数字或大写字母（不含I、O、S、V、Z），现在是%(n)d位。", n=len(code))
        )
    elif not uscc.is_valid(code):
        reading.wrong(number, label, _("校验位不对，请对照营业执照核对。"))
    elif code in seen:
        reading.wrong(number, label, _("与第%(n)d行重复。", n=seen[code]))
    seen.setdefault(code, number)
    return code


def _kinds(number: int, text: str, reading: Reading) -> list[str]:
    by_word = {str(kind.label): kind for kind in Kind} | {kind.value: kind for kind in Kind}
    words = [
        w
        for w in text.replace("，", "、")
        .replace(",", "、")
        .replace(";", "、")
        .replace("；", "、")
        .split("、")
        if w.strip()
    ]
    unknown = [w for w in words if w.strip() not in by_word]
    if unknown:
        known = "、".join(str(kind.label) for kind in Kind)
        reading.wrong(
            number,
            str(LABELS["kinds"]),
            _("没有“%(word)s”这个类别，可填：%(known)s。", word=unknown[0], known=known),
        )
    return [by_word[w.strip()].value for w in words if w.strip() in by_word]


def _province(number: int, text: str, reading: Reading) -> str:
    for code, name in PROVINCES.items():
        full = str(name)
        if text and (text == code or text.startswith(full)):
            return code
    if text:
        reading.wrong(
            number,
            str(LABELS["province"]),
            _("没有“%(word)s”这个地方，请填省级行政区的名称。", word=text[:20]),
        )
    return ""


def _day(number: int, text: str, reading: Reading) -> date | None:
    if not text:
        return None
    plain = text.replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
    try:
        year, month, day = (int(part) for part in plain.split("-"))
        return date(year, month, day)
    except ValueError:
        reading.wrong(number, str(LABELS["founded_on"]), _("日期请写成2018-05-20这样。"))
        return None


def doubled(reading: Reading, known: Sequence[str]) -> None:
    """Name the rows whose code is on record already."""
    taken = set(known)
    for number, values in reading.rows:
        if values["uscc"] in taken:
            reading.wrong(number, str(LABELS["uscc"]), _("这个代码已有登记。"))
