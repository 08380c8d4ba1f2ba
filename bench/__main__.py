"""script/bench: prints ratios of this run and fails when one is beyond what we promise ourselves (docs/testing.md)."""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from app import create_app
from association.kernel import dated
from association.kernel.db import db
from association.kernel.settings import Settings
from association.kernel.transactions import writing
from bench import rows
from bench.load import served, side_by_side
from tests.journeys.server import environment, flask

FEW, MANY = 100, 100_000
LISTS = (
    "/organisations/",
    "/organisations/?page=3",
    "/organisations/?kind=studio",
    "/organisations/?q=样例9",
)
READ_ONE_BY_ONE = {"/organisations/?q=样例9"}
"""Words anywhere in a name are looked for row by row, until there are enough: told, not promised."""


@dataclass(frozen=True, slots=True)
class Result:
    what: str
    measured: str
    promised: str
    holds: bool


def pages(folder: Path) -> list[Result]:
    """The signed-out home page of the demo against a bare Flask "hello", under the same server in the same run."""
    data = folder / "demo"
    data.mkdir()
    (data / "mode").write_text("demo\n")
    flask("site", "prepare", env=environment(data, 0))
    with (
        served("bench.hello:create_app", data) as bare,
        served("app:create_app", data) as kept,
        served("app:create_app", data, YUEZHANG_PAGE_CACHE="off") as drawn,
    ):
        hello, home, plain = side_by_side((bare, "/"), (kept, "/"), (drawn, "/"))
    return [
        Result(
            "home, kept / hello",
            f"{home / hello:.2f} ×  ({home * 1000:.2f} / {hello * 1000:.2f} ms)",
            "≤ 4 ×",
            home <= 4 * hello,
        ),
        Result(
            "home, drawn anew (the plain page) / hello",
            f"{plain / hello:.1f} ×  ({plain * 1000:.2f} ms)",
            "told only",
            True,
        ),
    ]


def lists(folder: Path) -> list[Result]:
    """Lists with 100 and with 100,000 rows: the same statements, nearly the same time; pages drawn anew each time."""
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
                    f"{path}: {MANY:,} / {FEW} rows",
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
        with db.engine.begin() as connection:
            connection.exec_driver_sql("analyze")
    counted = {}
    for path in LISTS:
        with app.app_context():
            counted[path] = rows.statements(app.test_client(), path)
    with app.app_context():
        db.engine.dispose()
    return counted


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        results = [*pages(Path(name)), *lists(Path(name))]
    width = max(len(r.what) for r in results)
    for r in results:
        print(f"{'ok  ' if r.holds else 'FAIL'} {r.what:<{width}}  {r.measured:<34} {r.promised}")
    return 0 if all(r.holds for r in results) else 1


if __name__ == "__main__":
    sys.exit(main())
