"""The worker brings public acts into the tree and signs what it has become."""

import stat

import pytest
import time_machine
from sqlalchemy import select, text

from association.kernel import jobs
from association.kernel.db import db, session
from association.kernel.log import growing, key, newest, notes, reading, tiles
from association.kernel.log.models import Checkpoint, LogTile
from association.kernel.transactions import writing
from tests import conftest
from tests.kernel.log import acts
from tests.kernel.test_chain import behind_our_back


def test_an_act_is_in_a_signed_checkpoint_once_the_worker_has_looked(app):
    acts.one()
    assert newest() is None
    acts.grown()
    checkpoint = newest()
    assert checkpoint.size == 1
    (known,) = key.trusted()
    head = notes.opened(checkpoint.note, known)
    assert (head.origin, head.size, head.root.hex()) == ("site.example/log", 1, checkpoint.root)


def test_nothing_new_signs_nothing(app):
    acts.one()
    acts.grown()
    with writing():
        assert growing.grow() is None
    assert len(session.scalars(select(Checkpoint)).all()) == 1


def test_a_site_without_acts_signs_the_empty_tree(app):
    with writing():
        assert growing.grow().size == 0
    assert newest().root == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("steps", [(1, 254, 1), (255, 1, 1), (256,), (257, 300)])
def test_tiles_fill_and_the_level_above_gets_what_is_full(app, steps):
    for step in steps:
        acts.several(step)
        acts.grown()
    size = sum(steps)
    assert newest().size == size
    assert newest().root == growing.root(size).hex()
    found = {(tile.level, tile.number): len(tile.hashes) // 32 for tile in session.scalars(select(LogTile))}
    assert found == {(level, piece.index): piece.width for level, piece in tiles.every_piece(size)}


def test_a_long_past_is_taken_in_piece_by_piece(app, monkeypatch):
    monkeypatch.setattr(growing, "BATCH", 100)
    acts.several(250)
    acts.grown()
    assert [c.size for c in session.scalars(select(Checkpoint).order_by(Checkpoint.id))] == [100, 200, 250]


def test_a_worker_killed_before_its_commit_has_done_nothing_and_the_promise_is_found_again(app, monkeypatch):
    acts.one()

    class Killed(BaseException):
        pass

    def dies(_size: int) -> None:
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr(growing, "_sign", dies)
        with pytest.raises(Killed):
            jobs.run_due()
    session.rollback()
    assert session.scalars(select(LogTile)).all() == []
    with time_machine.travel("2026-11-23T10:05:00+08:00"):
        acts.grown()
    assert newest().size == 1


def test_nothing_is_signed_that_contradicts_what_was_signed(app):
    acts.several(3)
    acts.grown()
    tile = reading.tile(0, tiles.Piece(0, 3))
    behind_our_back(f"update log_tile set hashes = {_bytes(b'x' * 32 + tile[32:])} where level = 0")
    with pytest.raises(growing.Contradiction), writing():
        acts.publish()
        session.flush()
        growing.grow()
    assert newest().size == 3


def _bytes(content: bytes) -> str:
    return f"'\\x{content.hex()}'" if db.engine.dialect.name == "postgresql" else f"x'{content.hex()}'"


def test_the_key_is_made_once_and_is_nobody_elses(app):
    acts.one()
    acts.grown()
    kept = key.path().read_bytes()
    assert stat.S_IMODE(key.path().stat().st_mode) == 0o600
    acts.one()
    acts.grown()
    assert key.path().read_bytes() == kept
    assert key.fault() == ""


@pytest.fixture
def own_keys(app, tmp_path, monkeypatch):
    """A data folder of this test's own, so that its keys may be spoilt."""
    monkeypatch.setitem(app.extensions, "settings", conftest.settings_for(tmp_path, "sqlite://"))
    return tmp_path / "keys"


def test_a_lost_key_is_said_and_no_other_is_made_in_its_place(app, own_keys):
    acts.one()
    acts.grown()
    (own_keys / "log.key").unlink()
    assert "log.key" in key.fault()
    assert app.test_client().get("/readyz").json["parts"]["log"] == key.fault()
    acts.one()
    acts.grown()
    assert newest().size == 1
    assert not (own_keys / "log.key").exists()


def test_a_new_key_written_above_the_old_one_signs_and_the_old_one_is_still_believed(app, own_keys):
    acts.one()
    acts.grown()
    old = (own_keys / "log.pub").read_text()
    for name in ("log.key", "log.pub"):
        (own_keys / name).unlink()
    key.make_if_missing()
    assert key.fault() == ""
    (own_keys / "log.pub").write_text((own_keys / "log.pub").read_text() + old)
    acts.one()
    acts.grown()
    assert [c.key for c in session.scalars(select(Checkpoint).order_by(Checkpoint.id))] == [
        str(each) for each in reversed(key.trusted())
    ]
    assert app.test_cli_runner().invoke(args=["log", "verify"]).exit_code == 0


@pytest.mark.parametrize("spoilt", ["log.key", "log.pub"])
def test_a_spoilt_key_is_said_in_words(app, own_keys, spoilt):
    acts.one()
    acts.grown()
    (own_keys / spoilt).write_text("spoilt")
    assert spoilt in key.fault()


def test_the_command_shows_the_key_others_keep(app):
    answer = app.test_cli_runner().invoke(args=["log", "key"])
    assert answer.output == f"{key.trusted()[0]}\n"


def test_rows_of_the_tree_are_as_many_as_tiles(app):
    acts.several(600)
    acts.grown()
    with db.engine.connect() as connection:
        assert connection.execute(text("select count(*) from log_tile")).scalar() == 4
