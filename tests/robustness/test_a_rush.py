"""Five hundred people want eighty places at the same moment, from processes of their own: eighty have one, the others stand in one order, and a process that
is killed in the middle loses nobody and gives nothing twice."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import insert, select

from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import db, session
from association.kernel.transactions import writing
from association.people.models import Person
from association.training.models import Cause, CourseSession, Enrolment, EnrolmentState, Movement
from tests.association.training import school

ROOT = Path(__file__).resolve().parents[2]
PEOPLE, PLACES, PROCESSES = 500, 80, 4


def people(count: int) -> None:
    """Written past the actions because hundreds are wanted in a second; ids are given by hand, so nothing is made after them."""
    first = (session.query(Person).count() or 0) + 1
    first_account = (session.query(Account).count() or 0) + 1
    session.rollback()
    with writing():
        session.execute(
            insert(Person),
            [{"id": first + n, "name": f"样例{n}", "made_at": clock.now()} for n in range(count)],
        )
        session.execute(
            insert(Account),
            [
                {"id": first_account + n, "person_id": first + n, "email": f"p{n}@many.example", "email_key": f"p{n}@many.example",
                 "language": "zh", "totp_last_step": 0, "is_demo": False, "made_at": clock.now()}
                for n in range(count)
            ],
        )  # fmt: skip


def rushing(app: Flask, held: int, first: int, last: int) -> subprocess.Popen[str]:
    url = db.engine.url.render_as_string(hide_password=False)
    data = str(app.extensions["settings"].data)
    command = [
        sys.executable,
        "-m",
        "tests.robustness.sign_up_many",
        data,
        url,
        str(held),
        str(first),
        str(last),
    ]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_500_people_want_80_places_at_once(app: Flask) -> None:
    # The processes live by the real clock, which is some days off the tests' own.
    held = school.announced(school.course(), places=PLACES)
    with writing():
        row = session.get_one(CourseSession, held)
        row.opens_on, row.closes_on = clock.today() - timedelta(days=900), clock.today() + timedelta(days=900)
        row.starts_at, row.ends_at = (clock.now() + timedelta(days=n) for n in (1000, 1001))
    people(PEOPLE)
    each = PEOPLE // PROCESSES
    processes = [rushing(app, held, n * each, (n + 1) * each - 1) for n in range(PROCESSES)]
    # One is killed after some have signed up, and its part begins again.
    stream = processes[0].stdout
    assert stream is not None
    for _line in range(20):
        stream.readline()
    processes[0].kill()
    processes[0].communicate()
    again = rushing(app, held, 0, each - 1)
    for process in [*processes[1:], again]:
        process.communicate(timeout=600)
        assert process.returncode == 0
    session.rollback()
    found = list(session.scalars(select(Enrolment).order_by(Enrolment.id)))
    assert len(found) == PEOPLE
    assert len({e.person_id for e in found}) == PEOPLE
    placed = [e for e in found if e.state is EnrolmentState.CHECKING]
    waiting = [e for e in found if e.state is EnrolmentState.WAITING]
    assert (len(placed), len(waiting)) == (PLACES, PEOPLE - PLACES)
    assert sorted(e.line or 0 for e in waiting) == list(range(1, PEOPLE - PLACES + 1))
    moves = list(session.scalars(select(Movement)))
    assert len(moves) == PEOPLE
    joined = {m.enrolment_id: m.rank for m in moves if m.cause is Cause.JOINED}
    assert joined == {e.id: e.line for e in waiting}, "each was told the rank they had"
