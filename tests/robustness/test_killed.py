"""kill -9 of web and worker, again and again, while people work: what was acknowledged is there, once, and everything agrees."""

import contextlib
import os
import random
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.journeys.server import (
    LiveSite,
    environment,
    flask,
    prepare,
    processes_of,
    running,
    until_ready,
)
from tests.remote import Unanswered
from tests.robustness.load import Applicant

KILLS = 10
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


def kill_again_and_again(site: LiveSite, clerks: list[Clerk], times: int) -> None:
    """One process after another, at moments nobody chose, each once something was acknowledged after the one before."""
    dice = random.Random(20261123)
    for _ in range(times):
        _wait_for_more(clerks)
        time.sleep(dice.uniform(0, 0.3))
        with contextlib.suppress(ProcessLookupError):
            os.kill(dice.choice(list(processes_of(site))), signal.SIGKILL)


def _wait_for_more(clerks: list[Clerk]) -> None:
    before, until = sum(len(c.promised) for c in clerks), time.monotonic() + 240
    while sum(len(c.promised) for c in clerks) == before:
        if time.monotonic() > until:
            raise TimeoutError("the site did not come back by itself")
        time.sleep(0.02)


@pytest.mark.slow
def test_every_acknowledged_deed_is_there_once_after_kill_9_in_a_loop(demo):
    with running(demo) as site:
        ending = threading.Event()
        clerks = [Clerk(site, email, 10_000 * (n + 1), ending) for n, email in enumerate(CLERKS)]
        for clerk in clerks:
            clerk.start()
        try:
            kill_again_and_again(site, clerks, KILLS)
        finally:
            ending.set()
            for clerk in clerks:
                clerk.join()
    promised = [code for clerk in clerks for code in clerk.promised]
    assert len(promised) >= KILLS

    # Started again on what is left: nothing is mended by hand.
    with running(demo) as site:
        _wait_until_done(demo)
        found = _rows(demo, "select uscc from organisation where name like '样例%影视有限公司'")
        assert set(promised) <= set(found)
        assert len(found) == len(set(found))
        invitations = [
            path for path in (demo / "mail").glob("*.eml") if b"@load.example" in path.read_bytes()
        ]
        assert len(invitations) == len(found)
        env = environment(demo, 0)
        assert "whole" in flask("log", "verify", env=env).stdout
        flask("index", "check", env=env)


def _wait_until_done(data: Path) -> None:
    until = time.monotonic() + 240
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


@pytest.fixture
def untouched(tmp_path):
    """The folder of a live site that nobody has used."""
    prepare(tmp_path / "data", mode="live")
    return tmp_path / "data"


def test_a_site_whose_web_processes_die_together_comes_back_by_itself(untouched):
    # Granian ends itself when one of its processes dies again within seconds; whoever minds it starts it anew.
    with running(untouched) as site:
        for _ in range(3):
            for process in processes_of(site):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            until_ready(site.address)


def test_a_stopped_site_leaves_no_process_behind(untouched):
    with running(untouched) as site:
        mine = f"YUEZHANG_DATA={site.data}"
    left = subprocess.run(
        ["grep", "-lz", mine, *Path("/proc").glob("[0-9]*/environ")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert left.stdout == ""
