"""Questions as .xlsx: columns by their headings. Every faulty row is named with its column and reason; nothing is guessed at."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from association.exams import gates
from association.exams.models import QuestionKind
from association.exams.models.question import RIGHT, WRONG
from association.kernel.words import _, _l

ROWS = 1_000
"""Rows of one workbook."""
COLUMNS: dict[str, Any] = {
    "kind": _l("题型"), "topic": _l("主题"), "words": _l("题干"), "options": _l("选项"), "right": _l("正确答案"), "points": _l("分值"), "explanation": _l("答案说明或评分要点"),
    "clause": _l("依据（文本编号:条款编号）"),
}  # fmt: skip
NEEDED = frozenset({"kind", "topic", "words", "points", "clause"})
LONGEST = {"words": 2_000, "explanation": 4_000, "options": 4_000}
_OPTION = re.compile(r"^\s*([A-Ha-h])\s*[.．、:：]\s*(\S.*)$")

Row = dict[str, Any]
Fault = tuple[int, str]
"""The row as the spreadsheet numbers it (0: the whole book), and the sentence."""


def template(topics: Sequence[str]) -> bytes:
    """Empty, with an example that is skipped."""
    example = {
        "kind": str(QuestionKind.SINGLE.label), "topic": topics[0] if topics else "", "words": _skipped(), "options": _("A. 第一个选项\nB. 第二个选项"),
        "right": "B", "points": 2, "explanation": _("为什么"), "clause": "12:6",
    }  # fmt: skip
    return written([example])


def written(rows: Sequence[Row]) -> bytes:
    """These questions under the headings, as they are typed."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([_heading(name) for name in COLUMNS])
    for row in rows:
        sheet.append([row.get(name, "") for name in COLUMNS])
    for index in range(1, len(COLUMNS) + 1):
        sheet.cell(1, index).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(index)].width = 26
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _heading(name: str) -> str:
    return str(COLUMNS[name]) + ("*" if name in NEEDED else "")


def _skipped() -> str:
    return _("（示例行，导入时跳过）")


def read(content: bytes, *, topics: Collection[str]) -> tuple[list[tuple[int, Row]], list[Fault]]:
    """The rows with their numbers, and what is wrong. What is no workbook is one fault."""
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError):
        return [], [(0, _("这不是可以读取的.xlsx表格，请用模板另存后再上传。"))]
    lines = book.worksheets[0].iter_rows(values_only=True)
    headings = [_typed(h).rstrip("*").strip() for h in next(lines, ())]
    places = {name: headings.index(str(word)) for name, word in COLUMNS.items() if str(word) in headings}
    missing = [name for name in COLUMNS if name in NEEDED and name not in places]
    if missing:
        sentence = _l("没有“%(column)s”这一列；请用模板，不要改标题。")
        return [], [(1, str(sentence) % {"column": COLUMNS[name]}) for name in missing]
    return _rows(lines, places, topics)


def _rows(lines: Any, places: dict[str, int], topics: Collection[str]) -> tuple[list[tuple[int, Row]], list[Fault]]:  # fmt: skip
    rows: list[tuple[int, Row]] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, cells in enumerate(lines, 2):
        typed = {n: _typed(cells[at]) if at < len(cells) else "" for n, at in places.items()}
        if not any(typed.values()) or typed["words"] == _skipped():
            continue
        if len(rows) >= ROWS:
            return rows, [*faults, (0, _("一张表最多%(n)d行。", n=ROWS))]
        row, wrong = checked({name: typed.get(name, "") for name in COLUMNS}, topics)
        if row["words"] in seen:
            wrong.append(_("题干与第%(n)d行重复。", n=seen[row["words"]]))
        seen.setdefault(row["words"], number)
        rows.append((number, row))
        faults += [(number, sentence) for sentence in wrong]
    if not rows:
        faults.append((0, _("表里没有要导入的行。")))
    return rows, faults


def checked(typed: dict[str, str], topics: Collection[str]) -> tuple[Row, list[str]]:
    """The row as it is kept, and what is wrong with it."""
    row: Row = {name: text.removeprefix("'") for name, text in typed.items()}
    wrong = list(_of_cells(typed, topics))
    kinds = {str(kind.label): kind for kind in QuestionKind}
    kind = kinds.get(typed["kind"])
    row["points"] = int(typed["points"]) if re.fullmatch("[1-9][0-9]?", typed["points"], re.ASCII) else 0
    if typed["points"] and not row["points"]:
        wrong.append(_("分值请填1到99的整数。"))
    if typed["kind"] and kind is None:
        wrong.append(_("题型可填：%(known)s。", known=_("、").join(kinds)))
    if (
        typed["clause"]
        and re.fullmatch(r"[0-9]{1,9}:[0-9A-Za-z.\-]{1,64}", typed["clause"], re.ASCII) is None
    ):
        wrong.append(_("依据请写成“文本编号:条款编号”，例如12:8.2；编号见登记条款的页面。"))
    if kind is None:
        return row, wrong
    row["kind"] = kind.value
    row["options"], faults = options_in(typed["options"]) if kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE) else ([], [])  # fmt: skip
    row["right"] = _right(kind, typed["right"])
    keys = [RIGHT, WRONG] if kind is QuestionKind.JUDGEMENT else [o["key"] for o in row["options"]]
    wrong += faults
    if not faults and (sentence := gates.wrong_with(kind, keys, row["right"])):
        wrong.append(sentence)
    return row, wrong


def _of_cells(typed: dict[str, str], topics: Collection[str]) -> Iterator[str]:
    for name, word in COLUMNS.items():
        if name in NEEDED and not typed[name]:
            yield _("没有填%(column)s。", column=word)
        if typed[name].startswith("="):
            yield _("%(column)s是公式，请改成文字。", column=word)
        if len(typed[name]) > LONGEST.get(name, 200):
            yield _("%(column)s最多%(n)d个字。", column=word, n=LONGEST.get(name, 200))
    if typed["topic"] and typed["topic"] not in topics:
        yield _("主题可填：%(known)s。", known=_("、").join(topics))


def options_in(typed: str) -> tuple[list[dict[str, str]], list[str]]:
    """One option a line: “A. words”."""
    options: list[dict[str, str]] = []
    for line in typed.splitlines():
        if not line.strip():
            continue
        match = _OPTION.match(line)
        if match is None:
            return [], [_("选项请一行一个，写成“A. 内容”，从A到H。")]
        options.append({"key": match[1].upper(), "text": match[2].strip()})
    if len({o["key"] for o in options}) != len(options):
        return [], [_("选项的字母重复。")]
    return options, []


def _right(kind: QuestionKind, typed: str) -> list[str]:
    if kind is QuestionKind.WRITTEN:
        return []
    if kind is QuestionKind.JUDGEMENT:
        return {_("正确"): [RIGHT], _("错误"): [WRONG]}.get(typed.strip(), [])
    return sorted(set(re.findall("[A-H]", typed.upper())))


def _typed(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return unicodedata.normalize("NFC", str(value)).strip()
