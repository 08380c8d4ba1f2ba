"""Days as official texts write them."""

import re
from collections.abc import Iterator
from datetime import date

from association.rules.reading.numerals import number_of

FIGURES = r"[0-9０-９〇零○一二三四五六七八九十]"
B = r"[ \t\u3000]?"
DAY = re.compile(
    rf"(?P<y>{FIGURES}{{4}}){B}年{B}(?P<m>{FIGURES}{{1,3}}){B}月{B}(?P<d>{FIGURES}{{1,3}}){B}日"
    r"|(?P<y2>(?:19|20)\d\d)[-/.](?P<m2>\d{1,2})[-/.](?P<d2>\d{1,2})(?!\d)"
)


def days_in(text: str) -> Iterator[tuple[date, int, int]]:
    """Every day named in `text`, with where it begins and ends. What is no day of the calendar is passed
    over."""
    for found in DAY.finditer(text):
        day = _day(*(found[name] or found[f"{name}2"] for name in "ymd"))
        if day:
            yield day, found.start(), found.end()


def day_of(text: str) -> date | None:
    """The first day named in `text`."""
    return next((day for day, _, _ in days_in(text)), None)


def is_day_alone(text: str) -> bool:
    """二〇二六年十一月一日 and nothing else."""
    found = DAY.fullmatch(text.strip("（）() "))
    return found is not None and day_of(text) is not None


def _day(year: str, month: str, day: str) -> date | None:
    numbers = number_of(year), number_of(month), number_of(day)
    try:
        return date(numbers[0] or 0, numbers[1] or 0, numbers[2] or 0)
    except ValueError:
        return None
