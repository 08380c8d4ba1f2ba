"""A day in the reader's language: 2026年11月23日, 23 November 2026."""

from datetime import date, datetime

from babel.dates import format_date
from flask_babel import get_locale

from association.kernel import clock


def is_english() -> bool:
    locale = get_locale()
    return locale is not None and locale.language == "en"


def day_words(value: date) -> str:
    """Of a moment, the day it is in China then."""
    if isinstance(value, datetime):
        value = clock.day_of(value)
    return (
        format_date(value, "d MMMM y", locale="en")
        if is_english()
        else f"{value.year}年{value.month}月{value.day}日"
    )
