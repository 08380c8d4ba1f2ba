"""script/bench: prints ratios of this run and fails when one is beyond what we promise ourselves (docs/testing.md)."""

import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from app import create_app
from association.kernel import dated
from association.kernel.db import db
from association.kernel.settings import Settings
from association.kernel.transactions import writing
from bench import agencies, cases, certificates, notices, review, rows
from bench import search as searching
from bench.load import served, side_by_side
from bench.mixed import mixed
from bench.result import Result, printed
from tests.journeys.server import environment, flask

FEW, MANY = 100, 100_000
NOTICES = {FEW: 100, MANY: 10_000}
OFFICES = {"few": 25, "many": 2_500}
"""Organisations a notice is for, each with two officers who are told: 50 people, 5,000 people."""
LISTS = (
    "/organisations/",
    "/organisations/?page=3",
    "/organisations/?kind=studio",
    "/organisations/?kind=promoter",
    "/organisations/?q=样例9",
    "/bulletins/",
    "/bulletins/?kind=bulletin",
    "/",
)
READ_ONE_BY_ONE = {"/organisations/?q=样例9", "/"}
"""Read row by row, and so told, not promised: words anywhere in a name, until there are enough; the home page counts all."""


ARTICLES = 1_000


def pages(folder: Path) -> list[Result]:
    """Signed out, of the demo: the home page against a bare Flask "hello", and a law of 1,000 articles against the plain page, all
    under the same server in the same run."""
    data = folder / "demo"
    data.mkdir()
    (data / "mode").write_text("demo\n")
    env = environment(data, 0)
    flask("site", "prepare", env=env)
    law = folder / "law.txt"
    law.write_text(_law())
    flask("rules", "import", str(law), env=env)
    reading = "/rules/yang-li-chang-fa/2026-01-05/"
    with (
        served("bench.hello:create_app", data) as bare,
        served("app:create_app", data) as kept,
        served("app:create_app", data, YUEZHANG_PAGE_CACHE="off") as drawn,
    ):
        hello, home, plain, text = side_by_side((bare, "/"), (kept, "/"), (drawn, "/"), (drawn, reading))
    return [
        Result("home, kept / hello", f"{home / hello:.2f} ×  ({home * 1000:.2f} / {hello * 1000:.2f} ms)", "≤ 4 ×", home <= 4 * hello),
        Result("home, drawn anew (the plain page) / hello", f"{plain / hello:.1f} ×  ({plain * 1000:.2f} ms)", "told only", True),
        Result(
            f"a law of {ARTICLES:,} articles / the plain page", f"{text / plain:.2f} ×  ({text * 1000:.1f} / {plain * 1000:.1f} ms)",
            "≤ 6 ×", text <= 6 * plain,
        ),
    ]  # fmt: skip


def _law() -> str:
    """Chapters of fifty articles, some with a second 款 or 项."""
    lines = ["样例长法", "（2026年1月5日样例省视听行业协会理事会会议通过）"]
    for n in range(1, ARTICLES + 1):
        if n % 50 == 1:
            lines.append(f"第{n // 50 + 1}章　样例第{n // 50 + 1}部分")
        lines.append(f"第{n}条　从业单位应当遵守样例第{n}号要求，并保存记录不少于六个月。")
        if n % 3 == 0:
            lines += ["有下列情形之一的，应当说明：", "（一）甲类；", "（二）乙类。"]
    return "\n\n".join(lines)


def lists(folder: Path) -> list[Result]:
    """Lists with 100 and with 100,000 rows (notices: 10,000): the same statements, nearly the same time; pages drawn anew each time."""
    folders = {count: folder / f"rows{count}" for count in (FEW, MANY)}
    counted = {count: _filled(data, count) for count, data in folders.items()}
    with (
        served("app:create_app", folders[FEW], YUEZHANG_PAGE_CACHE="off") as few,
        served("app:create_app", folders[MANY], YUEZHANG_PAGE_CACHE="off") as many,
    ):
        found = []
        for path in LISTS:
            address = quote(path, safe="/?=&")
            small, large = side_by_side((few, address), (many, address), rounds=7, times=15)
            same = counted[FEW][path] == counted[MANY][path]
            found += [
                Result(
                    f"{path}: {NOTICES[MANY] if path.startswith('/bulletins') else MANY:,} / {FEW} rows",
                    f"{large / small:.2f} ×  ({large * 1000:.1f} / {small * 1000:.1f} ms)",
                    "told only" if path in READ_ONE_BY_ONE else "≤ 1.5 ×",
                    path in READ_ONE_BY_ONE or large <= 1.5 * small,
                ),
                Result(f"{path}: statements", f"{counted[MANY][path]} / {counted[FEW][path]}", "equal", same),
            ]
    return found


def _filled(data: Path, count: int) -> dict[str, int]:
    """A site with so many organisations; statements of each list."""
    data.mkdir()
    env = environment(data, 0, YUEZHANG_PAGE_CACHE="off", YUEZHANG_MODE="live")
    app = create_app(Settings.from_environ(env))
    with app.app_context():
        db.create_all()
        with writing():
            dated.plant()
        rows.organisations(count)
        rows.notices(NOTICES[count])
        with db.engine.begin() as connection:
            connection.exec_driver_sql("analyze")
    counted = {}
    for path in LISTS:
        with app.app_context():
            counted[path] = rows.statements(app.test_client(), path)
    with app.app_context():
        db.engine.dispose()
    return counted


def issuing(folder: Path) -> list[Result]:
    """Signing a notice for 5,000 people against one for 50: whom it is for is told afterwards, so that the page does not wait."""
    few, many = (notices.seconds(folder, OFFICES[n]) for n in ("few", "many"))
    said = f"{many / few:.2f} ×  ({many * 1000:.1f} / {few * 1000:.1f} ms)"
    return [Result("issuing a notice for 5,000 / for 50 people", said, "≤ 2 ×", many <= 2 * few)]


def papers(folder: Path) -> list[Result]:
    """The worker's certificates with seal and all, against WeasyPrint alone."""
    ours, plain = certificates.per_second(folder)
    said = f"{ours / plain:.2f} ×  ({ours:.1f} / {plain:.1f} a second)"
    return [
        Result("certificates of the worker / a plain WeasyPrint loop", said, "≥ 0.8 ×", ours >= 0.8 * plain)
    ]


def assigning() -> list[Result]:
    """A queue of works proposed to experts. Twenty times the pairs may take thirty times as long."""
    large, small, short = review.seconds()
    said = f"{large / small:.1f} ×  ({large * 1000:.0f} / {small * 1000:.0f} ms)"
    return [
        Result("300 works × 120 experts / 60 × 30", said, "≤ 30 ×", large <= 30 * small),
        Result("300 works × 120 experts: seats left empty", str(short), "0", short == 0),
    ]


def register(folder: Path, *, full: bool) -> list[Result]:
    """Finding an agency by any name or code, and seeing for programs that nothing has changed; `--full` among sixty thousand."""
    small, large = folder / "agencies-few", folder / "agencies-many"
    count = agencies.ALL if full else agencies.MANY
    results = []
    for path, taken, plain, many, few in agencies.found(small, large, count):
        said = f"{taken / plain:.2f} ×  ({taken * 1000:.1f} / {plain * 1000:.1f} ms)"
        results += [
            Result(f"{path} / the plain register", said, "≤ 3 ×", taken <= 3 * plain),
            Result(f"{path}: statements", f"{many} / {few}", "equal", many == few),
        ]
    among_many, among_few = agencies.looked(large), agencies.looked(small)
    said = f"{among_many / among_few:.2f} ×  ({among_many * 1000:.2f} / {among_few * 1000:.2f} ms)"
    results.append(
        Result(f"a look for changes, an item among those of {count:,} agencies / of {agencies.FEW}", said, "≤ 1.5 ×", among_many <= 1.5 * among_few)
    )  # fmt: skip
    return results


LEAST_NDCG, LEAST_RECALL = 0.8, 0.9


def judged(folder: Path) -> list[Result]:
    """The judged set of search; its table and misses are printed by the way."""
    found = searching.judgements(folder)
    print(*searching.told(found), sep="\n")
    plain = max(one.verdict.ndcg for one in found if "plain" in one.engine)
    return [
        Result(
            f"search, {one.asked} judged questions: {one.engine}", f"nDCG {one.verdict.ndcg:.3f}, recall {one.verdict.recall:.3f}",
            f"≥ {LEAST_NDCG}, ≥ {LEAST_RECALL}, better than plain",
            one.verdict.ndcg >= max(LEAST_NDCG, plain) and one.verdict.recall >= LEAST_RECALL,
        )
        for one in found
        if "ours" in one.engine
    ]  # fmt: skip


def searched(folder: Path) -> list[Result]:
    """A hundred thousand documents against a thousand."""
    few_index, few_ask, many_index, many_ask = searching.large(folder)
    return [
        Result(
            "indexing a document among 100,000 / among 1,000", f"{many_index / few_index:.2f} ×  ({many_index * 1e6:.0f} / {few_index * 1e6:.0f} µs)",
            "≤ 3 ×", many_index <= 3 * few_index,
        ),
        Result(
            "a question among 100,000 / among 1,000", f"{many_ask / few_ask:.1f} ×  ({many_ask * 1000:.0f} / {few_ask * 1000:.0f} ms)",
            "≤ 40 ×", many_ask <= 40 * few_ask,
        ),
    ]  # fmt: skip


def published(folder: Path, *, full: bool) -> list[Result]:
    """Published cases by any filter, with the numbers beside the choices; `--full` browses a hundred thousand."""
    results = []
    for path, taken, plain, many, few in cases.browsed(folder, full=full):
        results += [
            Result(
                f"{path} / the plain list of cases", f"{taken / plain:.2f} ×  ({taken * 1000:.1f} / {plain * 1000:.1f} ms)",
                "≤ 8 ×", taken <= 8 * plain,
            ),
            Result(f"{path}: statements", f"{many} / {few}", "equal", many == few),
        ]  # fmt: skip
    return results


MINUTES = 30.0
"""How long readers, signers and staff are at it with `--full`."""


def main() -> int:
    words = sys.argv[1:]
    full = "--full" in words
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "--search" in words:
            return printed([*judged(folder), *(searched(folder) if full else [])])
        if "--mixed" in words:
            return printed(mixed(folder, float(words[words.index("--mixed") + 1])))
        results = [
            *register(folder, full=full), *published(folder, full=full), *pages(folder), *lists(folder), *issuing(folder), *papers(folder),
            *judged(folder),
        ]  # fmt: skip
        if full:
            results += [*assigning(), *searched(folder), *mixed(folder, MINUTES)]
    return printed(results)


if __name__ == "__main__":
    sys.exit(main())
