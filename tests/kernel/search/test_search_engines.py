"""What every engine must do. `app` comes on SQLite, with the index on disk, and on PostgreSQL, with the index in it."""

import itertools
import random
import threading
from datetime import date, timedelta

import pytest

from association.kernel.db import db, session
from association.kernel.search.analysis import ask, plain
from association.kernel.search.engine import Busy, Document, Filters
from association.kernel.search.postgres_engine import PostgresEngine
from association.kernel.search.whoosh_engine import WhooshEngine

DAY = date(2026, 1, 1)


def document(
    key: str, title: str = "", body: str = "", *, day: int = 0, version: int = 1, **more: object
) -> Document:
    facts = {"kind": "rule", "audience": "public", "facets": frozenset()} | more
    return Document(key=key, version=version, title=title, body=body, dated_on=DAY + timedelta(day), **facts)


@pytest.fixture
def make_engine(app, tmp_path):
    """Makes engines over one and the same index, as several processes have them."""
    if db.engine.dialect.name == "postgresql":
        return lambda patience=5.0: PostgresEngine(patience=patience)
    return lambda patience=5.0: WhooshEngine(tmp_path / "index", patience=patience)


@pytest.fixture
def engine(make_engine):
    return make_engine()


def found(engine, typed: str, **how: object) -> list[str]:
    return sorted(engine.find(ask(typed), limit=1000, **how).keys)


def test_without_an_index_nothing_is_found_and_nothing_fails(engine):
    assert engine.find(ask("晨曦"), limit=10).keys == ()
    assert engine.contents() == {}
    assert engine.generation == engine.generation


def test_an_empty_question_finds_nothing(engine):
    engine.apply(put=[document("a", "晨曦")])
    assert engine.find(ask("，"), limit=10).keys == ()


def test_documents_with_all_terms_are_found_and_no_others(engine):
    engine.apply(
        put=[
            document("a", "晨曦样例影视", "登记于九九"),
            document("b", "北辰样例传媒", "与晨曦合作"),
            document("c", "南辰样例传媒", "代码91990000MA0000007X，𠮷田😀"),
        ]
    )
    assert found(engine, "晨曦") == ["a", "b"]
    assert found(engine, "晨曦 影视") == ["a"]
    assert found(engine, "样例") == ["a", "b", "c"]
    assert found(engine, "曦") == ["a", "b"]
    assert found(engine, "919900") == ["c"]
    assert found(engine, "𠮷田") == ["c"]
    assert found(engine, "😀") == ["c"]
    assert found(engine, "西辰") == []


def test_every_part_of_many_texts_finds_its_text(engine):
    dice = random.Random(20261123)
    texts = {
        f"k{n}": "".join(dice.choices("网络微短剧样例传媒审核通则第一二三条，。", k=80)) for n in range(60)
    }
    engine.apply(put=[document(key, body=body) for key, body in texts.items()])
    for key, body in texts.items():
        for _ in range(5):
            start = dice.randrange(70)
            part = body[start : start + dice.randrange(2, 10)]
            question = ask(part)
            if question:
                keys = engine.find(question, limit=100).keys
                true = {k for k, t in texts.items() if question.stands_in(plain(t))}
                assert key in keys
                assert true <= set(keys)


def test_putting_again_replaces_and_removing_forgets(engine):
    engine.apply(put=[document("a", "晨曦"), document("b", "晨曦")])
    engine.apply(put=[document("a", "北辰", version=2)], remove=["b", "never there"])
    assert found(engine, "晨曦") == []
    assert found(engine, "北辰") == ["a"]
    assert engine.contents() == {"a": 2}


def test_the_newest_come_first_when_asked_and_pages_follow_each_other(engine):
    engine.apply(put=[document(f"k{n:02}", "晨曦", day=n % 7) for n in range(30)])
    pages = [engine.find(ask("晨曦"), order="newest", offset=offset, limit=8) for offset in range(0, 32, 8)]
    keys = [key for page in pages for key in page.keys]
    assert keys == sorted((f"k{n:02}" for n in range(30)), key=lambda k: (-(int(k[1:]) % 7), k))
    assert [page.more for page in pages] == [True, True, True, False]
    assert not any(page.ranked for page in pages)


def test_filters_narrow_and_empty_filters_do_not(engine):
    engine.apply(
        put=[
            document("a", "晨曦", day=0, kind="rule", facets=frozenset({"province=11", "topic=x"})),
            document("b", "晨曦", day=1, kind="case", facets=frozenset({"province=11", "topic=y"})),
            document("c", "晨曦", day=2, kind="case", facets=frozenset({"province=31"}), audience="desk"),
        ]
    )
    for filters, keys in (
        (Filters(), ["a", "b", "c"]),
        (Filters(kinds=frozenset({"case"})), ["b", "c"]),
        (Filters(audiences=frozenset({"public"})), ["a", "b"]),
        (Filters(since=DAY + timedelta(1)), ["b", "c"]),
        (Filters(until=DAY + timedelta(1)), ["a", "b"]),
        (Filters(since=DAY + timedelta(1), until=DAY + timedelta(1)), ["b"]),
        (Filters(facets=frozenset({frozenset({"province=11", "province=31"})})), ["a", "b", "c"]),
        (Filters(facets=frozenset({frozenset({"province=11"}), frozenset({"topic=x", "topic=z"})})), ["a"]),
        (Filters(kinds=frozenset({"none"})), []),
    ):
        assert found(engine, "晨曦", filters=filters) == keys
        assert found(engine, "晨曦", filters=filters, order="newest") == keys


def test_the_generation_is_another_one_after_every_change(engine):
    seen = [engine.generation]
    for change in (
        lambda: engine.apply(put=[document("a", "晨曦")]),
        lambda: engine.apply(remove=["a"]),
        lambda: engine.rebuild([document("a", "晨曦")]),
        lambda: engine.rebuild([]),
    ):
        change()
        seen.append(engine.generation)
    assert len(set(seen)) == len(seen)
    assert engine.generation == seen[-1]


def test_another_process_sees_a_change_within_a_second(make_engine):
    writer, reader = make_engine(), make_engine()
    assert found(reader, "晨曦") == []
    writer.apply(put=[document("a", "晨曦")])
    threading.Event().wait(1.1)
    session.rollback()
    assert found(reader, "晨曦") == ["a"]


def test_a_rebuilt_index_holds_the_given_documents_alone(engine):
    engine.apply(put=[document("a", "晨曦"), document("b", "晨曦")])
    engine.rebuild(document(key, "晨曦", version=7) for key in "bc")
    assert engine.contents() == {"b": 7, "c": 7}
    assert found(engine, "晨曦") == ["b", "c"]
    engine.rebuild([])
    assert engine.contents() == {}
    assert found(engine, "晨曦") == []
    engine.apply(put=[document("d", "晨曦")])
    assert found(engine, "晨曦") == ["d"]


def test_a_rebuild_that_fails_half_way_leaves_the_old_index(engine):
    engine.apply(put=[document("a", "晨曦")])

    def breaking():
        yield from (document(f"n{n}", "北辰") for n in range(500))
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        engine.rebuild(breaking())
    assert engine.contents() == {"a": 1}
    assert found(engine, "晨曦") == ["a"]
    engine.rebuild([document("b", "晨曦")])
    assert engine.contents() == {"b": 1}


def test_a_change_that_fails_half_way_changes_nothing(engine):
    engine.apply(put=[document("a", "晨曦")])

    def breaking():
        yield document("b", "晨曦")
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        engine.apply(put=breaking(), remove=["a"])
    assert engine.contents() == {"a": 1}
    engine.apply(put=[document("b", "晨曦")])
    assert found(engine, "晨曦") == ["a", "b"]


def test_many_small_changes_leave_one_true_index(engine):
    dice = random.Random(7)
    truth: dict[str, int] = {}
    for round_ in range(1, 26):
        put = {f"k{dice.randrange(40)}" for _ in range(4)}
        gone = set(dice.sample(sorted(truth), min(2, len(truth)))) - put
        engine.apply(put=[document(key, f"晨曦{round_}", version=round_) for key in put], remove=gone)
        truth = {k: v for k, v in truth.items() if k not in gone} | dict.fromkeys(put, round_)
    assert engine.contents() == truth
    assert found(engine, "晨曦") == sorted(truth)


def test_whoever_writes_is_alone(make_engine, app):
    mine, other = make_engine(), make_engine(patience=0.2)
    outcomes: list[str] = []

    def write() -> None:
        with app.app_context():
            try:
                other.apply(put=[document("b", "晨曦")])
                outcomes.append("wrote")
            except Busy:
                outcomes.append("busy")

    with mine.alone():
        mine.apply(put=[document("a", "晨曦")])  # whoever holds the lock goes through
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert outcomes == ["busy"]
    write()
    assert outcomes == ["busy", "wrote"]
    assert set(mine.contents()) | {"b"} == {"a", "b"}


def test_writers_at_the_same_time_lose_nothing(make_engine, app):
    def write(name: str) -> None:
        with app.app_context():
            engine = make_engine(patience=30.0)
            for n in range(6):
                engine.apply(put=[document(f"{name}{n}", "晨曦")])

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found(make_engine(), "晨曦") == sorted(f"{a}{n}" for a, n in itertools.product("abc", range(6)))


def test_reading_goes_on_while_others_write(make_engine, app):
    engine = make_engine()
    engine.apply(put=[document(f"k{n}", "晨曦", "样例" * 50) for n in range(50)])
    faults: list[Exception] = []
    done = threading.Event()

    def read() -> None:
        with app.app_context():
            try:
                while not done.is_set():
                    assert len(engine.find(ask("晨曦"), limit=100).keys) >= 50
                    session.rollback()
            except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
                faults.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for thread in readers:
        thread.start()
    for n in range(12):
        engine.apply(put=[document(f"new{n}", "晨曦")])
    engine.rebuild([document(f"k{n}", "晨曦") for n in range(60)])
    done.set()
    for thread in readers:
        thread.join()
    assert faults == []
    assert len(found(engine, "晨曦")) == 60
