"""Search, judged: nDCG@10, recall@50 and the misses of our two engines, beside a plain Whoosh; and, with `--full`, 100,000 documents."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import insert, select

from app import create_app
from association.kernel import dated
from association.kernel.db import db, session
from association.kernel.policy import VISITOR
from association.kernel.search import records
from association.kernel.search.analysis import plain
from association.kernel.search.engine import Document
from association.kernel.search.records import SearchRecord
from association.kernel.search.site import search
from association.kernel.settings import Settings
from association.kernel.transactions import writing
from bench import judging, plain_whoosh
from tests import postgres
from tests.journeys.server import ROOT, WORK_OFF, environment, flask

FILES = ("demo.tsv", "law.tsv")
FEW, MANY = 1_000, 100_000
ASKED = (
    "晨曦",
    "北辰样例",
    "片名审核",
    "核对记录 六个月",
    "第十二条",
    "样例 99",
    "chenxi",
    "推广素材应当取自正片吗",
)


@dataclass(frozen=True, slots=True)
class Judgement:
    engine: str
    verdict: judging.Verdict
    asked: int


def judgements(folder: Path) -> list[Judgement]:
    """Of each engine over the demo and, where they are, the regulations."""
    found = []
    with _told(folder / "judged") as names:
        asked = judging.judged(*names)
        found.append(Judgement("Whoosh, ours", judging.verdict(asked, judging.ours), len(asked)))
        public = select(SearchRecord).where(
            SearchRecord.audience == "public", SearchRecord.withdrawn.is_(False)
        )
        rows = session.scalars(public).all()
        for how in plain_whoosh.FIELDS:
            find = plain_whoosh.over(rows, folder / f"plain-{how}", how, most=judging.DEEP)
            found.append(Judgement(f"Whoosh, plain ({how})", judging.verdict(asked, find), len(asked)))
    if postgres.is_possible():
        with (
            postgres.running() as url,
            _told(folder / "judged-pg", YUEZHANG_DATABASE=url, YUEZHANG_SEARCH="postgresql") as names,
        ):
            asked = judging.judged(*names)
            found.append(Judgement("PostgreSQL, ours", judging.verdict(asked, judging.ours), len(asked)))
    return found


@contextmanager
def _told(data: Path, **more: str) -> Iterator[tuple[str, ...]]:
    """The demo, and the regulations where they are, in the index; gives the files of questions that can be asked."""
    data.mkdir()
    (data / "mode").write_text("demo\n")
    env = environment(data, 0, **more)
    flask("site", "prepare", env=env)
    texts = sorted(judging.REGULATIONS.glob("*.md"))
    if texts:
        flask("rules", "import", *map(str, texts), env=env)
    subprocess.run([sys.executable, "-c", WORK_OFF], cwd=ROOT, env=env, capture_output=True, check=True)
    app = create_app(Settings.from_environ(env))
    with app.app_context(), app.test_request_context():
        records.sync()
        yield FILES if texts else FILES[:1]
        session.remove()
        db.engine.dispose()


def told(found: list[Judgement]) -> Iterator[str]:
    """As lines: a table, then what each of our engines missed."""
    width = max(len(one.engine) for one in found)
    yield f"{'judged questions':<{width}}  asked  nDCG@{judging.FIRST}  recall@{judging.DEEP}  missed"
    for one in found:
        v = one.verdict
        yield f"{one.engine:<{width}}  {one.asked:>5}  {v.ndcg:>7.3f}  {v.recall:>9.3f}  {len(v.missed):>6}"
    for one in found:
        if "ours" in one.engine:
            yield f"{one.engine} missed: " + "; ".join(f"{m.question} ({m.why})" for m in one.verdict.missed)


def large(folder: Path) -> tuple[float, float, float, float]:
    """Seconds a document to index and seconds a question, among 1,000 and among 100,000."""
    few = _measured(folder / "search-few", FEW)
    many = _measured(folder / "search-many", MANY)
    return (*few, *many)


def _measured(data: Path, count: int) -> tuple[float, float]:
    data.mkdir()
    app = create_app(Settings.from_environ(environment(data, 0, YUEZHANG_MODE="live")))
    with app.app_context():
        db.create_all()
        with writing():
            dated.plant()
        _fill(count)
        began = time.perf_counter()
        search().engine.rebuild(_documents())
        indexing = (time.perf_counter() - began) / count
        asking = _asking()
        db.engine.dispose()
    return indexing, asking


def _fill(count: int) -> None:
    for start in range(0, count, 2_000):
        with writing():
            session.execute(insert(SearchRecord), [_row(n) for n in range(start, min(start + 2_000, count))])


_SIGNS = "晨曦北辰白鹭云杉拾光南风青禾远山长桥松烟星河片名审核推广素材退款答复未成年人拍摄记录保存核对"


def _row(n: int) -> dict[str, object]:
    title = f"{_SIGNS[n % 46]}{_SIGNS[n // 46 % 46]}样例{n}"
    parts = (
        f"第{(n * 7 + k) % 97 + 1}项{_SIGNS[(n * k + k) % 40 :][:6]}应当保存核对记录" for k in range(1, 9)
    )
    body = "。".join(parts)
    return {
        "key": f"x:{n}", "version": n + 1, "kind": "notice", "audience": "public", "dated_on": date(2020 + n % 6, 1 + n % 12, 1 + n % 28),
        "url": f"/x/{n}/", "title": title, "body": body, "plain_title": plain(title), "plain_body": plain(body), "facets": {},
        "concerns": [], "withdrawn": False, "indexed_at": None,
    }  # fmt: skip


def _documents() -> Iterator[Document]:
    rows = select(SearchRecord).order_by(SearchRecord.id).execution_options(yield_per=1_000)
    for row in session.scalars(rows):
        yield row.document


def _asking() -> float:
    """The median of a question asked for the first time."""
    taken = []
    for round_ in range(5):
        for q in ASKED:
            began = time.perf_counter()
            # Until another day each time, so that nothing remembered answers.
            records.find(q, VISITOR, limit=10, near=10, until=date(2030, 1, 1 + round_))
            taken.append(time.perf_counter() - began)
    return statistics.median(taken[len(ASKED) :])
