"""Codes: what is mistyped is noticed, what is only written otherwise is understood."""

from hypothesis import given
from hypothesis import strategies as st

from association.kernel.certificates.codes import LENGTH, SIGNS, new_code, shown, tidy

codes = st.builds(new_code)


@given(codes)
def test_a_code_is_understood_however_it_is_written(code):
    assert tidy(code) == code
    assert tidy(shown(code).lower()) == code
    assert tidy(f" {shown(code).replace('-', ' ')} ") == code
    assert tidy("".join(chr(ord(c) + 0xFEE0) for c in code)) == code


@given(codes, st.integers(0, LENGTH - 1), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed(code, place, sign):
    wrong = code[:place] + sign + code[place + 1 :]
    assert tidy(wrong) == (code if wrong == code else None)


@given(codes, st.integers(0, LENGTH - 2))
def test_two_neighbours_changed_over_are_noticed(code, place):
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert tidy(wrong) == (code if wrong == code else None)


@given(st.text(max_size=20))
def test_anything_may_be_typed(text):
    assert tidy(text) is None or len(tidy(text)) == LENGTH


def test_signs_that_are_taken_for_one_another_do_not_occur():
    assert not set("01ILO") & set(SIGNS)
    assert len({new_code() for _ in range(500)}) == 500
