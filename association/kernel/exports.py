"""A set as CSV (Excel opens it with its Chinese intact) and as JSON."""

import csv as csv_module
import io
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from flask import Response, jsonify

from association.kernel import clock
from association.kernel.words import _

if TYPE_CHECKING:
    from association.kernel.lists import Column

MAXIMUM = 20_000
"""Rows of one export; a longer set says so in the X-Truncated header and in JSON's `truncated`."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def cell(value: Any) -> str:
    """A value as a spreadsheet shows it; text that Excel would run as a formula is quoted."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return value.astimezone(clock.CHINA).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return _("、").join(cell(v) for v in value)
    text = str(value)
    return "'" + text if text.startswith(_FORMULA_STARTS) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def csv(rows: Sequence[Any], columns: "Sequence[Column]") -> Response:
    """UTF-8 with BOM, CRLF, one header row."""
    out = io.StringIO()
    writer = csv_module.writer(out)
    writer.writerow([str(c.label) for c in columns])
    writer.writerows([cell(c.value(row)) for c in columns] for row in rows[:MAXIMUM])
    answer = Response("\ufeff" + out.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="list-{clock.today().isoformat()}.csv"'
    if len(rows) > MAXIMUM:
        answer.headers["X-Truncated"] = str(MAXIMUM)
    return answer


def plain(value: Any) -> Any:
    """A value as JSON holds it: days and moments in ISO 8601, words in the reader's language."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return str(value)


def json(rows: Sequence[Any], columns: "Sequence[Column]", url_of: Callable[[Any], str]) -> Response:
    """`{"items": [{"url": …, …}], "count": n}`, unpaged."""
    items = [{"url": url_of(row), **{c.name: plain(c.value(row)) for c in columns}} for row in rows[:MAXIMUM]]
    return jsonify({"items": items, "count": len(items), "truncated": len(rows) > MAXIMUM})
