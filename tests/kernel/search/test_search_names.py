"""Names are found by their reading, with most of their words, and with one sign wrong."""

from datetime import date

import pytest
from sqlalchemy import update

from association.kernel.db import session
from association.kernel.policy import VISITOR
from association.kernel.search import readings, records
from association.kernel.search.analysis import plain
from association.kernel.search.models import SearchRecord
from association.kernel.transactions import writing

DAY = date(2026, 1, 1)
NAME = "晨曦样例影视有限公司"


def publish(key: str, title: str, body: str = "", **more: object) -> None:
    facts = {"kind": "rule", "url": f"/{key}/", "dated_on": DAY} | more
    with writing():
        records.publish(key=key, title=title, body=body, **facts)


def keys(q: str, **how: object) -> list[str]:
    session.rollback()
    return [hit.key for hit in records.find(q, VISITOR, **how).hits]


def near(q: str) -> list[str]:
    session.rollback()
    return [hit.key for hit in records.find(q, VISITOR, near=10).near]


@pytest.mark.parametrize(
    ("typed", "cut"),
    [("chenxi", "chen xi"), ("Beichen", "bei chen"), ("fangan", "fang an"), ("chenxiy", "chen xi y"), ("cxyl", ""), ("xian", ""), ("hello", ""), ("晨曦", "")],
)  # fmt: skip
def test_letters_are_cut_into_syllables_where_they_are_pinyin(typed, cut):
    assert readings.split(typed) == cut


def test_cutting_a_long_row_of_letters_ends(app):
    assert readings.split("an" * 12)
    assert readings.split("an" * 11 + "zz") == ""


@pytest.mark.parametrize("q", ["chenxi", "chen xi", "CHENXI", "yangli", "cxyl", "ylys", "chenx"])
def test_a_name_is_found_by_its_reading(app, q):
    publish("organisation:1", NAME)
    publish("organisation:2", "北辰样本传媒有限公司")
    records.sync()
    assert keys(q)[0] == "organisation:1"


def test_what_is_written_so_comes_before_what_is_only_read_so(app):
    publish("rule:1", "爱护观众")
    publish("rule:2", "推广素材", "不得冒用AI修复的名义")
    records.sync()
    assert keys("AI") == ["rule:2", "rule:1"]


def test_what_also_finds_is_shown_nowhere(app):
    publish("rule:1", "广告样例", "正文。", also="简称样告")
    records.sync()
    [hit] = records.find("样告", VISITOR).hits
    assert "样告" not in "".join(text for text, _ in hit.snippet)


def test_a_sentence_leads_to_what_has_most_of_its_words_after_what_has_all(app):
    publish("rule:1", "片名规范", "片名不得使用低俗、粗俗的字词。")
    publish("rule:2", "退款规则", "收到申请后五日内答复。")
    records.sync()
    assert keys("请问片名能不能用低俗字词") == []
    assert near("请问片名能不能用低俗字词") == ["rule:1"]
    assert near("没有这样的事") == []


def test_what_has_lost_the_words_is_not_near_even_before_the_index_knows(app):
    publish("rule:1", "片名规范", "片名不得使用低俗、粗俗的字词。")
    records.sync()
    publish("rule:1", "规范", "已改。")
    assert near("请问片名能不能用低俗字词") == []
    with writing():
        records.withdraw("rule:1")
    assert near("请问片名能不能用低俗字词") == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("陈曦样例", "晨曦样例"), ("晨曦样列影视", "晨曦样例影视"), ("晨曦样影视", "晨曦样例影视"), ("完全两样", ""), ("x", "")],
)  # fmt: skip
def test_a_wrong_sign_is_asked_about(app, typed, meant):
    publish("organisation:1", NAME)
    records.sync()
    assert records.meant(typed) == meant


def test_nothing_closed_is_meant(app):
    publish("work:1", NAME, audience="works.LIST_WORKS")
    records.sync()
    assert records.meant("陈曦样例") == ""


def test_parts_of_a_thing_are_exactly_those_kept_last(app):
    def part(number: int, text: str) -> records.Entry:
        return records.Entry(
            key=f"clause:1:{number}",
            kind="clause",
            title=f"样例 第{number}条",
            body=text,
            url=f"/x/#p-{number}",
            dated_on=DAY,
        )

    with writing():
        records.keep("clause:1:", [part(1, "甲事"), part(2, "乙事")])
    records.sync()
    assert keys("乙事") == ["clause:1:2"]
    with writing():
        records.keep("clause:1:", [part(1, "甲事丙")])
    assert keys("乙事") == []
    records.sync()
    assert keys("甲事") == ["clause:1:1"]


def test_one_page_takes_three_of_the_first_ten_places(app):
    for n in range(6):
        publish(f"clause:1:{n}", f"规范 第{n}条", "片名片名片名", url=f"/long/#p-{n}")
    publish("notice:1", "关于某事的通报", "也说到片名，还有很多别的事情要说明。")
    records.sync()
    assert keys("片名").index("notice:1") == 3
    assert len(keys("片名")) == 7


def test_rows_from_before_readings_get_theirs_once(app):
    publish("organisation:1", NAME)
    records.sync()
    with writing():
        session.execute(update(SearchRecord).values(plain_title=plain(NAME)))
    with writing():
        records.renew()
    records.sync()
    assert keys("chenxi") == ["organisation:1"]
    version = session.scalar(session.query(SearchRecord.version).statement)
    with writing():
        records.renew()
    assert session.scalar(session.query(SearchRecord.version).statement) == version
