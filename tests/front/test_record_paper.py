"""An organisation's public record on sealed paper: made once for a day and a state, of facts, for anybody; gone when it is not true any more."""

import io
import subprocess
import sys
from collections import OrderedDict
from datetime import timedelta
from urllib.parse import quote

import pypdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from werkzeug.exceptions import TooManyRequests

from association.kernel import certificates, clock, documents, files, jobs, pace
from association.kernel.audit import AuditEntry, kind_of
from association.kernel.certificates import Certificate
from association.kernel.db import session
from association.kernel.documents import RenderedDocument
from association.kernel.settings import ROOT
from association.kernel.transactions import writing
from association.kernel.words import spoken_in
from association.organisations import actions as organisations
from association.organisations.models import Organisation
from front.record_paper import papers, sections
from tests import cast
from tests.association.standing import written
from tests.page import Page

ADDRESS = f"/organisations/{cast.code(101)}/record/"


@pytest.fixture(autouse=True)
def nobody_has_asked_yet(monkeypatch):
    """The count of machines outlives a test."""
    monkeypatch.setattr(pace, "_asked", OrderedDict())


@pytest.fixture
def firm(app):
    return cast.verified()


def asked(page: Page) -> Page:
    return page.get(ADDRESS).submit("制作今天的文件")


def made(page: Page) -> Certificate:
    """Asked for, printed, in the log."""
    asked(page)
    jobs.run_due()
    jobs.run_due()
    session.rollback()
    return newest()


def newest() -> Certificate:
    return session.query(Certificate).filter_by(kind="record").order_by(Certificate.id.desc()).first()


def content_of(paper: Certificate) -> bytes:
    return files.read(certificates.paper_of(paper).sha256)


def text_of(content: bytes) -> str:
    return "".join("".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(content)).pages).split())


def test_anybody_asks_and_gets_todays_record_as_facts(firm, visitor):
    written.recorded(firm, title="样例事项")
    visitor.get(f"/organisations/{cast.code(101)}/").press("下载今天的公开记录（PDF）")
    assert visitor.path == ADDRESS
    visitor.submit("制作今天的文件")
    assert "正在制作" in visitor.text
    paper = newest()
    assert visitor.get(f"{paper.address}certificate.pdf").status == 503
    jobs.run_due()
    visitor.get(ADDRESS)
    answer = visitor.get(visitor.links()["下载公开记录（PDF）"]).answer
    assert answer.mimetype == "application/pdf"
    said = text_of(answer.data)
    for words in (
        firm.organisation.name, paper.number, "2026年11月23日", "不是评价、排名或推荐，也不是行政许可", "样例事项", "没有登记在案的许可证",
        certificates.shown(paper.code), f"/verify/{paper.code}/",
    ):  # fmt: skip
        assert words in said


@pytest.mark.parametrize("role", [None, "registrar", "auditor", "editor"])
def test_it_is_the_same_paper_for_everybody_on_a_day(firm, app, role):
    first = made(Page(app))
    page = (cast.signed_in(app, cast.somebody(role).email) if role else Page(app)).get(ADDRESS)
    assert first.number in page.text
    with writing():
        assert papers.draw_up(session.get_one(Organisation, firm.id)).id == first.id
    assert session.query(Certificate).filter_by(kind="record").count() == 1
    mine = cast.signed_in(app, firm.clerk_account.email)
    assert mine.get(f"{first.address}certificate.pdf").answer.data == content_of(first)


def test_after_a_change_the_earlier_one_is_not_handed_out_and_its_check_page_says_so(firm, visitor):
    first = made(visitor)
    before, pdf, code = content_of(first), f"{first.address}certificate.pdf", first.address
    page = visitor.get(code)
    assert "记录从那天到今天没有变化" in page.text
    assert "只说2026年11月23日的记录" in page.text
    assert "证书今天有效" not in page.text
    assert "有效期" not in page.text
    written.recorded(firm, title="新的事项")
    page = visitor.get(code)
    assert "那天以后记录有变化" in page.text
    assert "新的事项" not in page.text
    assert page.links()["看今天的公开记录"] == f"/organisations/{cast.code(101)}/"
    assert visitor.get(pdf).path == code
    second = made(visitor)
    assert second.address != code
    assert content_of(second) != before
    assert "新的事项" in text_of(content_of(second))


def test_the_day_after_the_file_goes_and_whoever_holds_it_is_still_told_that_it_is_ours(firm, visitor):
    first = made(visitor)
    content, code = content_of(first), first.address
    with clock.telling(clock.now() + timedelta(days=1)):
        assert visitor.get(f"{code}certificate.pdf").path == code
        assert "没有变化" in visitor.text
        with writing():
            papers.let_go_of_past_days()
        assert certificates.paper_of(newest()) is None
        page = visitor.get("/verify/").submit("比对文件", file=(io.BytesIO(content), "record.pdf"))
        assert "公开日志里有这份文件" in page.text
        assert "我们不再保存这份文件" in page.text
        assert made(visitor).address != code


def test_it_is_sealed_and_checked_offline_against_the_public_log(firm, visitor, tmp_path):
    paper = made(visitor)
    content = content_of(paper)
    found = PdfFileReader(io.BytesIO(content)).embedded_signatures[0]
    status = validate_pdf_signature(found, ValidationContext(trust_roots=[]))
    assert (status.intact, status.valid) == (True, True)
    page = visitor.get(f"/log/of?paper={paper.address}certificate.pdf")
    (tmp_path / "p.json").write_bytes(visitor.get(f"{page.path}proof.json").answer.data)
    (tmp_path / "p.pdf").write_bytes(content)
    checked = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "examples/verify.py"), "p.json", "p.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout


def test_every_character_has_its_face_and_the_facts_do_not_stay_behind(firm, visitor):
    asked(visitor)
    document = certificates.paper_of(newest())
    assert document.context["name"] == firm.organisation.name
    jobs.run_due()
    session.rollback()
    document = certificates.paper_of(newest())
    assert document.without_glyph == ""
    assert document.context == {}
    assert document.state is documents.DocumentState.READY


def test_nothing_personal_is_on_it_and_nobody_is_noted_who_asked(firm, app):
    with writing():
        session.get_one(Organisation, firm.id).legal_representative = "欧阳样例"
    page = cast.signed_in(app, cast.somebody("auditor").email)
    said = text_of(content_of(made(page)))
    assert "欧阳样例" not in said
    assert firm.clerk_account.person.name not in said
    assert firm.signer_account.person.name not in said
    assert "@" not in said
    noted = session.query(AuditEntry).filter_by(subject_kind=kind_of(Certificate)).all()
    assert [n.account_id for n in noted] == [None]


def test_without_a_public_record_there_is_no_paper(app, visitor):
    cast.submitted(102, name="拾光样例影业有限公司")
    assert visitor.get(f"/organisations/{cast.code(102)}/record/").status == 404
    person = cast.verified(kinds=["agent"])
    for page in (visitor, cast.signed_in(app, person.clerk_account.email)):
        assert page.get(ADDRESS).status == 404


def test_when_publicity_ends_the_file_goes_at_once_and_the_check_page_names_nobody(app, visitor):
    person = cast.verified(kinds=["agent"], name="甘样例经纪工作室")
    with writing():
        organisations.give_public_basis(
            session.get_one(Organisation, person.id),
            basis="本人单独同意（样例）",
            actor=cast.staff("registrar"),
        )
    paper = made(visitor)
    code = paper.address
    assert "甘样例经纪工作室" in text_of(content_of(paper))
    assert "甘样例" not in visitor.get(code).html
    with writing():
        organisations.give_public_basis(
            session.get_one(Organisation, person.id), basis="", actor=cast.staff("registrar")
        )
    assert session.query(RenderedDocument).filter_by(template="print/record.html").count() == 0
    page = visitor.get(f"{code}certificate.pdf")
    assert page.path == code
    assert "这个单位现在没有公开记录" in page.text
    assert "甘样例" not in page.html


def test_its_number_leads_to_its_page_and_search_says_what_is_so_today(firm, visitor):
    paper = made(visitor)
    code = paper.address
    assert visitor.get(f"/verify/?q={paper.number}").path == code
    assert visitor.get(f"{code}badge.svg").status == 404
    assert "没有变化" in visitor.get(f"/search?q={quote(paper.number)}").text


def test_the_page_and_the_check_page_are_in_english_too(firm, app, visitor):
    reader = Page(app, language="en")
    assert "Make today's paper" in reader.get(ADDRESS).html
    paper = made(visitor)
    assert reader.get(ADDRESS).heading == "Today's public record (PDF)"
    assert "The record today says the same" in reader.get(paper.address).text


def test_what_it_says_does_not_depend_on_who_reads_in_which_language(firm, app):
    organisation = session.get_one(Organisation, firm.id)
    with spoken_in("en"):
        english = sections.printed(organisation)
    assert sections.stamp_of(english) == sections.stamp_of(sections.printed(organisation))


def test_one_machine_has_a_few_made_in_a_minute(firm, app, monkeypatch):
    def too_often(_what: str, *, per_minute: int) -> None:
        raise TooManyRequests

    page = Page(app).get(ADDRESS)
    monkeypatch.setattr("front.record_paper.views.pace.count", too_often)
    page.submit("制作今天的文件")
    assert page.status == 429
    assert session.query(Certificate).count() == 0


def test_a_paper_whose_words_were_put_otherwise_is_not_called_changed(firm, visitor, monkeypatch):
    paper = made(visitor)
    monkeypatch.setattr(papers, "FORM", "another")
    page = visitor.get(paper.address)
    assert "不能逐字比较" in page.text
    assert "那天以后记录有变化" not in page.text


def test_the_words_of_this_form_are_these(firm):
    """When this fails and the facts of `cast` are as before, the words have changed: count `sections.FORM` on."""
    written.recorded(firm, title="样例事项")
    written.owed(firm, public=True)
    said = sections.printed(session.get_one(Organisation, firm.id))
    assert (sections.FORM, sections.stamp_of(said)[:16]) == ("1", "5e56ba9820bbaae1")
