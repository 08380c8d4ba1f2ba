"""Numbers have no gap and no double, however many processes take them and however many of those are killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from association.kernel.db import db, session
from association.kernel.numbering import IssuedNumber
from tests import cast

ROOT = Path(__file__).resolve().parents[2]


def issuing(app: Flask, count: int) -> subprocess.Popen[str]:
    url = db.engine.url.render_as_string(hide_password=False)
    command = [
        sys.executable,
        "-m",
        "tests.robustness.issue_numbers",
        str(app.extensions["settings"].data),
        url,
        str(count),
    ]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_processes_at_the_same_time_share_one_series(app):
    cast.somebody()
    session.rollback()
    processes = [issuing(app, 40) for _ in range(4)]
    said = [int(line) for process in processes for line in process.communicate(timeout=120)[0].split()]
    assert [p.returncode for p in processes] == [0, 0, 0, 0]
    assert sorted(said) == list(range(1, 4 * 32 + 1))  # each fifth was undone and gave its number back


@pytest.mark.slow
def test_a_process_killed_in_the_midst_leaves_neither_gap_nor_double(app):
    cast.somebody()
    session.rollback()
    said: list[int] = []
    for _ in range(3):
        process = issuing(app, 100_000)
        line = process.stdout.readline()
        time.sleep(0.4)
        process.send_signal(signal.SIGKILL)
        said += [int(n) for n in (line + process.communicate(timeout=60)[0]).split()]
    said += [int(n) for n in issuing(app, 4).communicate(timeout=60)[0].split()]
    session.rollback()
    issued = list(session.scalars(select(IssuedNumber.number).order_by(IssuedNumber.number)))
    assert issued == list(range(1, len(issued) + 1))
    assert set(said) <= set(issued)
    assert len(said) == len(set(said))
    assert len(issued) - len(said) <= 3  # a commit whose word was cut off
