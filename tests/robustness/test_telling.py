"""Thousands are told of one warning, each once: the page of the issue does not wait, and killed workers neither lose nor double a letter."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from association.accounts.models import Account
from association.kernel import clock, jobs
from association.kernel.db import db, session
from association.kernel.jobs import Job
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations.models import Officer, OfficerState, Organisation, OrganisationState, Post
from bulletins.warnings.models import WarningReceipt
from bulletins.warnings.workflow import WARNING
from tests import cast
from tests.bulletins.warnings.issued import REVIEWS, drafted, warning

ROOT = Path(__file__).resolve().parents[2]
MANY = 5_000
KILLS = 4


def _organisations_with_a_clerk() -> None:
    """Rows as an import leaves them; one person acts for all, so that letters are many and people few."""
    clerk = cast.somebody()
    with writing():
        person = session.get_one(Account, clerk.id).person_id
        made = [
            Organisation(uscc=f"9199000{n:011d}", name=f"样例第{n}家", name_key=f"{n:05d}", province="99", state=OrganisationState.APPROVED)
            for n in range(MANY)
        ]  # fmt: skip
        session.add_all(made)
        session.flush()
        session.add_all(
            Officer(
                organisation_id=o.id,
                person_id=person,
                post=Post.CLERK,
                state=OfficerState.ACTIVE,
                starts_on=clock.today(),
            )
            for o in made
        )


def _issued() -> float:
    """Reviewed and issued; returns how many seconds the issue itself took."""
    id_ = drafted()
    for deed, role in REVIEWS:
        person = cast.staff(role)
        began = time.perf_counter()
        with writing():
            WARNING.take(deed, warning(id_), actor=person)
    return time.perf_counter() - began


def _worker(app: Flask, name: str) -> subprocess.Popen[str]:
    url = db.engine.url.render_as_string(hide_password=False)
    command = [
        sys.executable,
        "-m",
        "tests.robustness.tell_many",
        str(app.extensions["settings"].data),
        url,
        name,
    ]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _told() -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(WarningReceipt)) or 0


def _until_more_than(before: int) -> None:
    until = time.monotonic() + 240
    while _told() <= before:
        if time.monotonic() > until:
            raise TimeoutError("the worker tells nobody")
        time.sleep(0.02)


@pytest.mark.slow
def test_five_thousand_are_told_once_though_workers_are_killed_in_the_middle(app: Flask) -> None:
    _organisations_with_a_clerk()
    assert _issued() < 1
    session.rollback()
    for turn in range(KILLS):
        worker = _worker(app, f"tests:{turn}")
        _until_more_than(_told())
        time.sleep(0.11 * turn)  # somewhere in the middle of the next batch
        worker.send_signal(signal.SIGKILL)
        worker.wait(30)
        worker.stdout.close()
        jobs.release_claims(of_dead=f"tests:{turn}")  # as the one who minds the workers does
    assert 0 < _told() < MANY
    worker = _worker(app, "tests:last")
    assert "done" in worker.communicate(timeout=300)[0]
    assert _told() == MANY
    letters = select(func.count(), func.count(func.distinct(Letter.body))).where(
        Letter.template == "warnings/told"
    )
    assert session.execute(letters).one() == (MANY, MANY)
    assert session.scalar(select(func.count()).where(Job.kind == "letter")) == MANY
