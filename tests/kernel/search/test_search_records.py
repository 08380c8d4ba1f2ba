"""What features write is found as the database allows it, whatever the index knows."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from association.kernel import jobs
from association.kernel.db import session
from association.kernel.policy import VISITOR, Actor
from association.kernel.search import records, syncing
from association.kernel.search.finding import COUNTED
from association.kernel.search.models import SearchRecord
from association.kernel.search.site import search
from association.kernel.transactions import writing

DAY = date(2026, 1, 1)
REGISTRAR = Actor(account_id=1, roles=frozenset({"registrar"}))
READER = Actor(account_id=2)


def publish(key: str = "rule:1", *, title: str = "晨曦公约", body: str = "", **more: object) -> None:
    facts = {"kind": "rule", "url": f"/{key}/", "dated_on": DAY} | more
    records.publish(key=key, title=title, body=body, **facts)


def published(key: str = "rule:1", **facts: object) -> None:
    """Written and brought to the index."""
    with writing():
        publish(key, **facts)
    records.sync()


def keys(q: str, actor: Actor = VISITOR, **how: object) -> list[str]:
    session.rollback()
    return [hit.key for hit in records.find(q, actor, **how).hits]


def test_what_is_published_is_found_once_the_worker_has_been_there(app):
    with writing():
        publish(
            title="晨曦样例影视有限公司",
            body="曾用名：黎明样例影视",
            facets={"province": "99", "kind": ["studio", "mcn"]},
        )
    jobs.run_due()
    found = records.find("黎明", VISITOR)
    [hit] = found.hits
    assert (found.count, found.capped, found.kinds) == (1, False, {"rule": 1})
    assert (hit.key, hit.kind, hit.title, hit.url, hit.dated_on) == (
        "rule:1", "rule", "晨曦样例影视有限公司", "/rule:1/", DAY,
    )  # fmt: skip
    assert hit.facets == {"province": "99", "kind": ["mcn", "studio"]}
    assert hit.title_segments == [("晨曦样例影视有限公司", False)]
    assert hit.snippet == [("曾用名：", False), ("黎明", True), ("样例影视", False)]


def test_what_is_rolled_back_was_never_there(app):
    def failing_deed() -> None:
        with writing():
            publish()
            raise LookupError

    with pytest.raises(LookupError):
        failing_deed()
    jobs.run_due()
    assert keys("晨曦") == []
    assert session.scalar(select(func.count()).select_from(SearchRecord)) == 0


def test_what_is_withdrawn_is_gone_before_the_index_knows(app):
    published()
    assert keys("晨曦") == ["rule:1"]
    with writing():
        records.withdraw("rule:1")
    assert "rule:1" in search().engine.contents()
    assert keys("晨曦") == []
    assert records.find("晨曦", VISITOR).count == 0


def test_a_withdrawn_record_loses_its_texts_at_once_and_its_row_with_the_index(app):
    published(title="甘样例", body="甘样例的处理决定")
    with writing():
        records.withdraw("rule:1")
    row = session.scalar(select(SearchRecord))
    assert (row.title, row.body, row.plain_title, row.plain_body, row.facets) == ("", "", "", "", {})
    records.sync()
    assert session.scalar(select(SearchRecord)) is None
    assert search().engine.contents() == {}


def test_withdrawing_what_is_not_there_does_nothing(app):
    with writing():
        records.withdraw("rule:404")
    assert jobs.backlog() == 0


def test_what_is_published_again_after_being_withdrawn_is_found_again(app):
    for synced_between in (False, True):
        published()
        with writing():
            records.withdraw("rule:1")
        if synced_between:
            records.sync()
        published(title="晨曦新公约")
        assert keys("晨曦") == ["rule:1"]
        assert syncing.compare().agree


def test_a_changed_text_answers_only_what_it_says_now_even_before_the_index_knows(app):
    published(title="晨曦公约", body="甲方乙方")
    with writing():
        publish(title="晨曦公约", body="丙方")
    assert keys("甲方") == []
    assert keys("晨曦公约") == ["rule:1"]
    records.sync()
    assert keys("甲方") == []
    assert keys("丙方") == ["rule:1"]


def test_publishing_the_same_again_promises_no_work(app):
    published(facets={"kind": ("b", "a")})
    jobs.run_due()
    with writing():
        publish(facets={"kind": ["a", "b"]})
    assert jobs.backlog() == 0
    assert session.scalar(select(SearchRecord.indexed_at)) is not None


def test_an_audience_finds_what_is_meant_for_it_and_nobody_else_does(app):
    published("rule:1")
    published("case:1", title="晨曦案卷", audience="organisations.VERIFY")
    published("case:2", title="晨曦旧案", audience="nowhere.RENAMED")
    assert keys("晨曦") == ["rule:1"]
    assert keys("晨曦", READER) == ["rule:1"]
    assert sorted(keys("晨曦", REGISTRAR)) == ["case:1", "rule:1"]
    assert records.find("晨曦", VISITOR).kinds == {"rule": 1}


def test_a_narrowed_audience_counts_at_once(app):
    published()
    with writing():
        publish(audience="organisations.VERIFY")
    assert keys("晨曦") == []
    assert records.find("晨曦", VISITOR).count == 0


def test_kinds_facets_and_days_narrow_and_kinds_are_counted(app):
    for n in range(6):
        published(
            f"x:{n}",
            kind="case" if n % 2 else "rule",
            dated_on=DAY + timedelta(n),
            facets={"province": str(n % 3)},
        )
    assert sorted(keys("晨曦", kinds=["case"])) == ["x:1", "x:3", "x:5"]
    assert records.find("晨曦", VISITOR, kinds=["case"]).kinds == {"rule": 3, "case": 3}
    assert sorted(keys("晨曦", facets={"province": ["0", "1"]})) == ["x:0", "x:1", "x:3", "x:4"]
    assert keys("晨曦", since=DAY + timedelta(4), order="newest") == ["x:5", "x:4"]
    assert keys("晨曦", until=DAY) == ["x:0"]
    assert keys("晨曦", kinds=["case"], facets={"province": "2"}, since=DAY) == ["x:5"]


def test_hits_in_titles_come_first_and_pages_follow_each_other(app):
    with writing():
        for n in range(25):
            in_title = n % 5 == 0
            publish(
                f"x:{n:02}", title="晨曦" if in_title else "公告", body="" if in_title else "提到晨曦",
                dated_on=DAY + timedelta(n),
            )  # fmt: skip
    records.sync()
    pages = [keys("晨曦", offset=offset, limit=10) for offset in (0, 10, 20, 30)]
    everything = [key for page in pages for key in page]
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert sorted(everything) == [f"x:{n:02}" for n in range(25)]
    assert sorted(everything[:5]) == ["x:00", "x:05", "x:10", "x:15", "x:20"]
    newest = keys("晨曦", order="newest", limit=25)
    assert newest == sorted(newest, reverse=True)


def test_counting_stops_at_a_thousand_and_says_so(app):
    with writing():
        for n in range(COUNTED + 5):
            publish(f"x:{n:04}", dated_on=DAY + timedelta(n))
    records.sync()
    found = records.find("晨曦", VISITOR)
    assert (found.count, found.capped) == (COUNTED, True)
    whole = records.find("晨曦", VISITOR, limit=2 * COUNTED)
    assert (whole.count, whole.capped, len(whole.hits)) == (COUNTED + 5, False, COUNTED + 5)


def test_texts_that_only_have_all_the_pairs_are_sifted_out_however_many_they_are(app):
    with writing():
        for n in range(1100):
            publish(f"near:{n:04}", title="文化传媒与网络传播", dated_on=DAY + timedelta(n))
        publish("true:1", title="文化传播有限公司", dated_on=DAY)
    records.sync()
    found = records.find("文化传播", VISITOR)
    assert [hit.key for hit in found.hits] == ["true:1"]
    assert (found.count, found.capped) == (1, False)


def test_an_answer_kept_for_a_while_never_shows_what_changed_since(app):
    published("rule:1")
    published("rule:2")
    assert sorted(keys("晨曦")) == ["rule:1", "rule:2"]
    with writing():
        publish("rule:1", title="北辰公约")
    assert keys("晨曦") == ["rule:2"]
    with writing():
        records.withdraw("rule:2")
    assert keys("晨曦") == []
    published("rule:3")
    assert keys("晨曦") == ["rule:3"]


@pytest.mark.parametrize("q", ["", " ", "，", "\0", "\ud800"])
def test_an_empty_question_finds_nothing(app, q):
    published()
    found = records.find(q, VISITOR)
    assert (found.hits, found.count) == ([], 0)
    assert not found.question


@pytest.mark.parametrize("q", ["%", "_", "100%", "a_b", "'; drop table x; --", "晨曦 & | ! <-> :*", "\\"])
def test_signs_that_mean_something_to_a_database_mean_nothing_here(app, q):
    published(body="完成100分，axb")
    records.find(q, VISITOR)
    assert keys("完成100分") == ["rule:1"]
    assert keys("a_b") == []


def test_texts_no_database_keeps_are_stored_without_the_signs_at_fault(app):
    published(title="晨\0曦\ud800公约𠮷", body="👨‍👩‍👧\0")
    assert keys("晨曦公约𠮷") == ["rule:1"]
    assert keys("👨‍👩‍👧") == ["rule:1"]


def test_a_title_longer_than_any_column_is_kept_whole(app):
    published(title="晨曦" + "长" * 2000 + "尾巴")
    assert keys("长尾巴") == ["rule:1"]
