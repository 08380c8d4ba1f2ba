"""What is written in many ways is found in each of them, and whatever stands in a text is found by it."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from association.kernel.search.analysis import LONGEST_QUESTION, ask, plain, terms
from association.kernel.search.folding import fold, fold_in_place, is_gram

HAN = "约章自律审核网络微短剧网絡機構臺灣发髮后後里裏𠮷𫝈喆㙓〇々"
SIGNS = "，。；、？！：“”《》〈〉（）()〔〕[]【】—－-─～~·…％/\\'\"|&!*:<>% \n\t\u3000"
OTHERS = "AaZzéÉßŁ０１９129ⅢⅣ①⑩㈱㎡½ﬁサかが한글😀👨👩👧🏽🎬☀\u200d\ufe0f\u200b\u00ad\u0301\ue000\U000e0101"
texts = st.text(st.sampled_from(HAN * 3 + SIGNS + OTHERS) | st.characters(), min_size=2, max_size=120)


def is_answered(typed: str, text: str) -> bool:
    """What every engine and then the database decide by."""
    question = ask(typed)
    return bool(question) and set(question.terms) <= set(terms(text)) and question.stands_in(plain(text))


@given(text=texts, data=st.data())
@example(text="依据广电发〔2022〕345号第12条", data=None)
def test_any_part_of_two_or_more_signs_of_a_text_finds_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 2)) if data else 4
    end = data.draw(st.integers(start + 2, min(len(text), start + LONGEST_QUESTION))) if data else len(text)
    part = text[start:end]
    before, after = fold(text[:start])[-1:].strip(), fold(text[start:])[:1].strip()
    assume(
        not (before and after and not is_gram(before) and not is_gram(after))
    )  # the middle of a Latin word
    assume(len(plain(part).strip()) >= 2)
    assert is_answered(part, text)


@given(texts)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)
    assert terms(plain(text)) == terms(text)


@given(texts)
def test_folding_in_place_keeps_every_sign_at_its_place(text):
    assert len(fold_in_place(text)) == len(text)


@given(text=texts, typed=texts)
def test_where_a_question_is_exact_its_terms_alone_decide(text, typed):
    question = ask(typed)
    if question.is_exact and set(question.terms) <= set(terms(text)):
        assert question.stands_in(plain(text))


@given(texts)
def test_terms_hold_nothing_that_would_need_quoting_in_a_database(text):
    assert not {"'", '"', "\\", " ", "\0", "%", "_", "&", "|"} & set("".join(terms(text)))


@pytest.mark.parametrize(
    "typed",
    [
        "广电发〔2022〕345号", "广电发[2022]345号", "广电发【2022】345号", "广电发（2022）345号", "广电发(2022)345号",
        "广电发〔２０２２〕３４５号", "廣電發〔2022〕345號", "广电发 2022 345", "345号", "〔2022〕345", "广电发〔2022〕 345 号",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "written",
    ["广电发〔2022〕345号", "广电发[2022]345号", "廣電發（２０２２）３４５號", "广电发〔2022〕 345 号"],
)
def test_a_document_number_is_found_in_all_its_writings(typed, written):
    assert is_answered(typed, f"根据《{written}》的要求，各机构应当自查。")


@pytest.mark.parametrize(
    "typed", ["广电发〔2022〕34号", "45号", "〔2022〕3 5", "广电发〔022〕345号", "广电发〔2022]34]"]
)
def test_another_document_number_is_not_found(typed):
    assert not is_answered(typed, "根据《广电发〔2022〕345号》的要求")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("網絡微短劇", "网络微短剧"), ("网络微短剧", "網絡微短劇"), ("臺灣", "台湾"), ("發行", "发行"), ("里", "裏"),
        ("ＴＡＯ　１２", "tao 12"), ("T/DEMO 001-2026", "T/DEMO 001—2026"), ("t／demo 001─2026", "T/DEMO 001-2026"),
        ("Café", "CAFE\u0301"), ("“约章”", "「约章」"), ("约⺠", "约民"), ("ｶﾞ", "ガ"), ("喆\U000e0100祎", "喆祎"),
    ],
)  # fmt: skip
def test_other_writings_of_the_same_are_the_same(typed, text):
    assert is_answered(typed, text)


@pytest.mark.parametrize(
    "typed", ["91990000MA", "91990000ma0000007x", "91", "9199", "北辰 9199", "样例 91990000MA0000007"]
)
def test_a_code_is_found_by_its_first_signs(typed):
    assert is_answered(typed, "北辰样例传媒 91990000MA0000007X")


def test_a_code_is_not_found_by_its_middle_and_a_closed_word_is_a_whole_one():
    text = "北辰样例传媒 91990000MA0000007X"
    assert not is_answered("0000007X", text)
    assert not is_answered("(9199)", text)
    assert not is_answered("9199 北辰", text)


@pytest.mark.parametrize("typed", ["剧", "一", "𠮷", "😀", "9"])
def test_a_single_sign_finds_a_text_that_holds_it(typed):
    assert is_answered(typed, "第一部微短剧，𠮷田😀，9 集")


def test_a_joined_emoji_and_a_character_beyond_the_first_plane_are_found():
    assert is_answered("👨‍👩‍👧家", "“👨‍👩‍👧家”直播间")
    assert is_answered("𠮷田", "𠮷田样例")
    assert not is_answered("吉田", "𠮷田样例")


@pytest.mark.parametrize("typed", ["", "   ", "，。！", "\u200b\u200d", "\ud800", "'\"\\%_"])
def test_a_question_of_signs_alone_asks_for_nothing(typed):
    assert not ask(typed)


def test_words_typed_apart_may_stand_apart_and_words_typed_together_must_stand_together():
    text = "晨曦样例影视与北辰样例传媒签署自律公约"
    for typed in ("晨曦 公约", "公约，晨曦", "晨曦、北辰", "晨曦；公约"):
        assert is_answered(typed, text)
    for typed in ("晨曦公约", "晨曦 南辰", "影视北辰"):
        assert not is_answered(typed, text)


def test_all_pairs_being_there_is_not_enough_for_the_database():
    text = "文化传媒与网络传播"
    assert set(ask("文化传播").terms) <= set(terms(text))
    assert not ask("文化传播").stands_in(plain(text))


def test_a_very_long_question_is_understood_up_to_its_limit():
    text = "约章" * 1000 + "末"
    assert is_answered("约章" * 500, text)
