"""A report as .xlsx: one row for each thing counted. Every cell that cannot be read is named with its reason; nothing is guessed at."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from association.kernel import workbooks
from association.kernel.figures import plain_figures
from association.kernel.words import N_, _
from bulletins.figures.models import Period
from bulletins.figures.settings import GREATEST

LARGEST = 10 * 1024 * 1024
"""Bytes of a workbook unpacked; no report comes near."""
ROWS = 500
VALUE = "F"


def _headings() -> list[str]:
    return [
        _("代码"),
        _("问题类型"),
        _("项目"),
        _("单位"),
        _("口径"),
        _("数（没有发生的填0，没有统计的填“未统计”）"),
    ]


def _not_counted() -> list[str]:
    """The words that say so: the reader's, and the Chinese of any template."""
    return [_("未统计"), N_("未统计")]


def template(period: Period, answers: Mapping[str, int | None]) -> bytes:
    """Everything asked, with what is there already."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = period.code
    sheet.append(_headings())
    for asked in period.asked:
        code = asked["code"]
        count: Any = answers.get(code, "")
        sheet.append(
            [
                code,
                asked["group"],
                asked["label"],
                asked["unit"],
                asked["definition"],
                _not_counted()[0] if count is None else count,
            ]
        )
    for column, width in zip("ABCDEF", (24, 18, 22, 8, 60, 26), strict=True):
        sheet.column_dimensions[column].width = width
        sheet[f"{column}1"].font = Font(bold=True)
    sheet.freeze_panes = "A2"
    return workbooks.saved(book)


def read(period: Period, content: bytes) -> tuple[dict[str, int | None], list[str]]:
    """Answers by code, and what is wrong, cell by cell. What is no workbook is one fault."""
    try:
        sheet = workbooks.opened(content, largest=LARGEST).worksheets[0]
        rows = list(islice(workbooks.lines(sheet), 1, ROWS))
    except workbooks.NotAWorkbook as none:
        return {}, [str(none)]
    answers: dict[str, int | None] = {}
    faults: list[str] = []
    for number, cells in enumerate(rows, 2):
        code, typed = cells[0] if cells else "", cells[5] if len(cells) > 5 else ""
        if not code and not typed:
            continue
        sentence = _fault(period, code, typed, answers)
        if sentence:
            faults.append(
                _(
                    "%(cell)s：%(sentence)s",
                    cell=f"{VALUE if code in period.codes else 'A'}{number}",
                    sentence=sentence,
                )
            )
        else:
            answers[code] = None if typed in _not_counted() else int(plain_figures(typed))
    named = {cells[0] for cells in rows if cells}
    faults += [
        _("没有“%(label)s”这一行（%(code)s），请用模板，不要删行。", **_names(a))
        for a in period.asked
        if a["code"] not in named
    ]
    return answers, faults


def _names(asked: Mapping[str, Any]) -> dict[str, str]:
    return {"label": asked["label"], "code": asked["code"]}


def _fault(period: Period, code: str, typed: str, answers: Mapping[str, int | None]) -> str:
    if code not in period.codes:
        return _("这一期没有代码为“%(code)s”的项目。", code=code[:40])
    if code in answers:
        return _("“%(code)s”写了两次。", code=code)
    if not typed:
        return _("没有填；没有发生的填0，没有统计的填“未统计”。")
    if typed.startswith("="):
        return _("是公式，请改成数。")
    if typed in _not_counted():
        return ""
    plain = plain_figures(typed)
    if not (plain.isascii() and plain.isdecimal() and len(plain) < 15 and int(plain) <= GREATEST):
        return _("“%(typed)s”不是0到%(most)d的整数。", typed=typed[:20], most=GREATEST)
    return ""
