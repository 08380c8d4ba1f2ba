"""An organisation's people as a workbook."""

from collections.abc import Iterable, Sequence
from typing import Any

from association.kernel import exports, workbooks
from association.kernel.lists import Column
from association.kernel.words import _


def written(rows: Iterable[Any], columns: Sequence[Column]) -> bytes:
    """Under the columns' headings; every cell is text, so that nothing is run as a formula."""
    headings = [workbooks.Column(c.name, c.label) for c in columns]
    people = [{c.name: exports.cell(c.value(row)) for c in columns} for row in rows]
    return workbooks.written(headings, people, width=24, title=_("培训情况"))
