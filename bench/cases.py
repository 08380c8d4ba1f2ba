"""Browsing a hundred thousand published cases by any filter, with the numbers beside every choice, against the plain page: the list of a hundred, drawn
anew under the same server."""

from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import insert

from app import create_app
from association.kernel import clock, dated
from association.kernel.db import db, session
from association.kernel.settings import Settings
from association.kernel.transactions import writing
from association.organisations.models import Kind
from bench import rows
from bench.load import served, side_by_side
from bulletins.articles.models import ArticleClause, ArticleState, CaseArticle, SpokenClause
from bulletins.cases import ladder
from bulletins.cases.models import CaseFile, CasePublicity, CaseState, Outcome, Source
from bulletins.cases.settings import lines
from tests.journeys.server import environment

FEW, MANY, ALL = 100, 10_000, 100_000
FIRMS = 500
CLAUSES = 200
AT_ONCE = 2_000
PLAIN = "/cases/"
ASKED = (
    PLAIN, "/cases/?page=3", "/cases/?fault=付费提示不清", "/cases/?party=mcn", "/cases/?measure=warn", "/cases/?outcome=partly", "/cases/?year=2025",
    "/cases/?clause=sample:7", "/cases/?fault=付费提示不清&party=studio&measure=warn&year=2025", "/cases/?clause=sample:7&outcome=upheld",
    "/cases/?fault=没有这一种", "/cases/figures/", "/cases/figures/?fault=付费提示不清",
)  # fmt: skip
WORDS = (
    "/cases/?q=样例事项77", "/cases/?q=样例123有限", "/cases/?q=没有这一件", "/cases/?q=样例", "/cases/?q=样例事项7&fault=付费提示不清",
    "/cases/figures/?q=样例",
)  # fmt: skip
"""Words anywhere in a title, a number or the name of an organisation that may be named today."""


def browsed(folder: Path, *, full: bool) -> list[tuple[str, float, float, int, int]]:
    """For each question: its address, seconds among many, seconds of the plain page, statements among many and among few."""
    count = ALL if full else MANY
    counted = {n: filled(folder / f"cases{n}", n) for n in (FEW, count)}
    found = []
    with (
        served("app:create_app", folder / f"cases{FEW}", YUEZHANG_PAGE_CACHE="off") as few,
        served("app:create_app", folder / f"cases{count}", YUEZHANG_PAGE_CACHE="off") as many,
    ):
        for path in (*ASKED, *WORDS):
            plain, taken = side_by_side((few, PLAIN), (many, quote(path, safe="/?=&:")), rounds=5, times=7)
            found.append((path, taken, plain, counted[count][path], counted[FEW][path]))
    return found


def filled(data: Path, count: int) -> dict[str, int]:
    """A site with so many published cases; statements of each question."""
    data.mkdir()
    env = environment(data, 0, YUEZHANG_PAGE_CACHE="off", YUEZHANG_MODE="live")
    app = create_app(Settings.from_environ(env))
    with app.app_context():
        db.create_all()
        with writing():
            dated.plant()
        rows.organisations(FIRMS)
        with writing():
            session.execute(
                insert(SpokenClause),
                [
                    {"id": n + 1, "key": f"sample:{n}", "words": f"《样例公约》第{n}条"}
                    for n in range(CLAUSES)
                ],
            )
            faults, measures = lines("faults"), [r.word for r in ladder.rungs()]
        for start in range(1, count + 1, AT_ONCE):
            numbers = range(start, min(start + AT_ONCE, count + 1))
            with writing():
                session.execute(insert(CaseFile), [_case(n) for n in numbers])
                session.execute(insert(CasePublicity), [_publicity(n) for n in numbers if n % 2])
                session.execute(insert(CaseArticle), [_article(n, faults, measures) for n in numbers])
                session.execute(
                    insert(ArticleClause),
                    [{"article_id": n, "clause_id": (n + k) % CLAUSES + 1} for n in numbers for k in (7, 11)],
                )
        with db.engine.begin() as connection:
            connection.exec_driver_sql("analyze")
    counted = {}
    for path in (*ASKED, *WORDS):
        with app.app_context():
            counted[path] = rows.statements(app.test_client(), path)
    with app.app_context():
        db.engine.dispose()
    return counted


def _case(n: int) -> dict[str, object]:
    return {
        "id": n, "organisation_id": n % FIRMS + 1, "number": f"样例案{n}", "state": CaseState.EFFECTIVE, "source": Source.PATROL,
        "title": f"样例事项{n}", "fault": "其他", "happened_on": date(2026, 1, 5), "lead": "样例", "filed_at": clock.now(), "issued_at": clock.now(),
        "outcome": Outcome.UPHELD, "effective_on": date(2026, 2, 5),
    }  # fmt: skip


def _publicity(n: int) -> dict[str, object]:
    """Of every second case; of half of those it is over."""
    today = clock.today()
    return {
        "case_id": n,
        "from_on": today - timedelta(days=200),
        "until_on": today + timedelta(days=90 if n % 4 == 1 else -10),
        "because": "样例",
    }


def _article(n: int, faults: list[str], measures: list[str]) -> dict[str, object]:
    """Spread unevenly over the choices, over six years; each with some pages of text."""
    at = clock.now() - timedelta(hours=n % 50_000)
    on, kinds, outcomes = clock.day_of(at), list(Kind), list(Outcome)
    words = "当事单位投放的推广素材里，情节正片里没有（样例）。" * 12
    return {
        "id": n, "case_id": n, "state": ArticleState.PUBLISHED, "title": f"样例事项{n}", "lede": words[:80], "happened": words, "said": words,
        "decided": words, "lesson": words, "questions": words[:120], "fault": faults[n * n % len(faults)], "party": kinds[n * 3 % len(kinds)],
        "measure": measures[n * 7 % 31 % len(measures)], "outcome": outcomes[n * 5 % 13 % len(outcomes)], "year": on.year,
        "month": on.year * 100 + on.month, "days": n % 200, "slug": f"s-{n}", "number": f"样例〔2026〕{n}号", "published_at": at,
    }  # fmt: skip
