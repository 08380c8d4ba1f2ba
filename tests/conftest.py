"""What every test stands on: the site on SQLite and on PostgreSQL, an empty database each time, real people, a strict page client.

A commit in a test is a real commit. On SQLite each test gets a copy of an empty database file; on PostgreSQL all tables
are emptied. What many tests arrange alike is arranged once (tests/stages.py).
"""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import text

from association.kernel import dated, jobs, pace
from association.kernel.db import db, session
from association.kernel.settings import Settings
from association.kernel.transactions import writing
from tests import cast, postgres, stages
from tests.page import Page

NOW = "2026-11-23T10:00:00+08:00"
# A site is made of half a million objects that stay; looking through them for rubbish took a sixth of the run.
gc.set_threshold(100_000, 50, 100)
DEMANDED = bool(os.environ.get("YUEZHANG_DEMAND_ALL"))


def settings_for(data: Path, url: str) -> Settings:
    """A live site's settings, but for what a test must see at once."""
    return Settings(
        data=data, mode="live", database_url=url, secret_key="tests", personal_key=bytes(range(32)),
        base_url="http://site.example", smtp_url=None, mail_from="noreply@site.example", files_url=str(data / "files"),
        redis_url=None, search_engine="postgresql" if url.startswith("postgresql") else "whoosh", faces=None,
        secure_cookies=False, proxies=0, development=False, testing=True,
    )  # fmt: skip


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A server of the tests' own; skipped, visibly, where there is none."""
    if not postgres.is_possible():
        if DEMANDED:
            pytest.fail("PostgreSQL is demanded and not here")
        pytest.skip("no PostgreSQL here")
    with postgres.running() as url:
        yield url


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One site per database for the whole run."""
    from app import create_app

    data = tmp_path_factory.mktemp(f"site-{request.param}")
    url = (
        request.getfixturevalue("postgres_url")
        if request.param == "postgresql"
        else f"sqlite:///{data / 'test.db'}"
    )
    app = create_app(settings_for(data, url))
    with app.app_context():
        db.drop_all()
        db.create_all()
        with writing():
            dated.plant()
        session.remove()
        db.engine.dispose()
    if request.param == "sqlite":
        _settle(data / "test.db")
        shutil.copy(data / "test.db", data / "empty.db")
    yield app
    with app.app_context():
        db.engine.dispose()


def _settle(path: Path) -> None:
    """Fold the write-ahead log into the file, so that a copy of it is whole."""
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()


def emptied(app: Flask) -> None:
    """Make the site one that nobody has used."""
    session.remove()
    data: Path = app.extensions["settings"].data
    if db.engine.dialect.name == "sqlite":
        stages.put(data / "empty.db", data)
    else:
        with db.engine.begin() as connection:
            postgres.empty(connection, but="dated_setting")
            connection.execute(text("delete from dated_setting where in_force_from > '2000-01-01'"))
            connection.execute(text("update dated_setting set in_force_to = null"))
        with writing():
            dated.plant()
        session.remove()
    # Emptying is no commit, and pages of the test before must not be shown.
    app.extensions["generation"].renew()
    for name in stages.FOLDERS:
        shutil.rmtree(data / name, ignore_errors=True)
    pace.forget()
    stages.emptied()


@pytest.fixture
def app(site: Flask) -> Iterator[Flask]:
    """The site with an empty database, in its own context, at a fixed moment."""
    with site.app_context():
        emptied(site)
        with time_machine.travel(NOW, tick=True):
            yield site
        stages.forgotten()
        session.rollback()
        session.remove()


@pytest.fixture(scope="session")
def demo_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """`demo_in(folder)`: the demo, ready to be served from there, told once for all processes of the run."""
    from tests.journeys.server import copied_demo

    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return lambda folder: copied_demo(folder, shared)


@pytest.fixture
def demo(demo_in: Callable[[Path], Path], tmp_path: Path) -> Path:
    """A folder with a demo of its own."""
    return demo_in(tmp_path / "data")


@pytest.fixture
def visitor(app: Flask) -> Page:
    """Somebody who is not signed in."""
    return Page(app)


@pytest.fixture
def as_(app: Flask) -> Callable[..., Page]:
    """`as_("registrar")`: somebody with these roles, signed in through the real form."""

    def sign_in(*roles: str, email: str | None = None) -> Page:
        account = cast.somebody(*roles, email=email)
        return cast.signed_in(app, account.email)

    return sign_in


@pytest.fixture
def post(app: Flask) -> Callable[[], list[str]]:
    """`post()`: let the worker carry everything out; the letters now in the folder."""

    def carry() -> list[str]:
        jobs.run_due()
        folder = app.extensions["settings"].data / "mail"
        return [f.read_text() for f in sorted(folder.glob("*.eml"))] if folder.exists() else []

    return carry


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where the tests are spread over processes, those that share a site told once stay in one process."""
    for item in items:
        if "demo_site" in item.fixturenames:  # type: ignore[attr-defined]
            params = item.callspec.params  # type: ignore[attr-defined]
            # The longest walks are done in halves, each with a demo of its own.
            half = 1 if params.get("half") == 1 or params.get("language") == "en" else 0
            item.add_marker(pytest.mark.xdist_group(f"demo on {params['demo_site']}, {half}"))
        elif "live" in item.fixturenames:  # type: ignore[attr-defined]
            item.add_marker(pytest.mark.xdist_group("the demo, served"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many browser and PostgreSQL tests were skipped, where they were."""
    skipped = [
        r for r in terminalreporter.stats.get("skipped", []) if {"browser", "postgresql"} & set(r.keywords)
    ]
    if skipped:
        terminalreporter.write_line(
            f"{len(skipped)} browser or PostgreSQL tests were skipped on this machine"
        )


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Where everything is demanded, a skipped browser or PostgreSQL test is a failed one."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if DEMANDED and report.skipped and any(item.get_closest_marker(m) for m in ("browser", "postgresql")):
        report.outcome, report.longrepr = "failed", f"skipped although demanded: {report.longrepr}"
