"""The worker as a process: killed anywhere, two at once, stopped politely, renewed by itself; nothing is lost and nothing done twice."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from sqlalchemy import func, select

from association.kernel import clock, jobs, letters, queue, regular, worker
from association.kernel.db import session
from association.kernel.jobs import Job, JobState
from association.kernel.letters import Letter, LetterState
from association.kernel.settings import ROOT, Settings
from association.kernel.transactions import writing
from tests import conftest
from tests.mail_server import MailServer

FLASK = (sys.executable, "-m", "flask", "work")


@pytest.fixture
def house(site):
    """The empty site at the real time: another process has no other."""
    with site.app_context():
        conftest.emptied(site)
        yield site
        session.rollback()
        session.remove()


def environment(house, **more: str) -> dict[str, str]:
    settings: Settings = house.extensions["settings"]
    return {
        "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "YUEZHANG_DATA": str(settings.data),
        "YUEZHANG_MODE": settings.mode, "YUEZHANG_DATABASE": settings.database_url, "YUEZHANG_SECRET_KEY": settings.secret_key,
        "YUEZHANG_PERSONAL_KEY": settings.personal_key.hex(), "YUEZHANG_BASE_URL": settings.base_url,
        "PYTHONPATH": str(ROOT), "FLASK_APP": "app",
    } | more  # fmt: skip


@contextmanager
def working(house, command: tuple[str, ...] = FLASK, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker's process, killed at the end if it is still there."""
    process = subprocess.Popen(command, cwd=ROOT, env=environment(house, **more), stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait()


def until(what: Callable[[], object]) -> None:
    deadline = time.monotonic() + 240
    while not what():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)
        session.rollback()


def write(n: int) -> None:
    with writing():
        for number in range(n):
            letters.send(
                "tests/plain", to_address=f"reader{number}@people.example", account_id=1, name=f"样例{number}"
            )


@pytest.fixture(autouse=True)
def template(tmp_path, monkeypatch):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "plain.zh.txt").write_text("关于{{ name }}\n\n{{ name }}，你好。\n")
    loader = letters._environment().loader
    monkeypatch.setattr(loader, "searchpath", [*loader.searchpath, str(tmp_path)])


def sent() -> int:
    return (
        session.scalar(select(func.count()).select_from(Letter).where(Letter.state == LetterState.SENT)) or 0
    )


def waiting() -> int:
    return session.scalar(select(func.count()).select_from(Job).where(Job.state == JobState.WAITING)) or 0


def written_ids() -> set[str]:
    session.rollback()
    return set(session.scalars(select(Letter.message_id)))


def ids_in_folder(house) -> list[str]:
    place: Path = house.extensions["settings"].data / "mail"
    return [str(message_from_bytes(file.read_bytes())["Message-ID"]) for file in place.iterdir()]


@pytest.mark.slow
def test_a_worker_killed_again_and_again_puts_every_letter_into_the_folder_once_and_marks_it(house):
    write(400)
    chance = random.Random(5)
    kills = 0
    while waiting() and kills < 3:
        before = sent()
        with working(house) as process:
            until(lambda before=before: sent() > before or not waiting())
            time.sleep(chance.uniform(0, 0.3))
            process.send_signal(signal.SIGKILL)
            process.wait()
        kills += 1
    with working(house):
        until(lambda: waiting() == 0)
    session.rollback()
    assert sent() == 400
    assert sorted(ids_in_folder(house)) == sorted(written_ids())
    assert jobs.given_up() == []
    assert letters.unread(1) == 400


@pytest.mark.slow
def test_a_worker_killed_while_it_speaks_to_the_mail_server_sends_again_under_the_same_id_and_only_what_was_not_marked(
    house,
):
    write(300)
    with MailServer() as server:
        for _ in range(2):
            before = len(server.accepted)
            with working(house, YUEZHANG_SMTP=server.url):
                until(lambda before=before: len(server.accepted) > before + 20 or not waiting())
        with working(house, YUEZHANG_SMTP=server.url):
            until(lambda: waiting() == 0)
        assert set(server.times_by_id) == written_ids()
        twice = [times for times in server.times_by_id.values() if times > 1]
        assert all(times == 2 for times in twice)
        assert len(twice) <= 2 * 50


@pytest.mark.slow
def test_two_workers_side_by_side_send_each_letter_once(house):
    write(200)
    with MailServer() as server:
        with working(house, YUEZHANG_SMTP=server.url), working(house, YUEZHANG_SMTP=server.url):
            until(lambda: waiting() == 0)
        assert server.times_by_id == dict.fromkeys(written_ids(), 1)


def test_a_worker_told_to_stop_finishes_what_is_in_its_hands_and_gives_the_rest_back(house):
    write(400)
    with working(house) as process:
        until(lambda: sent() > 0)
        assert regular.beat_of(worker.HEARTBEAT) is not None
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    session.rollback()
    assert 0 < sent() < 400
    assert len(ids_in_folder(house)) == sent()
    assert session.scalars(select(Job).where(Job.claimed_by.is_not(None))).all() == []
    assert regular.beat_of(worker.HEARTBEAT) is None


def test_the_bell_wakes_the_worker_long_before_its_own_next_look(house, monkeypatch):
    # By itself this one would look again after an hour.
    program = (
        "from association.kernel import worker; worker.LOOK_EVERY = 3600; from flask.cli import main; main()"
    )
    with working(house, (sys.executable, "-c", program, "work")):
        until(lambda: regular.beat_of(worker.HEARTBEAT) is not None)
        time.sleep(1)
        monkeypatch.setattr(jobs.promises, "_wake", queue.bell(house.extensions["settings"]))
        for n in range(1, 6):
            write(1)
            until(lambda n=n: sent() == n)


def test_a_worker_that_has_printed_enough_starts_itself_anew_under_the_same_number(house):
    program = (
        "from association.kernel import worker; worker.RECYCLE_AFTER = 3; from flask.cli import main; main()"
    )
    with working(house, (sys.executable, "-c", program, "work")) as process:
        for _ in range(2):
            with writing():
                for n in range(3):
                    jobs.later("render_document", document_id=999_000 + n)
            until(lambda: waiting() == 0)
            assert process.poll() is None


def test_a_job_whose_workers_die_is_done_alone_after_the_others_and_given_up_in_the_end(house):
    with writing():
        jobs.later("tests.note", name="kills")
        jobs.later("tests.note", name="other")
    jobs.handles("tests.note")(lambda _payload: None)
    held = []
    for _ in range(jobs.running.DEATHS + 3):
        taken = jobs.running._claim()
        held.append([job.payload["name"] for job in taken])
        if held[-1] == ["other"]:
            jobs.running._settle(taken)
        with writing():
            for job in taken:  # the worker dies: its claim grows old
                session.get_one(Job, job.id).claimed_until = clock.now() - timedelta(seconds=1)
    session.rollback()
    assert held[0] == ["kills", "other"]
    assert ["other"] in held[:4]
    assert [job.payload["name"] for job in jobs.given_up()] == ["kills"]


def test_a_claim_is_good_until_it_lapses_and_a_living_worker_renews_it(house, monkeypatch):
    with writing():
        jobs.later("tests.note")
    (taken,) = jobs.running._claim()
    assert jobs.running._claim() == []
    monkeypatch.setattr(jobs.running, "_in_hand", frozenset({taken.id}))
    with writing():
        session.get_one(Job, taken.id).claimed_until = clock.now() - timedelta(seconds=1)
    with writing():
        jobs.renew_claims()
    assert jobs.running._claim() == []


def test_a_promise_made_while_its_like_is_under_way_is_kept_as_a_promise_of_its_own(house):
    with writing():
        jobs.later("tests.note", key="one")
        jobs.later("tests.note", key="one")
    assert waiting() == 1
    jobs.running._claim()
    with writing():
        jobs.later("tests.note", key="one")
    assert waiting() == 2


def test_what_a_worker_did_after_its_claim_had_gone_to_another_is_not_marked_twice(house):
    with writing():
        jobs.later("tests.note")
    taken = jobs.running._claim()
    with writing():
        session.get_one(Job, taken[0].id).claimed_by = "another"
    jobs.running._settle(taken)
    session.rollback()
    assert session.get_one(Job, taken[0].id).state is JobState.WAITING


def test_regular_work_is_done_once_in_its_time_and_a_failing_one_stops_no_other(house, monkeypatch):
    did: list[str] = []

    def fails() -> None:
        did.append("fails")
        raise RuntimeError("样例")

    monkeypatch.setattr(regular, "_regulars", {})
    worker.every(timedelta(hours=1), "tests.fails")(fails)
    worker.every(timedelta(hours=1), "tests.notes")(lambda: did.append("notes"))
    assert regular.run_regulars() == ["tests.notes"]
    assert regular.run_regulars() == []
    assert did == ["fails", "notes", "fails"]


def test_spent_tokens_and_done_jobs_are_forgotten_in_their_time(house):
    from association.kernel.once import SpentToken

    with writing():
        jobs.later("tests.note")
        session.flush()
        old = session.scalars(select(Job)).one()
        old.state, old.done_at = JobState.DONE, clock.now() - timedelta(days=31)
        for token, days in (("old", 8), ("new", 6)):
            session.add(
                SpentToken(token=token, path="/", location="/", at=clock.now() - timedelta(days=days))
            )
    regular.run_regulars()
    session.rollback()
    assert list(session.scalars(select(SpentToken.token))) == ["new"]
    assert session.scalars(select(Job).where(Job.kind == "tests.note")).all() == []
