"""An organisation's people as a workbook."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from association.kernel import exports
from association.kernel.words import _


def written(rows: Iterable[Any], columns: Sequence[Any]) -> bytes:
    """Under the columns' headings; every cell is text, so that nothing is run as a formula."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("培训情况")
    sheet.append([str(c.label) for c in columns])
    for row in rows:
        sheet.append([exports.cell(c.value(row)) for c in columns])
    for index in range(1, len(columns) + 1):
        sheet.cell(1, index).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(index)].width = 24
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
