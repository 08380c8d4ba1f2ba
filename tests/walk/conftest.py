"""The demo association, told once for each database; nobody changes it here."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import create_engine, text

from association.kernel import dated, jobs
from association.kernel.db import db
from association.kernel.transactions import writing
from demo.commands import load_once
from tests.conftest import settings_for


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def demo_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A site in demo mode with the demo's history, everything promised carried out."""
    from app import create_app

    data = tmp_path_factory.mktemp(f"demo-{request.param}")
    url = f"sqlite:///{data / 'demo.db'}"
    if request.param == "postgresql":
        url = _database_of_its_own(request.getfixturevalue("postgres_url"))
    app = create_app(replace(settings_for(data, url), mode="demo", sign_ins_per_minute=10_000))
    with app.app_context():
        db.create_all()
        with writing():
            dated.plant()
        load_once()
    # In a thread of its own: the browser of the journeys leaves its loop running in this one, and sealing wants one.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(_work_off, app).result()
    yield app
    with app.app_context():
        db.engine.dispose()


def _work_off(app: Flask) -> None:
    """What the demo has promised: letters, papers, the index."""
    with app.app_context():
        while jobs.run_due():
            pass


def _database_of_its_own(url: str) -> str:
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        name = f"{server.url.database}_walked"
        connection.execute(text(f"drop database if exists {name}"))
        connection.execute(text(f"create database {name}"))
    server.dispose()
    return server.url.set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def walked(demo_site: Flask) -> Iterator[Flask]:
    with demo_site.app_context():
        yield demo_site
        db.session.rollback()
