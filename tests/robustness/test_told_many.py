"""One notice for 5,000 people: the deed does not wait for them, and each gets one letter, however often the worker is killed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask_migrate import upgrade
from sqlalchemy import create_engine, text

from app import create_app
from association.kernel import dated
from association.kernel.db import db, session
from association.kernel.transactions import writing
from bench.rows import organisations
from tests.bulletins.notices import issued as way
from tests.conftest import settings_for
from tests.journeys.server import ROOT, environment
from tests.robustness import crowd

ORGANISATIONS = 2_500
KILLS = 4
PATIENCE = 900
"""Seconds: far beyond what a busy machine needs."""


def rows(data: Path, statement: str) -> list[int]:
    engine = create_engine(f"sqlite:///{data / 'yuezhang.db'}")
    with engine.connect() as connection:
        found = [int(value) for value in connection.execute(text(statement)).scalars()]
    engine.dispose()
    return found


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_each_of_5000_gets_one_letter_though_the_worker_is_killed_again_and_again(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "mode").write_text("live\n")
    app = create_app(settings_for(data, f"sqlite:///{data / 'yuezhang.db'}"))
    with app.app_context():
        upgrade()
        with writing():
            dated.plant()
        organisations(ORGANISATIONS)
        crowd.officers(ORGANISATIONS)
        way.issued()
        # The deed itself has told nobody: it has promised one piece of work.
        assert rows(data, "select count(*) from notice_recipient") == [0]
        assert rows(data, "select count(*) from job where kind = 'notices.tell'") == [1]
        session.remove()
        db.engine.dispose()
    _carried_out_under_fire(data)
    told = rows(data, "select account_id from notice_recipient")
    assert len(told) == len(set(told)) == ORGANISATIONS * crowd.EACH
    written = rows(data, "select account_id from letter where template = 'notices/issued'")
    assert sorted(written) == sorted(told)


def _carried_out_under_fire(data: Path) -> None:
    dice, until, kills, seen = random.Random(5000), time.monotonic() + PATIENCE, 0, 0
    worker = _worker(data)
    try:
        while rows(data, "select count(*) from job where kind = 'notices.tell' and state = 'waiting'") != [0]:
            assert time.monotonic() < until, "people are left untold"
            time.sleep(dice.uniform(0.1, 0.4))
            (now,) = rows(data, "select count(*) from notice_recipient")
            if kills < KILLS and now > seen:
                seen, kills = now, kills + 1
                os.killpg(worker.pid, signal.SIGKILL)
                worker.wait()
                worker = _worker(data)
    finally:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
    assert kills == KILLS


def _worker(data: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "flask", "work"], cwd=ROOT, env=environment(data, 1), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
