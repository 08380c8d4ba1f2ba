"""The two programs others run: the follower that keeps an older checkpoint, and the verifier that needs nothing but Python."""

import importlib
import json
import subprocess
import sys

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from association.kernel.db import session
from association.kernel.log import growing, key, newest, notes
from association.kernel.log.models import Checkpoint
from association.kernel.settings import ROOT
from tests.kernel.log import acts
from tests.kernel.log.test_log_checking import leaves_anew, rewritten
from tests.kernel.test_chain import behind_our_back

EXAMPLES = ROOT / "examples"


@pytest.fixture
def programs(monkeypatch):
    """(verify, follow_log) as modules."""
    monkeypatch.syspath_prepend(str(EXAMPLES))
    yield importlib.import_module("verify"), importlib.import_module("follow_log")
    for name in ("verify", "follow_log"):
        sys.modules.pop(name, None)


@pytest.fixture
def follower(app, programs, tmp_path):
    """`follower()` looks at the site once more with what it has kept."""
    _verify, follow_log = programs

    class Here(follow_log.Site):
        def fetch(self, address: str) -> bytes:
            answer = app.test_client().get(f"/log/{address}")
            assert answer.status_code == 200, address
            return answer.data

    kept = follow_log.Kept(tmp_path / "kept")
    return lambda key=None: follow_log.follow(Here("http://site.example/log"), kept, key)


def signed_anew() -> str:
    """The statement by which somebody who has the log's key too signs what the tree is now."""
    newest_one = session.scalars(select(Checkpoint).order_by(Checkpoint.size.desc())).first()

    signer, root = key.signing(), growing.root(newest_one.size)
    head = notes.Head(signer.verifier.name, newest_one.size, root)
    note = notes.sign(head, signer.private, name=signer.verifier.name)
    session.rollback()
    return f"update log_checkpoint set note = '{note}', root = '{root.hex()}' where size = {head.size}"


def test_a_follower_keeps_what_it_sees_and_finds_that_the_log_has_only_grown(follower):
    for before, count in ((0, 3), (3, 300), (303, 1)):
        acts.several(count)
        acts.grown()
        assert follower() == (before, before + count)
    assert follower() == (304, 304)


def test_a_follower_names_the_entry_when_somebody_with_everything_rewrites_history(follower, programs):
    acts.several(12)
    acts.grown()
    follower()
    behind_our_back(*rewritten(7, act="withdraw"))
    behind_our_back(leaves_anew())
    behind_our_back(signed_anew())
    with pytest.raises(programs[0].Wrong, match="entry 7 is not the one it was"):
        follower()
    # Also once the log has gone on.
    acts.several(2)
    acts.grown()
    with pytest.raises(programs[0].Wrong, match="entry 7 is not the one it was"):
        follower()


def test_a_follower_notices_a_log_that_was_shortened(follower, programs, app, tmp_path):
    acts.several(5)
    acts.grown()
    old = app.test_client().get("/log/checkpoint").data
    acts.several(5)
    acts.grown()
    follower()
    behind_our_back("delete from log_checkpoint where size = 10")
    assert app.test_client().get("/log/checkpoint").data == old
    with pytest.raises(programs[0].Wrong, match="shrunk from 10 entries to 5"):
        follower()


def test_a_follower_believes_no_other_key(follower, programs):
    acts.one()
    acts.grown()
    stranger = notes.VerifierKey(
        "site.example/log", Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    )
    with pytest.raises(programs[0].Wrong, match="not signed by this key"):
        follower(str(stranger))


def test_a_run_cut_short_is_done_again(follower, tmp_path):
    acts.several(5)
    acts.grown()
    follower()
    for name in ("leaves", "entries.jsonl"):
        with (tmp_path / "kept" / name).open("ab") as file:
            file.write(b"half a")
    acts.several(2)
    acts.grown()
    assert follower() == (5, 7)
    assert len((tmp_path / "kept" / "entries.jsonl").read_bytes().splitlines()) == 7


@pytest.fixture
def proof(app, tmp_path):
    """The proof of entry 3 of 5, as somebody has downloaded it."""
    acts.several(5)
    acts.grown()
    path = tmp_path / "entry.proof.json"
    path.write_bytes(app.test_client().get("/log/entries/3/proof.json").data)
    return path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """As a reader would run it: alone, without our libraries, outside our folder."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(EXAMPLES / "verify.py"), *map(str, arguments)], cwd="/", capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_proof_is_checked_offline_with_nothing_but_python(proof):
    known = newest().key
    answer = run(proof, "--key", known)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "entry 3 stands in the checkpoint of 5" in answer.stdout
    without = run(proof)
    assert without.returncode == 0
    assert "compare it with the key you know" in without.stdout


@pytest.mark.parametrize("field", ["entry", "index", "path", "checkpoint", "key"])
def test_a_proof_in_which_anything_was_changed_does_not_hold(proof, field):
    said, known = json.loads(proof.read_text()), newest().key
    said[field] = {
        "entry": said["entry"].replace("publish", "publisH"), "index": 3, "path": said["path"][1:],
        "checkpoint": said["checkpoint"].replace("\n5\n", "\n6\n"), "key": said["key"].replace("site", "sits"),
    }[field]  # fmt: skip
    proof.write_text(json.dumps(said))
    answer = run(proof, *(() if field == "key" else ("--key", known)))
    assert answer.returncode == 1
    assert answer.stdout.startswith("✗")


@pytest.mark.parametrize("content", ["", "[]", "{}", "nonsense"])
def test_what_is_no_proof_is_said_to_be_none(tmp_path, content):
    (tmp_path / "x.json").write_text(content)
    answer = run(tmp_path / "x.json")
    assert (answer.returncode, answer.stderr) == (1, "")


@given(st.binary(max_size=200), st.integers(0, 63), st.integers(1, 255))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_its_own_ed25519_agrees_with_the_librarys(programs, message, at, flip):
    private = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    public, signature = private.public_key().public_bytes_raw(), private.sign(message)
    assert programs[0].is_signed(public, message, signature)
    spoilt = signature[:at] + bytes([signature[at] ^ flip]) + signature[at + 1 :]
    assert not programs[0].is_signed(public, message, spoilt)
    assert not programs[0].is_signed(public, message + b"x", signature)
