"""The migrations lead to exactly the tables the models speak of, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import create_engine, text

from association.kernel.db import db
from association.kernel.settings import ROOT
from tests.conftest import settings_for


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """A site whose database has nothing in it yet."""
    from app import create_app

    if request.param == "sqlite":
        app = create_app(settings_for(tmp_path, f"sqlite:///{tmp_path / 'fresh.db'}"))
        with app.app_context():
            yield app
            db.engine.dispose()
        return
    server = create_engine(request.getfixturevalue("postgres_url"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text("drop database if exists fresh"))
        connection.execute(text("create database fresh"))
    url = server.url.set(database="fresh").render_as_string(hide_password=False)
    app = create_app(settings_for(tmp_path, url))
    with app.app_context():
        yield app
        db.engine.dispose()
    with server.connect() as connection:
        connection.execute(text("drop database fresh"))
    server.dispose()


def _belongs_to_a_model(
    obj: object, name: str | None, kind: str, reflected: bool, compare_to: object
) -> bool:
    return not (
        kind == "table" and reflected and compare_to is None and str(name).startswith("search_engine")
    )


def test_an_empty_database_migrated_is_what_the_models_say(fresh):
    upgrade()
    with db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_object": _belongs_to_a_model,
                "target_metadata": db.metadata,
            },
        )
        assert compare_metadata(context, db.metadata) == []


def test_migrating_twice_changes_nothing(fresh):
    upgrade()
    upgrade()
    with db.engine.connect() as connection:
        heads = MigrationContext.configure(connection).get_current_heads()
    assert len(heads) == 1


def test_the_history_is_one_line():
    script = ScriptDirectory(str(ROOT / "migrations"))
    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1
