"""A roster as .xlsx: a sheet for agents and one for accounts, columns by their headings. Every faulty row is named with its column and reason; nothing is
guessed at.

Reading is the worker's: it needs no database. What the choices are called comes in with the `Shape`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook

from association.kernel import workbooks
from association.kernel.words import _
from association.kernel.workbooks import Column
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


def _columns(section: Section) -> list[Column]:
    return [
        Column(f.name, f.label, is_needed=f.is_needed, at_most=f.at_most if _is_text(f) else 200)
        for f in section.fields
    ]


def _is_text(asked: Field) -> bool:
    return asked.kind not in ("choice", "yesno", "day")


def written(held: Mapping[str, Sequence[Mapping[str, Any]]], shape: Shape) -> bytes:
    """These rows – or, with none, an example the reader skips – under the headings."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in ROSTER:
        section = BY_NAME[name]
        sheet = book.create_sheet(str(section.title))
        workbooks.headed(sheet, _columns(section))
        for row in held.get(name, ()):
            sheet.append([_cell(f, row.get(f.name), shape[name]) for f in section.fields])
        if not held.get(name):
            sheet.append([_example(f, n, shape[name]) for n, f in enumerate(section.fields)])
    return workbooks.saved(book)


def _cell(asked: Field, value: Any, words: Mapping[str, Mapping[str, str]]) -> str:
    by_value = {kept: word for word, kept in words.get(asked.name, {}).items()}
    return workbooks.as_text(by_value.get(value, str(value or "")))


def _example(asked: Field, place: int, words: Mapping[str, Mapping[str, str]]) -> str:
    if place == 0:
        return workbooks.skipped()
    if asked.kind == "day":
        return "2026-01-31" if asked.is_needed else ""
    return next(iter(words.get(asked.name, {"": ""})))


def read(content: bytes, shape: Shape) -> Found:
    """Both sheets. What is no workbook is one fault."""
    found = Found()
    try:
        _read(content, shape, found)
    except workbooks.NotAWorkbook as none:
        found.wrong("", 0, "", str(none))
    return found


def _read(content: bytes, shape: Shape, found: Found) -> None:
    book = workbooks.opened(content)
    present = {sheet.title.strip(): sheet for sheet in book.worksheets}
    for name in ROSTER:
        title = str(BY_NAME[name].title)
        if title not in present:
            found.wrong(title, 0, "", _("没有这张表；请用模板，不要改表的名称。"))
            continue
        found.rows[name] = _Sheet(BY_NAME[name], title, shape[name], found).read(
            workbooks.lines(present[title])
        )


class _Sheet:
    """Reading of one sheet."""

    def __init__(
        self, section: Section, title: str, words: Mapping[str, Mapping[str, str]], found: Found
    ) -> None:
        self.section, self.title, self.words, self.found = section, title, words, found
        self.seen: dict[str, int] = {}
        self.columns = _columns(section)

    def read(self, lines: Iterator[list[str]]) -> list[dict[str, Any]]:
        places = workbooks.places(next(lines, []), self.columns)
        if misread := list(workbooks.misplaced(places, self.columns)):
            for column, sentence in misread:
                self._wrong(1, column.words, sentence)
            return []
        kept: list[dict[str, Any]] = []
        for number, typed in workbooks.rows(lines, places, self.columns):
            if len(kept) >= ROWS:
                self._wrong(0, "", _("一张表最多%(n)d行。", n=ROWS))
                break
            kept.append(self._row(number, typed))
        if not kept and not self.section.may_be_empty:
            self._wrong(0, "", _("表里没有要导入的行。"))
        return kept

    def _wrong(self, row: int, column: object, because: str) -> None:
        self.found.wrong(self.title, row, column, because)

    def _row(self, number: int, typed: dict[str, str]) -> dict[str, Any]:
        misread = list(workbooks.of_cells(typed, self.columns))
        for column, sentence in misread:
            self._wrong(number, column.words, sentence)
        wrong = {column.name for column, _sentence in misread}
        row = {
            f.name: value
            for f in self.section.fields
            if typed[f.name]
            and f.name not in wrong
            and (value := self._value(number, f, typed[f.name])) is not None
        }
        self._twice(number, row)
        return row

    def _value(self, number: int, asked: Field, text: str) -> str | None:
        if asked.kind in ("choice", "yesno"):
            return self._choice(number, asked, text)
        return self._day(number, asked, text) if asked.kind == "day" else workbooks.plain(text)

    def _choice(self, number: int, asked: Field, text: str) -> str | None:
        words = self.words[asked.name]
        if text in words:
            return words[text]
        self._wrong(number, asked.label, _("可填：%(known)s。", known=_("、").join(words)))
        return None

    def _day(self, number: int, asked: Field, text: str) -> str | None:
        try:
            return workbooks.day(text).isoformat()
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
