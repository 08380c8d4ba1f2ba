"""/verify/: the code, the number, the file; what is true today, in plain words, for anybody."""

import io
import secrets
from datetime import timedelta
from urllib.parse import quote

import pytest
from werkzeug.exceptions import TooManyRequests

from association.kernel import certificates, clock, files, jobs, pace
from association.kernel.attachments.models import Attachment
from association.kernel.certificates import CertificateState
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from tests import cast
from tests.kernel.certificates.kinds import issued
from tests.page import Page


@pytest.fixture
def holder(app):
    return cast.somebody()


@pytest.fixture
def certificate(holder):
    return issued(holder)


def content_of(certificate) -> bytes:
    jobs.run_due()
    session.rollback()
    return files.read(certificates.paper_of(certificate).sha256)


def asked(page: Page, typed: str) -> Page:
    return page.get(f"/verify/?q={quote(typed)}")


def dropped(page: Page, content: bytes) -> Page:
    return page.get("/verify/").submit("比对文件", file=(io.BytesIO(content), "certificate.pdf"))


def test_code_and_number_lead_to_the_page_of_the_certificate(certificate, visitor):
    for typed in (certificates.shown(certificate.code).lower(), certificate.number):
        page = asked(visitor, typed)
        assert page.path == certificate.address
        assert "证书今天有效。" in page.text
        assert "晨曦样例影视有限公司" in page.text
        assert "样例公约" in page.text
        assert "也不是行政许可" in page.text


def test_what_is_not_there_is_said_with_what_to_do(certificate, visitor):
    page = asked(visitor, "样例证〔2026〕99号")
    assert "没有编号或验证码是“样例证〔2026〕99号”的证书" in page.text
    assert visitor.get("/verify/ABCD/").status == 404


def test_where_holders_are_not_public_a_number_leads_nowhere_and_the_code_does(holder, visitor):
    hidden = issued(holder, "hidden")
    assert "没有查到" in asked(visitor, hidden.number).text
    assert asked(visitor, hidden.code).path == hidden.address


@pytest.mark.parametrize(
    ("as_", "said"),
    [
        (CertificateState.WITHDRAWN, "已撤回"), (CertificateState.LAPSED, "已失效"), (CertificateState.REVOKED, "已被撤销"),
        (CertificateState.SUPERSEDED, "已被新版替代"),
    ],
)  # fmt: skip
def test_page_and_badge_change_on_the_day_it_ends(certificate, visitor, as_, said):
    badge = visitor.get(certificate.address + "badge.svg").html
    assert "有效（2026年11月23日）" in badge
    assert "#0f6e4f" in badge
    with writing():
        certificates.end(certificate, as_=as_, on=clock.today(), because="样例理由。", actor=SYSTEM)
    page = visitor.get(certificate.address)
    assert said in page.text
    assert "从2026年11月23日起不再有效。样例理由。" in page.text
    answer = visitor.get(certificate.address + "badge.svg").answer
    assert said in answer.text
    assert "#0f6e4f" not in answer.text
    assert answer.mimetype == "image/svg+xml"
    assert answer.headers["Cache-Control"] == "public, max-age=300"


def test_an_end_that_lies_ahead_is_announced(certificate, visitor):
    with writing():
        certificates.end(
            certificate, as_=CertificateState.WITHDRAWN, on=clock.today() + timedelta(days=30), because="", actor=SYSTEM
        )  # fmt: skip
    page = visitor.get(certificate.address)
    assert "证书今天有效。" in page.text
    assert "从2026年12月23日起将不再有效。" in page.text


def test_the_pdf_is_for_whom_it_belongs_to(certificate, holder, visitor, as_, app):
    pdf = certificate.address + "certificate.pdf"
    mine = cast.signed_in(app, holder.email)
    assert mine.get(pdf).status == 503  # the worker has not made it yet
    content = content_of(certificate)
    answer = mine.get(pdf).answer
    assert (answer.data, answer.mimetype) == (content, "application/pdf")
    assert "下载证书（PDF）" in mine.get(certificate.address).text
    assert as_().get(pdf).status == 403
    assert visitor.get(pdf, follow=False).status == 302
    assert "下载证书（PDF）" not in visitor.get(certificate.address).text


def test_a_dropped_file_is_compared_and_nothing_of_it_is_kept(certificate, visitor, app):
    content = content_of(certificate)
    kept = sorted((app.extensions["settings"].data / "files").rglob("*"))
    assert "逐字节相同" in dropped(visitor, content).text
    flipped = bytearray(content)
    flipped[len(content) // 2] ^= 1
    page = dropped(visitor, bytes(flipped))
    assert "被改动" in page.text
    assert certificate.number in page.text
    assert "不是我们的" in dropped(visitor, b"%PDF-1.7 words").text
    assert sorted((app.extensions["settings"].data / "files").rglob("*")) == kept
    assert session.query(Attachment).count() == 0


def test_a_file_too_large_or_none_is_refused_at_its_field(visitor, app):
    page = dropped(visitor, b"%PDF" + bytes(5 * 1024 * 1024))
    assert page.status == 422
    assert page.errors == ["文件超过5 MB，不会是我们的证书。"]
    assert visitor.get("/verify/").submit("比对文件").errors == ["请选择文件"]


def test_our_seals_certificate_can_be_fetched_once_there_is_one(visitor, certificate):
    assert "BEGIN CERTIFICATE" in visitor.get("/verify/seal.crt").html
    assert "SHA-256" in visitor.get("/verify/").text


def test_the_pages_speak_english(certificate, app):
    page = Page(app, language="en")
    assert page.get("/verify/").heading == "Check a certificate"
    assert "valid today" in page.get(certificate.address).text
    assert "Valid" in page.get(certificate.address + "badge.svg").html


def test_who_asks_too_often_is_told_to_wait_and_others_are_not(app):
    what = f"verify.test.{secrets.token_hex(4)}"
    for n in range(25):
        with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.7"}):
            if n < 20:
                pace.count(what, per_minute=20)
            else:
                with pytest.raises(TooManyRequests):
                    pace.count(what, per_minute=20)
    with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.8"}):
        pace.count(what, per_minute=20)
