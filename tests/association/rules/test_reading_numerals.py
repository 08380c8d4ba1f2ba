"""Chinese numerals both ways, and the marks made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.rules.reading.marks import Style, annex_mark, decimal_mark, list_mark, ordinal_mark
from association.rules.reading.numerals import circled, in_chinese, number_of, number_of_letter
from association.rules.reading.tree import Number


def test_every_number_up_to_9999_is_written_and_read_back():
    assert [number_of(in_chinese(number)) for number in range(1, 10_000)] == list(range(1, 10_000))


@given(st.integers(1, 9999), st.sampled_from(["零〇", "零○", "二两"]))
def test_other_signs_for_nought_and_two_mean_the_same(number, pair):
    usual, other = pair
    assert number_of(in_chinese(number).replace(usual, other)) == number


@given(st.integers(0, 10**8))
def test_figures_of_any_width_are_read(number):
    wide = str(number).translate({ord(figure): ord(figure) - ord("0") + ord("０") for figure in "0123456789"})
    assert number_of(wide) == number_of(str(number)) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("十", 10),
        ("一十", 10),
        ("两百", 200),
        ("一百十一", 111),
        ("二〇二二", 2022),
        ("壹拾贰", 12),
        ("一百零五", 105),
    ],
)
def test_usual_ways_to_write_a_number_are_read(written, number):
    assert number_of(written) == number


@pytest.mark.parametrize(
    "written", ["", "二10", "1十", "一百五", "一千二十", "十十", "廿", "条", "百百", "二十二三"]
)
def test_what_could_mean_two_numbers_is_none(written):
    assert number_of(written) is None


def test_circles_and_letters_are_numbers_too():
    assert [circled(1), circled(20), circled(21), circled(50)] == ["①", "⑳", "㉑", "㊿"]
    assert [number_of_letter(sign) for sign in ("A", "ｂ", "Z", "甲", "AB")] == [1, 2, 26, None, None]


@pytest.mark.parametrize(
    ("text", "style", "number", "rest"),
    [
        ("第八条　为了", Style.ARTICLE, Number((8,)), "为了"),
        ("第 八 条 为了", Style.ARTICLE, Number((8,)), "为了"),
        ("第２３条之一　为了", Style.ARTICLE, Number((23,), (1,)), "为了"),
        ("第八条之规定", Style.ARTICLE, Number((8,)), "之规定"),
        ("第二10条 为了", Style.ARTICLE, None, "为了"),
        ("第一分编 通则", Style.SUBPART, Number((1,)), "通则"),
        ("第十二章总则", Style.CHAPTER, Number((12,)), "总则"),
    ],
)
def test_ordinal_marks_are_taken_apart(text, style, number, rest):
    mark = ordinal_mark(text)
    assert (mark.style, mark.number, mark.rest) == (style, number, rest)
    assert mark.written + mark.gap + mark.rest == text


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("十二、总体要求", Style.CHINESE_COMMA, 12), ("（三）公开", Style.CHINESE_BRACKET, 3), ("(三)公开", Style.CHINESE_BRACKET, 3),
        ("㈢公开", Style.CHINESE_BRACKET, 3), ("10.公开", Style.DIGIT_POINT, 10), ("１．公开", Style.DIGIT_POINT, 1), ("⒈公开", Style.DIGIT_POINT, 1),
        ("（2）公开", Style.DIGIT_BRACKET, 2), ("⑵公开", Style.DIGIT_BRACKET, 2), ("2）公开", Style.DIGIT_HALF, 2), ("③公开", Style.CIRCLED, 3),
        ("b) 公开", Style.LETTER, 2),
    ],
)  # fmt: skip
def test_list_marks_are_known_in_any_width(text, style, number):
    mark = list_mark(text, decimals=False)
    assert (mark.style, mark.number) == (style, Number((number,)))
    assert mark.written + mark.gap + mark.rest == text


@pytest.mark.parametrize(
    "text", ["1.5倍以上", "2026年11月1日", "（试行）", "一般规定", "（2021年修正）", "2022、2023年", "甲、乙"]
)
def test_numbers_in_sentences_are_no_list_marks(text):
    assert list_mark(text, decimals=False) is None


def test_clause_numbers_of_standards_are_known_where_the_document_has_them():
    assert decimal_mark("4.1.2 总则").number == Number((4, 1, 2))
    assert decimal_mark("A.1 一般").number == Number((1, 1))
    assert list_mark("4 总则", decimals=True).number == Number((4,))
    assert list_mark("4 总则", decimals=False) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("附件", None),
        ("附件1", 1),
        ("附件2：名单", 2),
        ("附录B（规范性）", 2),
        ("附：名单", None),
        ("附 件 三", 3),
    ],
)
def test_annex_marks_are_known(text, number):
    assert annex_mark(text).number == (Number((number,)) if number else None)


@pytest.mark.parametrize("text", ["附件所列事项", "附则", "附加条件", "附件1所列"])
def test_words_that_begin_like_an_annex_are_none(text):
    assert annex_mark(text) is None
