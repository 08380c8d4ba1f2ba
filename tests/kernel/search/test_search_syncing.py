"""The index follows the rows: whatever dies or is damaged on the way, nothing is lost and nothing costs more than it should."""

from datetime import date

from sqlalchemy import event, func, select

from association.kernel import jobs
from association.kernel.db import db, session
from association.kernel.policy import VISITOR, Actor
from association.kernel.search import records, syncing
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


def test_a_deed_between_reading_and_marking_is_not_lost(app):
    """The worker has read version 1; somebody publishes version 2 before it marks its work."""
    with writing():
        publish(title="晨曦")
    syncing_stopped = search().engine.apply

    class Interrupted:
        """The engine, with a deed in the middle of its writing."""

        def __getattr__(self, name: str) -> object:
            return getattr(engine, name)

        def apply(self, **what: object) -> None:
            syncing_stopped(**what)
            search().engine = engine
            with writing():
                publish(title="北辰")

    engine = search().engine
    search().engine = Interrupted()
    try:
        records.sync()
    finally:
        search().engine = engine
    assert keys("北辰") == ["rule:1"]
    assert syncing.compare().agree


def test_a_worker_that_dies_between_index_and_mark_does_it_again(app):
    with writing():
        publish()
    row = session.scalar(select(SearchRecord))
    search().engine.apply(put=[row.document])  # and no mark
    session.rollback()
    assert syncing.compare().waiting == ("rule:1",)
    records.sync()
    assert syncing.compare().agree
    assert search().engine.contents() == {"rule:1": 1}


def test_the_index_is_mended_whatever_befell_it(app):
    for n in range(3):
        published(f"x:{n}")
    [document, *_] = [row.document for row in session.scalars(select(SearchRecord).order_by(SearchRecord.id))]
    session.rollback()
    search().engine.apply(remove=["x:1"])
    search().engine.apply(
        put=[document.__class__(**{f: getattr(document, f) for f in document.__slots__} | {"key": "ghost"})]
    )
    found = syncing.compare()
    assert (found.missing, found.left_over, found.agree) == (("x:1",), ("ghost",), False)
    assert syncing.mend() == 2
    assert syncing.compare().agree
    search().engine.rebuild([])
    assert syncing.mend() == 3
    assert sorted(keys("晨曦")) == ["x:0", "x:1", "x:2"]
    assert syncing.mend() == 0


def test_a_rebuilt_index_agrees_and_forgets_the_withdrawn(app):
    published("x:0")
    with writing():
        publish("x:1")
        records.withdraw("x:0")
    assert syncing.rebuild() == 1
    assert syncing.compare().agree
    assert session.scalar(select(func.count()).select_from(SearchRecord)) == 1
    jobs.run_due()
    assert keys("晨曦") == ["x:1"]


def test_many_deeds_reach_the_index_in_one_commit(app):
    before = search().engine.generation
    for n in range(20):
        with writing():
            publish(f"x:{n}")
    jobs.run_due()
    after = search().engine.generation
    assert before != after
    assert len(keys("晨曦", limit=50)) == 20
    assert jobs.backlog() == 0
    jobs.run_due()
    assert search().engine.generation == after


def test_a_page_of_hits_costs_the_same_few_statements_however_many_there_are(app):
    with writing():
        for n in range(300):
            publish(f"x:{n}", title="晨曦" if n < 200 else "北辰")
    records.sync()

    def statements(q: str) -> int:
        seen: list[str] = []

        def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            seen.append(statement)

        session.rollback()
        event.listen(db.engine, "before_cursor_execute", note)
        try:
            records.find(q, VISITOR)
        finally:
            event.remove(db.engine, "before_cursor_execute", note)
        return sum("select" in s.lower() for s in seen)

    first = statements("晨曦")
    assert first == statements("北辰") <= 8
    assert statements("晨曦") < first  # answered from what is remembered, and looked at again
