"""Papers carry their proof: linked where they are handed out, found by their bytes, checked offline."""

import io
import json
import subprocess
import sys

import pytest
from sqlalchemy import delete, select

from association.kernel import certificates, documents, files, jobs
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.documents import RenderedDocument
from association.kernel.log import papers
from association.kernel.log.papers import LoggedFile
from association.kernel.settings import ROOT
from association.kernel.transactions import writing
from tests import cast
from tests.kernel.certificates.kinds import issued
from tests.page import Page


@pytest.fixture
def certificate(app):
    found = issued(cast.somebody())
    jobs.run_due()
    jobs.run_due()
    session.rollback()
    return session.merge(found)


def paper(certificate) -> bytes:
    return files.read(certificates.paper_of(certificate).sha256)


def verified(tmp_path, proof: bytes, content: bytes) -> subprocess.CompletedProcess[str]:
    (tmp_path / "paper.proof.json").write_bytes(proof)
    (tmp_path / "paper.pdf").write_bytes(content)
    return subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "examples/verify.py"), "paper.proof.json", "paper.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_certificate_leads_to_its_proof_which_holds_offline(certificate, visitor, tmp_path):
    page = visitor.get(certificate.address)
    assert "证书文件在公开日志中的证明" in page.text
    page = visitor.get(f"/log/of?paper={certificate.address}certificate.pdf")
    assert page.path == f"/log/files/{certificates.paper_of(certificate).sha256}/"
    assert "已在检查点中" in page.text
    proof = visitor.get(f"{page.path}proof.json").answer.data
    answer = verified(tmp_path, proof, paper(certificate))
    assert answer.returncode == 0, answer.stdout
    assert "the file is the one the entry commits to" in answer.stdout


def test_a_file_with_one_byte_changed_does_not_hold(certificate, visitor, tmp_path):
    proof = visitor.get(f"/log/files/{certificates.paper_of(certificate).sha256}/proof.json").answer.data
    content = bytearray(paper(certificate))
    content[len(content) // 2] ^= 1
    answer = verified(tmp_path, proof, bytes(content))
    assert answer.returncode == 1
    assert "not the file the proof speaks of" in answer.stdout


@pytest.mark.parametrize("field", ["salt", "content"])
def test_a_proof_with_another_salt_or_content_does_not_hold(certificate, visitor, tmp_path, field):
    said = json.loads(
        visitor.get(f"/log/files/{certificates.paper_of(certificate).sha256}/proof.json").answer.text
    )
    said[field] = said[field].replace("rendered", "printed") if field == "content" else "0" * 32
    answer = verified(tmp_path, json.dumps(said).encode(), paper(certificate))
    assert answer.returncode == 1
    assert "does not give the entry's commitment" in answer.stdout


def test_a_dropped_file_is_found_in_the_log_by_its_bytes(certificate, visitor):
    page = visitor.get("/verify/").submit("比对文件", file=(io.BytesIO(paper(certificate)), "any-name.pdf"))
    assert "公开日志里有这份文件" in page.text
    page = visitor.get("/verify/").submit(
        "比对文件", file=(io.BytesIO(paper(certificate) + b"x"), "any-name.pdf")
    )
    assert "公开日志里有这份文件" not in page.text


def test_until_the_paper_is_made_and_signed_over_the_page_says_so(app, visitor):
    found = issued(cast.somebody())
    address = f"/log/of?paper={found.address}certificate.pdf"
    assert visitor.get(address).status == 503
    with app.app_context():
        jobs.run_due(limit=1)
    for _ in range(3):
        jobs.run_due()
    session.rollback()
    assert visitor.get(address).status == 200
    assert visitor.get("/log/of?paper=/nowhere/document.pdf").status == 404
    assert visitor.get("/log/of").status == 404
    assert visitor.get(f"/log/files/{'0' * 64}/").status == 404
    assert visitor.get("/log/files/x/proof.json").status == 404


def test_the_entry_does_not_tell_what_the_paper_is(certificate, visitor):
    entry = session.scalars(select(LogEntry).where(LogEntry.act == "make_document")).one()
    text = visitor.get(f"/log/entries/{entry.seq}/").text
    assert "文件定稿" in text
    assert certificates.paper_of(certificate).sha256 not in text
    assert certificate.holder not in text


def test_what_is_not_handed_to_others_is_not_entered(app):
    assert "self_check" not in documents.issued_kinds()
    assert {"certificate", "notice", "warning", "text"} <= documents.issued_kinds()


def test_papers_made_before_the_log_spoke_of_them_are_entered_once(certificate, app):
    with writing():
        session.execute(delete(LoggedFile))
    for entered in (1, 0):
        with writing():
            assert papers.enter_earlier() == entered
    assert papers.newest_at(certificate.address) is not None


def test_every_paper_a_page_hands_out_is_the_one_its_proof_link_leads_to(certificate):
    for document in session.scalars(select(RenderedDocument)):
        assert papers.newest_at(document.address).sha256 == document.sha256


def test_the_page_speaks_english(certificate, app):
    page = Page(app, language="en").get(f"/log/files/{certificates.paper_of(certificate).sha256}/")
    assert "Keep the proof beside the file" in page.text
