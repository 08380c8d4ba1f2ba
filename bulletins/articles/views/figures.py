"""Rows of the charts."""

from datetime import date
from typing import Any

from babel.dates import format_date
from sqlalchemy import Select

from association.kernel import clock
from association.kernel.lists import Listing
from association.kernel.rendering import choose_locale
from association.kernel.words import _
from bulletins.articles.queries import counts

MONTHS = 12
Column = tuple[str, str, int]
Row = tuple[object, int, str]


def by_month(rows: Select[Any]) -> list[Column]:
    """The last twelve months, this one last: its word, the year where one begins, how many."""
    today = clock.today()
    months = [divmod(today.year * 12 + today.month - 1 - back, 12) for back in range(MONTHS - 1, -1, -1)]
    found = counts.by_month(rows, first=months[0][0] * 100 + months[0][1] + 1)
    locale = "en" if choose_locale() == "en" else "zh_Hans"
    return [
        (
            format_date(date(year, month + 1, 1), "LLL", locale=locale),
            str(year) if place == 0 or month == 0 else "",
            found.get(year * 100 + month + 1, 0),
        )
        for place, (year, month) in enumerate(months)
    ]


def by_span(rows: Select[Any]) -> list[Row]:
    found = counts.by_span(rows)
    words, before = [], 0
    for end in counts.SPANS:
        words.append(_("%(a)d–%(b)d天", a=before, b=end))
        before = end + 1
    words.append(_("%(n)d天以上", n=before))
    return [(word, number, "") for word, number in zip(words, found, strict=True)]


def by_facet(listing: Listing, name: str) -> list[Row]:
    """In the order of the choices; each leads to its cases."""
    facet = next(f for f in listing.filters if f.name == name)
    shown = [o for o in facet.options if o.value and o.count and (not facet.wanted or o.is_current)]
    return [(option.label, option.count or 0, option.url) for option in shown]
