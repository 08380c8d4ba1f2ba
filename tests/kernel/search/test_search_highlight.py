"""Hits are marked in the text as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.kernel.search.analysis import ask, pieces, plain
from association.kernel.search.folding import fold
from association.kernel.search.highlight import ELLIPSIS, segments, snippet

ALPHABET = "网络微短劇样例传媒，。（）〔〕 \n\tAb19éㄅ😀👨👩👧\u200d\ufe0f\u0301𠮷<&>\"'"
texts = st.text(st.sampled_from(ALPHABET), max_size=300)


def hits(text: str, typed: str) -> list[str]:
    return [s.text for s in segments(text, ask(typed)) if s.is_hit]


@given(text=texts, typed=texts)
def test_segments_joined_are_the_text(text, typed):
    assert "".join(s.text for s in segments(text, ask(typed))) == text


@given(text=texts, typed=texts, width=st.integers(30, 150))
def test_a_snippet_is_a_part_of_the_text_and_no_longer_than_asked(text, typed, width):
    shown = snippet(text, ask(typed), width=width)
    whole = " ".join(text.split())
    inner = "".join(s.text for s in shown if s.text != ELLIPSIS)
    assert inner in whole
    assert len(inner) <= width + 60  # joined emoji are not parted
    assert all(s.text for s in shown)


@given(text=texts, start=st.integers(0, 200), length=st.integers(2, 20))
def test_what_is_found_is_marked(text, start, length):
    typed = text[start : start + length]
    question = ask(typed)
    if question and question.stands_in(plain(text)):
        marked = segments(text, question)
        assert any(s.is_hit for s in marked)
        for segment in marked:
            if segment.is_hit:
                assert any(pieces(word)[0] in plain(segment.text) for word in question.words)


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("《网络微短剧》管理", "微短劇", ["微短剧"]),
        ("依据广电发（２０２２） 345 號办理", "广电发〔2022〕345号", ["广电发（２０２２） 345 號"]),
        ("短剧与微短剧", "微短剧 短剧", ["短剧", "微短剧"]),
        ("代码91990000MA0000007X。", "9199", ["9199"]),
        ("1345号、345号", "345号", ["345号"]),
        ("345号，34号", "34号", ["34号"]),
        ("𠮷田与吉田", "𠮷田", ["𠮷田"]),
        ("网\u200b络", "网络", ["网\u200b络"]),
        ("Cafe\u0301 au lait", "café", ["Cafe\u0301"]),
        ("晨曦", "北辰", []),
        ("", "晨曦", []),
    ],
)
def test_the_marked_part_is_as_it_was_written(text, typed, marked):
    assert hits(text, typed) == marked


def test_markup_in_a_text_stays_text():
    assert segments("<b>晨曦</b>", ask("晨曦")) == [("<b>", False), ("晨曦", True), ("</b>", False)]


def test_a_snippet_begins_near_the_place_with_most_of_the_words():
    text = "开头提到公约。" + "其他内容。" * 60 + "晨曦样例影视签署了公约。" + "结尾。" * 60
    shown = snippet(text, ask("晨曦 公约"), width=40)
    assert shown[0] == (ELLIPSIS, False)
    assert shown[-1] == (ELLIPSIS, False)
    assert [s.text for s in shown if s.is_hit] == ["晨曦", "公约"]
    assert shown[1] == ("晨曦", True)


def test_a_snippet_without_a_hit_is_the_beginning():
    assert snippet("一二三四五六七八九十" * 10, ask("没有"), width=30) == [
        ("一二三四五六七八九十" * 3, False),
        (ELLIPSIS, False),
    ]


def test_a_snippet_parts_no_joined_emoji():
    text = "家" * 29 + "👨‍👩‍👧" + "人" * 50
    shown = snippet(text, ask("无关"), width=30)
    assert shown[0].text.endswith("👨‍👩‍👧")


def test_a_snippet_of_a_very_long_text_is_quick_and_folded_words_are_marked():
    text = "规则" * 200_000 + "晨曦"
    assert snippet(text, ask("规则"), width=30)[0] == ("规则", True)
    assert fold("規則") == "规则"
