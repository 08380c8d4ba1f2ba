"""The identity code: its form and its check digits."""

import stdnum.exceptions
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc as stdnum_uscc

from association.organisations import uscc
from demo.cast import FIRMS, code

first_seventeen = st.text(uscc.ALPHABET, min_size=17, max_size=17)


@given(first_seventeen)
def test_exactly_one_last_character_fits(first: str) -> None:
    assert [c for c in uscc.ALPHABET if uscc.is_valid(first + c)] == [uscc.check_character(first)]


@given(st.text("0123456789", min_size=8, max_size=8), st.text(uscc.ALPHABET, min_size=9, max_size=9))
def test_it_agrees_with_stdnum_where_the_first_eight_are_digits(eight: str, nine: str) -> None:
    right = eight + nine + uscc.check_character(eight + nine)
    assert stdnum_uscc.is_valid(right) == uscc.is_valid(right)


def test_letters_in_the_first_places_are_codes_too_although_stdnum_refuses_them() -> None:
    rural = "N2990000MF0000005H"
    assert uscc.is_valid(rural)
    try:
        stdnum_uscc.validate(rural)
    except stdnum.exceptions.ValidationError:
        return
    raise AssertionError("stdnum takes it now: our own check may go")


@given(first_seventeen, st.integers(0, 16), st.sampled_from(uscc.ALPHABET))
def test_one_wrong_character_is_noticed(first: str, place: int, other: str) -> None:
    right = first + uscc.check_character(first)
    wrong = right[:place] + other + right[place + 1 :]
    assert uscc.is_valid(wrong) == (wrong == right)


def test_it_is_read_as_people_write_it() -> None:
    assert uscc.tidy(" 91990000-ma0000007x ") == "91990000MA0000007X"
    assert uscc.tidy("９１９９００００ＭＡ０００００07Ｘ") == "91990000MA0000007X"


def test_lengths_and_forbidden_letters_are_no_codes() -> None:
    for wrong in ("", "91990000MA0000007", "91990000MA0000007XX", "91990000IA0000007X", "９"):
        assert not uscc.is_well_formed(wrong)
        assert not uscc.is_valid(wrong)


def test_every_code_of_the_demo_is_right_in_both_check_digits_and_of_the_unassigned_region() -> None:
    for firm in FIRMS:
        assert uscc.is_valid(code(firm.serial))
        assert uscc.code_part_fits(code(firm.serial))
        assert code(firm.serial)[2:8] == "990000"
        assert "样例" in firm.name


def test_a_code_whose_organisation_part_does_not_fit_is_still_a_code() -> None:
    first = "91990000MA0000001"
    odd = next(first[:16] + c for c in "0123456789" if not uscc.code_part_fits(first[:16] + c + "0"))
    assert uscc.is_valid(odd + uscc.check_character(odd))
