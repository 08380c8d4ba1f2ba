"""Days in words."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from association.kernel.day_words import day_words


@pytest.mark.parametrize(("language", "words"), [("zh", "2026年11月23日"), ("en", "23 November 2026")])
def test_the_day_of_a_moment_is_the_one_in_china(app: Flask, language: str, words: str) -> None:
    before_eight_there = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    with app.test_request_context("/", headers={"Cookie": f"lang={language}"}):
        assert day_words(before_eight_there) == day_words(date(2026, 11, 23)) == words
