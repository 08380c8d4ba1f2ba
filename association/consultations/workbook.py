"""The 意见汇总处理表 as .xlsx, in the columns the trade uses. Cells are text as it was written, never formulas."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from association.consultations.models import Comment, Consultation
from association.kernel import clock
from association.kernel.day_words import day_words
from association.kernel.site import site
from association.kernel.words import _, spoken_in

LONGEST = 32_000
"""Characters Excel takes in one cell, less some for the note that more follows."""
_WIDTHS = (7, 20, 40, 40, 40, 22, 40)
_THIN = Side(style="thin", color="857F75")


def columns() -> list[str]:
    """The headings, in order."""
    return [
        _("序号"),
        _("章节号"),
        _("原文"),
        _("修改后内容"),
        _("理由"),
        _("提出单位"),
        _("处理意见"),
    ]


def written(consultation: Consultation, comments: Iterable[Comment], *, with_names: bool) -> bytes:
    """The whole table, in Chinese whoever asks: it is a form of the trade. `with_names` is for staff; otherwise authors are written as the
    public reads them."""
    with spoken_in("zh_Hans"):
        return _written(consultation, list(comments), with_names=with_names)


def _written(consultation: Consultation, rows: Sequence[Comment], *, with_names: bool) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("意见汇总处理表")
    _head(sheet, consultation, rows)
    for row in rows:
        sheet.append([""] * len(_WIDTHS))
        for at, text in enumerate(_row(row, with_names=with_names), start=1):
            cell = sheet.cell(row=sheet.max_row, column=at, value=_fits(text))
            cell.data_type = "s"  # what begins with = is what somebody wrote
    _draw(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(sheet: Worksheet, consultation: Consultation, rows: Sequence[Comment]) -> None:
    """Title, facts, headings: three rows."""
    sheet.append([_("%(title)s意见汇总处理表", title=consultation.title)])
    answered = [row.outcome for row in rows if row.outcome is not None]
    sums = _("、").join(f"{outcome.label}{answered.count(outcome)}" for outcome in dict.fromkeys(answered))
    facts = _(
        "%(site)s　征求意见：%(first)s至%(last)s　意见%(n)d条　%(sums)s　制表：%(today)s",
        site=site(english=False).name, first=day_words(consultation.opens_on), last=day_words(consultation.closes_on),
        n=len(rows), sums=sums, today=day_words(clock.today()),
    )  # fmt: skip
    sheet.append([facts])
    sheet.append(columns())


def _row(comment: Comment, *, with_names: bool) -> list[str]:
    reasons = [part for part in (comment.body, comment.reason) if part]
    verdict = (
        _("%(outcome)s：%(because)s", outcome=str(comment.outcome.label), because=comment.answer)
        if comment.outcome
        else ""
    )
    return [
        str(comment.number or ""), comment.place, comment.original, comment.proposed, "\n".join(reasons),
        comment.author if with_names else comment.public_author, verdict,
    ]  # fmt: skip


def _fits(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + _("……（全文见本站）")


def _draw(sheet: Worksheet) -> None:
    last = get_column_letter(len(_WIDTHS))
    for row in (1, 2):
        sheet.merge_cells(f"A{row}:{last}{row}")
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=16), Alignment(horizontal="center")
    for at, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    for cell in sheet[3]:
        cell.font = Font(bold=True)
    for line in sheet.iter_rows(min_row=3):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
