"""Two hundred organisations sign at the same time, from processes of their own: every one has its signature, its number and its place in the register, and
nobody has waited for a PDF."""

import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from association.kernel import clock, numbering
from association.kernel.db import db, session
from association.kernel.documents.models import DocumentState, RenderedDocument
from association.pledges import queries
from association.pledges.models import Pledge, Signature, SignatureState
from bench.rows import organisations
from tests import cast
from tests.association.pledges import signed as way
from tests.robustness import crowd

ROOT = Path(__file__).resolve().parents[2]
ORGANISATIONS, PROCESSES = 200, 4


def signing(app: Flask, first: int, last: int) -> subprocess.Popen[str]:
    url = db.engine.url.render_as_string(hide_password=False)
    data = str(app.extensions["settings"].data)
    command = [sys.executable, "-m", "tests.robustness.sign_many", data, url, str(first), str(last)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_200_organisations_sign_at_once_and_each_has_its_number(app):
    way.issued()
    cast.somebody("registrar", email="registrar@staff.example")
    organisations(ORGANISATIONS)
    crowd.officers(ORGANISATIONS)
    session.rollback()
    each = ORGANISATIONS // PROCESSES
    processes = [signing(app, n * each + 1, (n + 1) * each) for n in range(PROCESSES)]
    said = [int(line) for process in processes for line in process.communicate(timeout=240)[0].split()]
    assert [p.returncode for p in processes] == [0] * PROCESSES
    assert sorted(said) == list(range(1, ORGANISATIONS + 1))
    session.rollback()
    signatures = list(session.scalars(select(Signature)))
    assert {s.state for s in signatures} == {SignatureState.IN_FORCE}
    assert sorted(s.organisation_id for s in signatures) == list(range(1, ORGANISATIONS + 1))
    rows = select(numbering.IssuedNumber.number).where(numbering.IssuedNumber.series == "certificate:pledge")
    assert sorted(session.scalars(rows)) == list(range(1, ORGANISATIONS + 1))
    assert len({s.number for s in signatures}) == ORGANISATIONS
    pledge = session.scalars(select(Pledge)).one()
    assert (
        len(
            session.scalars(
                queries.register(pledge, max(clock.today(), *(s.since_on for s in signatures)))
            ).all()
        )
        == ORGANISATIONS
    )
    # The papers are promised, not printed: that is the worker's part, afterwards.
    papers = select(RenderedDocument.state).where(RenderedDocument.kind == "certificate")
    assert list(session.scalars(papers)) == [DocumentState.WAITING] * ORGANISATIONS
