"""Numbers of a series follow one another, year by year; what is undone gives its number back."""

import pytest

from association.kernel import numbering
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from tests import cast


def issue(series: str = "notice", **how):
    person = cast.somebody().person
    with writing():
        issued = numbering.issue(series, person, **how)
        return issued.number, issued.written


def test_numbers_begin_at_one_and_follow_one_another(app):
    assert [issue()[0] for _ in range(3)] == [1, 2, 3]


def test_each_series_and_each_year_counts_for_itself(app):
    assert [issue()[0], issue("warning")[0], issue(year=2025)[0], issue()[0]] == [1, 1, 1, 2]


def test_a_number_is_written_as_the_series_writes_it(app):
    assert issue(form="示视协〔{year}〕{number}号")[1] == "示视协〔2026〕1号"


def test_what_is_undone_gives_its_number_back(app):
    person = cast.somebody().person
    with pytest.raises(ZeroDivisionError), writing():
        numbering.issue("notice", person)
        raise ZeroDivisionError
    assert issue()[0] == 1


def test_a_voided_number_stays_with_its_reason_and_is_not_given_again(app):
    person = cast.somebody().person
    with writing():
        numbering.void(numbering.issue("notice", person), because="样例：印错", actor=SYSTEM)
    assert issue()[0] == 2
    assert [(n.number, n.voided_because) for n in numbering.numbers_of("notice", 2026)] == [
        (1, "样例：印错"),
        (2, None),
    ]
