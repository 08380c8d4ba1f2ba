"""Masking: what stands behind an entry of the public log can be destroyed, and no proof breaks."""

import hashlib

import pytest
from sqlalchemy import select

from association.kernel import certificates, files, jobs
from association.kernel.audit import AuditEntry, AuditSecret, LogEntry
from association.kernel.db import session
from association.kernel.log import first_fault
from tests import cast
from tests.front.test_log_files import verified
from tests.kernel.certificates.kinds import issued
from tests.page import Page

MASK = "/desk/administration/log/1/mask/"


@pytest.fixture
def paper(app):
    """The bytes of a certificate; the log's first entry speaks of them."""
    found = issued(cast.somebody())
    for _ in range(2):
        jobs.run_due()
    session.rollback()
    return files.read(certificates.paper_of(session.merge(found)).sha256)


def address(paper: bytes) -> str:
    return f"/log/files/{hashlib.sha256(paper).hexdigest()}/"


def test_a_masked_content_is_gone_and_every_proof_holds_as_before(paper, as_, visitor, tmp_path):
    proof = visitor.get(f"{address(paper)}proof.json").answer.data
    commitment = session.scalars(select(LogEntry.commitment).where(LogEntry.seq == 1)).one()
    staff = as_("legal").get("/log/entries/1/")
    assert "屏蔽这条记录的内容" in staff.text
    page = staff.get(MASK).submit("销毁内容和盐", reason="样例：法院的裁定")
    assert page.path == "/log/entries/1/"
    assert "内容已屏蔽" in page.text
    jobs.run_due()
    session.rollback()
    assert session.scalars(select(AuditSecret).where(AuditSecret.commitment == commitment)).all() == []
    assert visitor.get(address(paper)).status == 404
    assert verified(tmp_path, proof, paper).returncode == 0
    assert visitor.get("/log/entries/1/proof.json").status == 200
    assert first_fault() is None


def test_that_it_was_masked_is_on_record_twice_in_the_trail_with_its_reason_and_in_the_log(
    paper, as_, visitor
):
    as_("legal").get(MASK).submit("销毁内容和盐", reason="样例：法院的裁定")
    line = session.scalars(select(AuditEntry).where(AuditEntry.deed == "mask")).one()
    assert (line.details["reason"], line.details["number"]) == ("样例：法院的裁定", 1)
    assert "屏蔽内容" in visitor.get("/log/entries/2/").text
    assert "法院" not in visitor.get("/log/entries/2/").text


def test_it_needs_a_reason_and_happens_once(paper, as_):
    staff = as_("legal")
    first = staff.get(MASK).submit("销毁内容和盐", reason=" ")
    assert first.errors == ["请写明依据和理由。"]
    assert first.submit("销毁内容和盐", reason="样例：法院的裁定").status == 200
    again = staff.get(MASK).submit("销毁内容和盐", reason="再来一次")
    assert again.status == 409
    assert "这条记录的内容已经屏蔽。" in again.text


@pytest.mark.parametrize("role", ["admin", "auditor", "editor", "registrar"])
def test_nobody_else_may(paper, as_, role):
    staff = as_(role)
    assert "屏蔽这条记录的内容" not in staff.get("/log/entries/1/").text
    assert staff.get(MASK).status == 403


def test_a_visitor_is_asked_to_sign_in_and_an_entry_nobody_has_is_not_found(paper, as_, app):
    assert Page(app).get(MASK).path.startswith("/account/login")
    assert as_("legal").get("/desk/administration/log/99/mask/").status == 404
