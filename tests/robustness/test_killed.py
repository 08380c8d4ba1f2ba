"""kill -9 of web and worker, again and again, while people work: what was acknowledged is there, once, and everything agrees."""

import os
import random
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.journeys.server import LiveSite, environment, flask, running
from tests.robustness.load import Applicant, Unanswered

SECONDS = 12.0
CLERKS = ("clerk@aurora.example", "clerk@borealis.example", "training@aurora.example")


class Clerk(threading.Thread):
    """Applies as fast as the site answers; a serial that was not acknowledged is never used again."""

    def __init__(self, site: LiveSite, email: str, first: int, stop: threading.Event) -> None:
        super().__init__()
        self.applicant, self.serial, self.ending = Applicant(site.address, email), first, stop
        self.promised: list[str] = []

    def run(self) -> None:
        signed_in = False
        while not self.ending.is_set():
            try:
                if not signed_in:
                    self.applicant.sign_in()
                    signed_in = True
                self.serial += 1
                self.promised.append(self.applicant.apply(self.serial))
            except Unanswered:
                self.ending.wait(0.05)


def processes_of(site: LiveSite) -> list[int]:
    """Web workers and the worker of this site, by what they were started with; not the one that minds them."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            environ = (entry / "environ").read_bytes()
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        mine = f"YUEZHANG_DATA={site.data}".encode() in environ
        if mine and b"serve.py" not in command and (b"flask\0work" in command or _parent_is_granian(entry)):
            found.append(int(entry.name))
    return found


def _parent_is_granian(entry: Path) -> bool:
    parent = (entry / "stat").read_text().rpartition(")")[2].split()[1]
    try:
        return b"granian" in (Path("/proc") / parent / "cmdline").read_bytes()
    except OSError:
        return False


def kill_again_and_again(site: LiveSite, seconds: float) -> int:
    """One process after another, at moments nobody chose; returns how many died."""
    killed, until, dice = 0, time.monotonic() + seconds, random.Random(20261123)
    while time.monotonic() < until:
        time.sleep(dice.uniform(0.2, 0.9))
        alive = processes_of(site)
        if alive:
            try:
                os.kill(dice.choice(alive), signal.SIGKILL)
                killed += 1
            except ProcessLookupError:
                continue
    return killed


@pytest.mark.slow
def test_every_acknowledged_deed_is_there_once_after_kill_9_in_a_loop(tmp_path):
    data = tmp_path / "data"
    with running(data) as site:
        ending = threading.Event()
        clerks = [Clerk(site, email, 10_000 * (n + 1), ending) for n, email in enumerate(CLERKS)]
        for clerk in clerks:
            clerk.start()
        killed = kill_again_and_again(site, SECONDS)
        ending.set()
        for clerk in clerks:
            clerk.join()
    promised = [code for clerk in clerks for code in clerk.promised]
    assert killed >= 8
    assert len(promised) >= 20

    # Started again on what is left: nothing is mended by hand.
    with running(data) as site:
        _wait_until_done(data)
        found = _rows(data, "select uscc from organisation where name like '样例%影视有限公司'")
        assert set(promised) <= set(found)
        assert len(found) == len(set(found))
        invitations = [
            path for path in (data / "mail").glob("*.eml") if b"@load.example" in path.read_bytes()
        ]
        assert len(invitations) == len(found)
        env = environment(data, 0)
        assert "whole" in flask("log", "verify", env=env).stdout
        flask("index", "check", env=env)


def _wait_until_done(data: Path) -> None:
    until = time.monotonic() + 60
    while _rows(data, "select id from job where state = 'waiting'"):
        if time.monotonic() > until:
            raise TimeoutError("promises are left")
        time.sleep(0.2)


def _rows(data: Path, statement: str) -> list[object]:
    engine = create_engine(f"sqlite:///{data / 'yuezhang.db'}")
    with engine.connect() as connection:
        rows = list(connection.execute(text(statement)).scalars())
    engine.dispose()
    return rows


def test_a_stopped_site_leaves_no_process_behind(tmp_path):
    with running(tmp_path / "data", mode="live") as site:
        mine = f"YUEZHANG_DATA={site.data}"
    left = subprocess.run(
        ["grep", "-lz", mine, *Path("/proc").glob("[0-9]*/environ")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert left.stdout == ""
