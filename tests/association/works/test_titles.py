"""The title hint finds words however they are written, says which, and says what it cannot see."""

import pytest

from association.works.faults import TitleFault
from association.works.titling import TitleWords, look_over

E, R, V, W = TitleFault.ETHICS, TitleFault.REVENGE, TitleFault.VULGAR, TitleFault.WEALTH
H, M, L, X, T = (
    TitleFault.HOMOPHONE,
    TitleFault.MEANINGLESS,
    TitleFault.LONG,
    TitleFault.EXAGGERATED,
    TitleFault.TYCOON,
)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("晨曦里的河灯", {}),
        ("样例灯塔", {}),
        ("样例之替姐出嫁", {E: "替姐出嫁"}),
        ("嫂嫂与样例小叔", {E: "嫂嫂与样例小叔"}),
        ("样例：血债血偿", {R: "血债血偿"}),
        ("样例一夜情", {V: "一夜情"}),
        ("样例豪門之路", {W: "豪門"}),
        ("样例 豪·门", {W: "豪·门"}),
        ("１００亿的样例", {W: "１００亿"}),
        ("样例杯具", {H: "杯具"}),
        ("样例栓Ｑ", {H: "栓Ｑ"}),
        ("ＹＹＤＳ", {M: "ＹＹＤＳ"}),
        ("404", {M: "404"}),
        ("样样样样样例", {M: "样样样样样"}),
        ("样例最強小店", {X: "最強"}),
        ("样例霸總的一天", {T: "霸總"}),
    ],
)
def test_words_are_found_as_they_were_written(app, title, found):
    hits = look_over(title, TitleWords.of_today())
    assert {hit.fault: hit.found for hit in hits} == found


def test_a_name_that_is_a_sentence_is_said_to_be_one(app):
    words = TitleWords.of_today()
    assert [hit.fault for hit in look_over("样例，你到底去了哪里", words)] == [L]
    (long,) = look_over("这一部样例的名字实在是长得叫人记不住", words)
    assert (long.fault, str(long.reason)) == (L, "有18个字，超过15个字。")
    assert look_over("样例来了！", words) == []
