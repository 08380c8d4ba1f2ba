"""A roster as .xlsx: a sheet for agents and one for accounts, columns by their headings. Every faulty row is named with its column and reason; nothing is
guessed at.

Reading is the worker's: it needs no database. What the choices are called comes in with the `Shape`.
"""

import io
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from association.kernel.words import _
from mcn.agencies import sections
from mcn.agencies.sections import BY_NAME, ROSTER, Field, Section
from mcn.agencies.terms import plain

ROWS = 10_000
"""Rows of one sheet."""
FAULTS = 2_000
"""Faults named at most; who has more has another kind of table."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Where and why: sheet, the row as Excel numbers it (0: the whole sheet), the column's heading, the sentence."""

    sheet: str
    row: int
    column: str
    because: str


@dataclass(slots=True)
class Found:
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, sheet: str, row: int, column: object, because: str) -> None:
        if len(self.faults) < FAULTS:
            self.faults.append(Fault(sheet, row, str(column), because))


Shape = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Section → field → (word of a choice → what is kept)."""


def shape() -> Shape:
    """The words of all choices as they are today."""
    return {
        name: {f.name: _words(f) for f in BY_NAME[name].fields if f.kind in ("choice", "yesno")}
        for name in ROSTER
    }


def _words(asked: Field) -> dict[str, str]:
    pairs: Iterable[tuple[str, object]] = (
        [(sections.YES, _("是")), (sections.NO, _("否"))] if asked.kind == "yesno" else asked.pairs()
    )
    return {str(label): value for value, label in pairs}


def written(held: Mapping[str, Sequence[Mapping[str, Any]]], shape: Shape) -> bytes:
    """These rows – or, with none, an example the reader skips – under the headings."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in ROSTER:
        section = BY_NAME[name]
        sheet = book.create_sheet(str(section.title))
        sheet.append([_heading(f) for f in section.fields])
        for index, f in enumerate(section.fields, 1):
            sheet.cell(1, index).font = Font(bold=True)
            column = sheet.column_dimensions[get_column_letter(index)]
            column.width, column.number_format = 22, "@"
            del f
        sheet.freeze_panes = "A2"
        for row in held.get(name, ()):
            sheet.append([_cell(f, row.get(f.name), shape[name]) for f in section.fields])
        if not held.get(name):
            sheet.append([_example(f, n, shape[name]) for n, f in enumerate(section.fields)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _skipped() -> str:
    """What marks the example's row."""
    return _("（示例行，导入时跳过）")


def _heading(asked: Field) -> str:
    return f"{asked.label}{'*' if asked.is_needed else ''}"


def _cell(asked: Field, value: Any, words: Mapping[str, Mapping[str, str]]) -> str:
    by_value = {kept: word for word, kept in words.get(asked.name, {}).items()}
    text = by_value.get(value, str(value or ""))
    # openpyxl would store it as a formula.
    return "'" + text if text.startswith(("=", "+", "-", "@")) else text


def _example(asked: Field, place: int, words: Mapping[str, Mapping[str, str]]) -> str:
    if place == 0:
        return _skipped()
    if asked.kind == "day":
        return "2026-01-31" if asked.is_needed else ""
    return next(iter(words.get(asked.name, {"": ""})))


def read(content: bytes, shape: Shape) -> Found:
    """Both sheets. What is no workbook is one fault."""
    found = Found()
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError):
        found.wrong("", 0, "", _("这不是可以读取的.xlsx表格，请用模板另存后再上传。"))
        return found
    present = {sheet.title.strip(): sheet for sheet in book.worksheets}
    for name in ROSTER:
        title = str(BY_NAME[name].title)
        if title not in present:
            found.wrong(title, 0, "", _("没有这张表；请用模板，不要改表的名称。"))
            continue
        found.rows[name] = _Sheet(BY_NAME[name], title, shape[name], found).read(present[title])
    return found


class _Sheet:
    """Reading of one sheet."""

    def __init__(
        self, section: Section, title: str, words: Mapping[str, Mapping[str, str]], found: Found
    ) -> None:
        self.section, self.title, self.words, self.found = section, title, words, found
        self.seen: dict[str, int] = {}
        self.skipped = _skipped()

    def read(self, sheet: Any) -> list[dict[str, Any]]:
        lines = sheet.iter_rows(values_only=True)
        places = self._places(next(lines, ()))
        if places is None:
            return []
        rows: list[dict[str, Any]] = []
        for number, cells in enumerate(lines, 2):
            typed = {n: _typed(cells[at]) if at < len(cells) else "" for n, at in places.items()}
            if not any(typed.values()) or typed[self.section.fields[0].name] == self.skipped:
                continue
            if len(rows) >= ROWS:
                self._wrong(0, "", _("一张表最多%(n)d行。", n=ROWS))
                break
            rows.append(self._row(number, typed))
        if not rows and not self.section.may_be_empty:
            self._wrong(0, "", _("表里没有要导入的行。"))
        return rows

    def _wrong(self, row: int, column: object, because: str) -> None:
        self.found.wrong(self.title, row, column, because)

    def _places(self, headings: Sequence[Any]) -> dict[str, int] | None:
        """Field → column, by heading, whatever their order."""
        said = [_typed(h).rstrip("*").strip() for h in headings]
        places: dict[str, int] = {}
        missing = False
        for f in self.section.fields:
            at = [n for n, word in enumerate(said) if word == str(f.label)]
            if len(at) > 1:
                self._wrong(1, f.label, _("这个标题出现了两次。"))
                missing = True
            elif at:
                places[f.name] = at[0]
            elif f.is_needed:
                self._wrong(1, f.label, _("没有这一列；请用模板，不要改标题。"))
                missing = True
        return None if missing else places

    def _row(self, number: int, typed: dict[str, str]) -> dict[str, Any]:
        row = {
            f.name: value
            for f in self.section.fields
            if (value := self._value(number, f, typed.get(f.name, ""))) is not None
        }
        self._twice(number, row)
        return row

    def _value(self, number: int, asked: Field, text: str) -> str | None:
        if not text:
            if asked.is_needed:
                self._wrong(number, asked.label, _("没有填。"))
            return None
        if text.startswith("="):
            self._wrong(number, asked.label, _("是公式，请改成文字。"))
            return None
        if asked.kind in ("choice", "yesno"):
            return self._choice(number, asked, text)
        if asked.kind == "day":
            return self._day(number, asked, text)
        if len(text) > asked.at_most:
            self._wrong(
                number, asked.label, _("最多%(n)d个字，现在是%(now)d个。", n=asked.at_most, now=len(text))
            )
        return text.removeprefix("'")

    def _choice(self, number: int, asked: Field, text: str) -> str | None:
        words = self.words[asked.name]
        if text in words:
            return words[text]
        self._wrong(number, asked.label, _("可填：%(known)s。", known=_("、").join(words)))
        return None

    def _day(self, number: int, asked: Field, text: str) -> str | None:
        written_so = (
            text.replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
        )
        try:
            year, month, day = (int(part) for part in written_so.split("-"))
            return date(year, month, day).isoformat()
        except ValueError:
            self._wrong(number, asked.label, _("日期请写成2018-05-20这样。"))
            return None

    def _twice(self, number: int, row: Mapping[str, Any]) -> None:
        """The same certificate or account in two rows."""
        key = key_of(self.section.name, row)
        if key is None:
            return
        if key in self.seen:
            column = self.section.by_name[
                "certificate_number" if self.section.name == "agents" else "account"
            ].label
            self._wrong(number, column, _("与第%(n)d行重复。", n=self.seen[key]))
        self.seen.setdefault(key, number)


def key_of(name: str, row: Mapping[str, Any]) -> str | None:
    """What makes a row the same row: the certificate, or platform and account."""
    if name == "agents":
        return plain(str(row.get("certificate_number") or "")) or None
    account = str(row.get("account") or "").strip().lstrip("@").casefold()
    return f"{plain(str(row.get('platform') or ''))} {account}" if account else None


def _typed(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unicodedata.normalize("NFC", str(value)).strip()
