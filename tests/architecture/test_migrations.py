"""The migrations lead to exactly the tables the models speak of, on both databases."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import create_engine, text

from association.kernel.db import db
from association.kernel.personal import decrypt
from association.kernel.settings import ROOT
from association.panels.models import SEALED
from tests.architecture.old_rows import plant
from tests.conftest import settings_for

BEFORE_PANELS_BALLOTS, PANELS_BALLOTS = "0039", "0040"


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


def test_0004_keeps_why_clauses_were_mapped_and_can_go_back(fresh):
    upgrade(revision="0003")
    with db.engine.begin() as connection:
        told = plant(connection, "clause_mapping", reason="只差 5%。", fate="same", old=["1"], new=["1"])
        silent = plant(connection, "clause_mapping", reason="", fate="new", old=[], new=["2"])
    upgrade(revision="0004")
    with db.engine.begin() as connection:
        kept = {
            row.id: row.reason for row in connection.execute(text("select id, reason from clause_mapping"))
        }
    assert {key: read_json(value) for key, value in kept.items()} == {
        told: {"template": "只差 5%%。", "values": {}},
        silent: {},
    }
    downgrade(revision="0003")
    with db.engine.begin() as connection:
        rows = connection.execute(text("select id, reason from clause_mapping"))
        assert {row.id: row.reason for row in rows} == {told: "只差 5%。", silent: ""}


def test_0006_leaves_imported_texts_without_a_keeper(fresh):
    upgrade(revision="0005")
    with db.engine.begin() as connection:
        plant(connection, "edition", slug="2026-01-01", text_hash="a" * 64)
    upgrade(revision="0006")
    with db.engine.begin() as connection:
        assert list(connection.execute(text("select slug, keeper from edition"))) == [("2026-01-01", "")]
    downgrade(revision="0005")
    with db.engine.begin() as connection:
        assert list(connection.scalars(text("select slug from edition"))) == ["2026-01-01"]


def test_0017_knows_for_which_version_a_new_signature_is_waited_for_and_can_go_back(fresh):
    upgrade(revision="0016")
    with db.engine.begin() as connection:
        pledge = plant(connection, "pledge")
        version = plant(connection, "pledge_version", pledge_id=pledge, number=1, state="published")
        plant(connection, "pledge_version", pledge_id=pledge, number=2, state="published")
        asked, good = (
            plant(connection, "pledge_signature", pledge_id=pledge, version_id=version, state="cancelled")
            for _ in range(2)
        )
        for signature, standing in ((asked, "resign"), (good, "good")):
            plant(connection, "pledge_spell", pledge_id=pledge, signature_id=signature, standing=standing)
    upgrade(revision="0017")
    rows = text("select id, asked_for from pledge_signature")
    with db.engine.begin() as connection:
        assert {row.id: row.asked_for for row in connection.execute(rows)} == {asked: 2, good: None}
        connection.execute(text("update pledge_spell set standing = 'removed' where standing = 'good'"))
        connection.execute(text("update pledge_spell set standing = 'overdue' where standing = 'resign'"))
    downgrade(revision="0016")
    with db.engine.begin() as connection:
        known = connection.scalars(text("select standing from pledge_spell order by signature_id"))
        assert list(known) == ["good", "not_renewed"]


def test_ballots_become_panels_with_every_vote_sealed_and_can_go_back(fresh):
    upgrade(revision=BEFORE_PANELS_BALLOTS)
    with db.engine.begin() as connection:
        closed = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
        project = plant(connection, "standard_project", state="ballot")
        done = plant(
            connection,
            "standard_review",
            project_id=project,
            number=1,
            closed_at=closed,
            passed=True,
            held_on=dt.date(2026, 11, 1),
            minutes="讨论了第三条。",
        )
        open_ = plant(connection, "standard_review", project_id=project, number=2)
        person = plant(connection, "person", name="样例专家")
        account = plant(connection, "account", person_id=person)
        told = {"vote": "against", "opinion": "太严", "voted_at": closed}
        for review in (done, open_):
            plant(
                connection,
                "standard_reviewer",
                review_id=review,
                account_id=account,
                name="样例专家",
                unit="样例大学",
                **(told if review == done else {}),
            )
        plant(connection, "standard_reviewer", review_id=open_, name="书面样例", on_paper=True, **told)
    upgrade(revision=PANELS_BALLOTS)
    with db.engine.begin() as connection:
        panels = list(connection.execute(text("select number, state from panel order by number")))
        assert [tuple(row) for row in panels] == [(1, "concluded"), (2, "open")]
        seats = connection.execute(
            text("select person_id, name, state, voted_at is not null as voted from panel_seat order by id")
        )
        assert [(s.person_id, s.name, s.state, bool(s.voted)) for s in seats] == [
            (person, "", "clear", True), (person, "", "named", False), (None, "书面样例", "clear", True)
        ]  # fmt: skip
        assert list(connection.scalars(text("select text from panel_minutes"))) == ["讨论了第三条。"]
        words = list(connection.scalars(text("select word from panel_opinion")))
        assert [decrypt(word, purpose=SEALED) for word in words] == ["against", "against"]
    downgrade(revision=BEFORE_PANELS_BALLOTS)
    with db.engine.begin() as connection:
        rows = connection.execute(
            text("select account_id, name, unit, vote, opinion, on_paper from standard_reviewer order by id")
        )
        assert [(r.account_id, r.name, r.vote, r.opinion, bool(r.on_paper)) for r in rows] == [
            (account, "样例专家", "against", "太严", False), (account, "样例专家", None, "", False), (None, "书面样例", "against", "太严", True)
        ]  # fmt: skip
        assert list(
            connection.scalars(text("select minutes from standard_review where passed is not null"))
        ) == ["讨论了第三条。"]
        assert connection.scalar(text("select count(*) from panel")) == 0


def read_json(value: object) -> object:
    """What a JSON column answers: text on SQLite, ready on PostgreSQL."""
    return json.loads(value) if isinstance(value, str) else value
