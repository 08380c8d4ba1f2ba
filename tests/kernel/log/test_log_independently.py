"""A log of many years, read by somebody who has only the specifications."""

import base64
import json
import random

import pytest
from sqlalchemy import text

from association.kernel.db import db, session
from association.kernel.log import growing, merkle
from association.kernel.transactions import writing
from tests.kernel.log import acts
from tests.kernel.log import from_the_specification as spec
from tests.kernel.test_chain import behind_our_back

SIZE = 100_000


@pytest.fixture
def reader(app, monkeypatch):
    """Who reads it; the log has a hundred thousand entries, and a checkpoint after each ten thousand."""
    monkeypatch.setattr(growing, "BATCH", 10_000)
    acts.a_hundred_thousand()
    notes = []
    while True:
        with writing():
            if (checkpoint := growing.grow()) is None:
                break
            notes.append(checkpoint.note)
    client = app.test_client()

    def fetch(address: str) -> bytes:
        answer = client.get(f"/log/{address}")
        assert answer.status_code == 200, address
        return answer.data

    log = spec.Log(fetch, fetch("key").decode().strip())
    log.notes = notes
    return log


def test_a_hundred_thousand_entries_are_in_place_and_in_one_history_and_one_changed_byte_is_pinpointed(
    app, reader
):
    """One test for both, because the years are long to write."""
    everything_is_in_place_and_in_one_history(app, reader)
    one_changed_byte_is_pinpointed(app, reader)


def everything_is_in_place_and_in_one_history(app, reader):
    size, root = reader.checkpoint()
    assert size == SIZE
    # Every entry hashes to its place, and all places to the root that was signed.
    for bundle in range(-(-size // 256)):
        entries = reader.entries(bundle, size)
        assert [spec.leaf(entry) for entry in entries] == reader.tile(0, bundle, size)
    assert reader.range(0, size, size) == root
    # Proofs made from the tiles alone hold, and are those the site makes.
    client = app.test_client()
    chosen = [0, 255, 256, 65_535, 65_536, SIZE - 1, *random.Random(6962).sample(range(SIZE), 60)]
    for index in chosen:
        path = reader.inclusion(index, size)
        entry = reader.entries(index // 256, size)[index % 256]
        assert json.loads(entry)[0] == index + 1
        assert spec.climbed(spec.leaf(entry), index, size, path) == root
        assert merkle.is_included(spec.leaf(entry), index, size, path, root)
    for index in chosen[:8]:
        proof = client.get(f"/log/entries/{index + 1}/proof.json").json
        assert [base64.b64decode(step) for step in proof["path"]] == reader.inclusion(index, size)
    # Each checkpoint ever signed is the beginning of the last one.
    assert len(reader.notes) == 10
    for note in reader.notes:
        old, old_root = reader.checkpoint(note)
        path = reader.consistency(old, size)
        assert spec.climbed_twice(old, size, path, True, old_root) == (old_root, root)
        assert merkle.is_consistent(old, old_root, size, root, path)
    # Nothing beyond what was signed is handed out.
    for address in (
        "tile/0/x000/391",
        "tile/0/390.p/200",
        "tile/3/000",
        "tile/1/001.p/200",
        "tile/entries/390.p/161",
        "tile/00/000",
    ):
        assert client.get(f"/log/{address}").status_code == 404
    with db.engine.connect() as connection:
        assert connection.execute(text("select count(*) from log_tile")).scalar() == 391 + 2 + 1


def one_changed_byte_is_pinpointed(app, reader):
    number = 67_345
    entry = reader.entries((number - 1) // 256, SIZE)[(number - 1) % 256]
    forged = entry.replace(b'"act":"publish"', b'"act":"publisH"')
    assert spec.leaf(forged) != reader.tile(0, (number - 1) // 256, SIZE)[(number - 1) % 256]
    session.rollback()
    behind_our_back(f"update log_entry set act = 'publisH' where seq = {number}")
    answer = app.test_cli_runner().invoke(args=["log", "verify"])
    assert answer.exit_code == 1
    assert f"public log: entry {number}: its content was changed" in answer.output
