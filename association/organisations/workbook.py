"""Organisations in and out as .xlsx: a template, a dry run that names every faulty row with its column and reason, all or nothing.

The columns are read by their headings, so that their order does not matter. Cells are taken as text; merged cells, formulas, hidden
doubles and codes that Excel turned into numbers are named, never guessed at.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from association.kernel import workbooks
from association.kernel.words import _
from association.kernel.workbooks import Column
from association.organisations import uscc
from association.organisations.models import PROVINCES, Kind, Organisation
from association.organisations.models.labels import LABELS

REQUIRED = frozenset({"uscc", "name", "kinds", "province"})
_LENGTHS = {"short_name": 40, "legal_representative": 100, "contact_phone": 30}
COLUMNS = tuple(
    Column(name, LABELS[name], is_needed=name in REQUIRED, at_most=_LENGTHS.get(name, 200))
    for name in (
        "uscc", "name", "short_name", "kinds", "province", "founded_on", "legal_representative", "address", "website", "contact_phone",
    )
)  # fmt: skip
ROWS = 5_000
"""Rows of one workbook; more come in several."""


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


def template() -> bytes:
    """An empty workbook with headings, an example that the reader skips, and lists to choose from."""
    book, sheet = _begun()
    sheet.append(_example())
    for cell in sheet[2]:
        cell.font = Font(italic=True, color="857F75")
    choice = DataValidation(
        type="list", formula1=f'"{",".join(str(p) for p in PROVINCES.values())}"', allow_blank=True
    )
    sheet.add_data_validation(choice)
    letter = get_column_letter([c.name for c in COLUMNS].index("province") + 1)
    choice.add(f"{letter}3:{letter}{ROWS}")
    return workbooks.saved(book)


def _begun() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("单位")
    workbooks.headed(sheet, COLUMNS, width=24)
    return book, sheet


def _example() -> list[str]:
    values = {
        "uscc": EXAMPLE_CODE, "name": _("%(skipped)s某某样例影视有限公司", skipped=workbooks.skipped()), "short_name": _("某某样例"),
        "kinds": f"{Kind.STUDIO.label}、{Kind.PLATFORM.label}", "province": str(PROVINCES["99"]), "founded_on": "2018-05-20",
        "legal_representative": _("王样例"), "address": "", "website": "https://www.example.com", "contact_phone": "",
    }  # fmt: skip
    return [values[column.name] for column in COLUMNS]


EXAMPLE_CODE = "91990000MA0000007X"


def written(organisations: Iterable[Organisation]) -> bytes:
    """These organisations in the template's columns; a phone is for staff who may see it, so it stays out."""
    book, sheet = _begun()
    for o in organisations:
        row = {
            "uscc": o.uscc, "name": o.name, "short_name": o.short_name, "kinds": "、".join(o.kind_names),
            "province": o.province_name, "founded_on": o.founded_on.isoformat() if o.founded_on else "",
            "legal_representative": o.legal_representative, "address": o.address, "website": o.website, "contact_phone": "",
        }  # fmt: skip
        sheet.append([workbooks.as_text(row[column.name]) for column in COLUMNS])
    return workbooks.saved(book)


def read(stream: IO[bytes]) -> Reading:
    """Read the first sheet. workbooks.NotAWorkbook when it is none; every other fault is a row of the reading."""
    sheet = workbooks.opened(stream, is_long=False).worksheets[0]
    reading = Reading()
    for merged in sheet.merged_cells.ranges:
        reading.wrong(merged.min_row, str(merged), _("有合并的单元格，请取消合并，每行各填各的。"))
    lines = workbooks.lines(sheet)
    places = workbooks.places(next(lines, []), COLUMNS)
    for column, sentence in workbooks.misplaced(places, COLUMNS):
        reading.wrong(1, str(column.words), sentence)
    if any(f.row == 1 for f in reading.faults):
        return reading
    if (sheet.max_row or 0) - 1 > ROWS:
        reading.wrong(0, "", _("一次最多%(n)d行，请分成几份。", n=ROWS))
        return reading
    seen: dict[str, int] = {}
    for number, typed in workbooks.rows(lines, places, COLUMNS):
        if typed["uscc"] != EXAMPLE_CODE:
            _read_row(number, typed, reading, seen)
    if not reading.rows and not reading.faults:
        reading.wrong(0, "", _("表里没有要导入的行。"))
    return reading


def _read_row(number: int, typed: dict[str, str], reading: Reading, seen: dict[str, int]) -> None:
    before = len(reading.faults)
    for column, sentence in workbooks.of_cells(typed, COLUMNS):
        reading.wrong(number, str(column.words), sentence)
    values: dict[str, Any] = dict(typed)
    values["uscc"] = _code(number, typed["uscc"], reading, seen)
    values["kinds"] = _kinds(number, typed["kinds"], reading)
    values["province"] = _province(number, typed["province"], reading)
    values["founded_on"] = _day(number, typed["founded_on"], reading)
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
    try:
        return workbooks.day(text)
    except ValueError:
        reading.wrong(number, str(LABELS["founded_on"]), _("日期请写成2018-05-20这样。"))
        return None


def doubled(reading: Reading, known: Sequence[str]) -> None:
    """Name the rows whose code is on record already."""
    taken = set(known)
    for number, values in reading.rows:
        if values["uscc"] in taken:
            reading.wrong(number, str(LABELS["uscc"]), _("这个代码已有登记。"))
