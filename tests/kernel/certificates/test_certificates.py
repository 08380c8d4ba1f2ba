"""Certificates: numbered, printed and sealed by the worker, ended by days; their seal is found intact by others' programmes too."""

import dataclasses
import hashlib
import io
import os
import random
import shutil
import signal
import stat
import subprocess
import time
from datetime import date, timedelta

import pytest
import time_machine
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from sqlalchemy import event

from association.kernel import certificates, clock, files, jobs
from association.kernel.certificates import CertificateState, Finding, codes, seal
from association.kernel.db import db, session
from association.kernel.documents import DocumentState
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from tests import cast, conftest
from tests.kernel import test_worker
from tests.kernel.certificates.kinds import issued

house = test_worker.house
REAL = pytest.mark.skipif(
    shutil.which("pdfsig") is None and not conftest.DEMANDED, reason="poppler's pdfsig is not here"
)


def paper_of(certificate) -> bytes:
    """Its PDF, after the worker's turn."""
    jobs.run_due()
    session.rollback()
    document = certificates.paper_of(certificate)
    assert document.state is DocumentState.READY
    return files.read(document.sha256)


@pytest.fixture
def sealed(app):
    certificate = issued(cast.somebody())
    return certificate, paper_of(certificate)


def verdict(content: bytes, tmp_path) -> str:
    """What pdfsig says of the file."""
    file = tmp_path / "held.pdf"
    file.write_bytes(content)
    return subprocess.run(
        ["pdfsig", "-nocert", str(file)], capture_output=True, text=True, check=False
    ).stdout


def test_each_gets_a_code_and_the_next_number_of_its_kind(app):
    someone = cast.somebody()
    first, second = issued(someone), issued(someone)
    assert [first.number, second.number] == ["样例证〔2026〕1号", "样例证〔2026〕2号"]
    assert first.code != second.code
    assert [c.id for c in certificates.certificates_of(someone.person)] == [second.id, first.id]


def test_its_state_follows_from_the_days(app):
    certificate = issued(cast.somebody(), valid_from=date(2026, 12, 1), valid_until=date(2027, 11, 30))
    states = [
        certificate.state_on(date(*d)) for d in ((2026, 11, 30), (2026, 12, 1), (2027, 11, 30), (2027, 12, 1))
    ]
    state = CertificateState
    assert states == [state.COMING, state.VALID, state.VALID, state.LAPSED]


def test_an_end_that_lies_ahead_gives_way_to_an_earlier_one_and_what_is_ended_stays_ended(app):
    certificate = issued(cast.somebody())
    today = clock.today()

    def end(as_: CertificateState, on: date) -> None:
        with writing():
            certificates.end(certificate, as_=as_, on=on, because="样例理由", actor=SYSTEM)

    end(CertificateState.WITHDRAWN, today + timedelta(days=30))
    assert certificate.state is CertificateState.VALID
    end(CertificateState.REVOKED, today)
    assert certificate.state is CertificateState.REVOKED
    with pytest.raises(Refused):
        end(CertificateState.WITHDRAWN, today + timedelta(days=1))


def test_a_new_version_supersedes_the_old_one_and_only_a_lapse_is_taken_back(app):
    someone = cast.somebody()
    old = issued(someone)
    new = issued(someone, valid_from=clock.today(), supersedes=old)
    assert (old.state, old.superseded_by_id) == (CertificateState.SUPERSEDED, new.id)
    with pytest.raises(Refused), writing():
        certificates.restore(old, because="样例", actor=SYSTEM)
    with writing():
        certificates.end(new, as_=CertificateState.LAPSED, on=clock.today(), because="逾期未报", actor=SYSTEM)
    with pytest.raises(Refused), writing():
        certificates.restore(new, because=" ", actor=SYSTEM)
    with writing():
        certificates.restore(new, because="已经补报", actor=SYSTEM)
    assert new.state is CertificateState.VALID


def test_the_seal_is_intact_over_the_whole_file_for_pyhanko_and_trusted_once_our_certificate_is(sealed):
    _certificate, content = sealed
    (found,) = PdfFileReader(io.BytesIO(content)).embedded_signatures
    assert found.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    without = validate_pdf_signature(found, ValidationContext(trust_roots=[]))
    assert (without.intact, without.valid, without.trusted) == (True, True, False)
    assert without.coverage is SignatureCoverageLevel.ENTIRE_FILE
    ours = load_cert_from_pemder(str(seal.files().certificate))
    with time_machine.travel(clock.now() + timedelta(minutes=5), tick=True):
        trusted = validate_pdf_signature(found, ValidationContext(trust_roots=[ours]))
    assert trusted.intact
    assert trusted.valid
    assert trusted.signing_cert.dump() == seal.certificates()[0].public_bytes(Encoding.DER)


@REAL
def test_the_seal_is_intact_for_poppler_and_one_flipped_byte_is_not(sealed, tmp_path):
    _certificate, content = sealed
    said = verdict(content, tmp_path)
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    flipped = bytearray(content)
    flipped[len(content) // 3] ^= 1
    assert "Signature is Valid" not in verdict(bytes(flipped), tmp_path)


def test_what_was_issued_is_known_again_byte_for_byte(sealed):
    certificate, content = sealed
    reading = certificates.read(content)
    assert (reading.finding, reading.certificate.id) == (Finding.IDENTICAL, certificate.id)
    assert hashlib.sha256(content).hexdigest() == certificates.paper_of(certificate).sha256


def test_one_flipped_byte_anywhere_is_reported_as_altered(sealed):
    _certificate, content = sealed
    chance = random.Random(11)
    places = {0, 1, len(content) - 1, content.rindex(b"/ByteRange"), content.rindex(b"/Contents") + 40}
    places |= {content.rindex(b"/Location") + 60, *(chance.randrange(len(content)) for _ in range(200))}
    for place in places:
        flipped = bytearray(content)
        flipped[place] ^= 1 << chance.randrange(8)
        assert certificates.read(bytes(flipped)).finding is Finding.ALTERED, place


@pytest.mark.parametrize("forged", [b"", b"00", b"3000", b"30820100" + b"30800201" * 60, b"zz", b"30" * 3000])
def test_a_forged_signature_in_the_room_of_ours_is_altered_and_harms_nobody(sealed, forged):
    _certificate, content = sealed
    begin = content.rindex(b"/Contents <") + len(b"/Contents <")
    end = content.index(b">", begin)
    ours = seal.certificates()[0].public_bytes(Encoding.DER).hex().encode()
    forged_file = content[:begin] + forged.ljust(end - begin, b"0") + content[end:] + b"%" + ours
    assert certificates.read(forged_file).finding is Finding.ALTERED


def test_a_file_that_names_thousands_of_certificates_costs_a_few_questions(app):
    asked = []
    names = b"".join(f"/verify/{codes.new_code()}/ ".encode() for _ in range(3000))

    def note(_connection, _cursor, statement, *_rest) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert certificates.read(b"%PDF-1.7 " + names).finding is Finding.NOT_OURS
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    assert len(asked) <= 22


def test_what_is_added_after_the_seal_is_reported_and_other_files_are_not_ours(sealed):
    certificate, content = sealed
    added = certificates.read(content + b"\n%% more\n")
    assert (added.finding, added.certificate.id) == (Finding.ALTERED, certificate.id)
    for other in (b"%PDF-1.7\n%%EOF", b"", b"words", os.urandom(2000), b"/ByteRange [0 1 2 3]"):
        assert certificates.read(other).finding is Finding.NOT_OURS


def test_a_sealed_file_without_a_record_is_said_to_be_that(sealed):
    _certificate, content = sealed
    again = seal.sealed(
        content[: content.rindex(b"%%EOF", 0, len(content) - 10) + 6], address="http://site.example/"
    )
    assert certificates.read(again).finding is Finding.SEALED


def test_a_wrong_seal_under_our_code_is_no_seal_of_ours(sealed, tmp_path, monkeypatch, app):
    certificate, _content = sealed
    other = dataclasses.replace(app.extensions["settings"], data=tmp_path)
    with monkeypatch.context() as elsewhere:
        elsewhere.setitem(app.extensions, "settings", other)
        seal.make_if_missing()
        forged = seal.sealed(_plain_pdf(), address=f"http://site.example{certificate.address}")
    assert certificates.read(forged).finding is Finding.ALTERED


def _plain_pdf() -> bytes:
    from association.kernel.documents import press

    return press.print_html("<p>样例</p>").content


def test_the_key_is_made_once_and_only_its_owner_reads_it(sealed):
    kept = seal.files()
    assert stat.S_IMODE(kept.key.stat().st_mode) == 0o600
    before = kept.key.read_bytes()
    seal.make_if_missing()
    assert kept.key.read_bytes() == before


def test_a_named_key_that_is_absent_is_said_clearly_and_nothing_is_made(app, tmp_path, monkeypatch):
    named = dataclasses.replace(
        app.extensions["settings"], seal_key=tmp_path / "seal.key", seal_certificate=tmp_path / "seal.crt"
    )
    monkeypatch.setitem(app.extensions, "settings", named)
    certificate = issued(cast.somebody())
    jobs.run_due()
    session.rollback()
    assert certificates.paper_of(certificate).state is DocumentState.WAITING
    assert "没有电子签章的密钥" in seal.fault()
    assert "YUEZHANG_SEAL_KEY" in seal.fault()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(seal.SealMissing):
        seal.sealed(b"", address="")


@pytest.mark.slow
def test_a_worker_killed_again_and_again_seals_every_certificate_once(house):
    someone = cast.somebody()
    for _ in range(6):
        issued(someone)
    chance = random.Random(7)

    def unsealed() -> int:
        session.rollback()
        return sum(
            certificates.paper_of(c).sha256 is None for c in certificates.certificates_of(someone.person)
        )

    kills = 0
    while unsealed() and kills < 2:
        before = unsealed()
        with test_worker.working(house, FLASK_APP="tests.kernel.certificates.with_kind") as process:
            test_worker.until(lambda before=before: unsealed() < before)
            time.sleep(chance.uniform(0, 0.3))
            process.send_signal(signal.SIGKILL)
            process.wait()
        kills += 1
    with test_worker.working(house, FLASK_APP="tests.kernel.certificates.with_kind"):
        test_worker.until(lambda: unsealed() == 0)
    session.rollback()
    for certificate in certificates.certificates_of(someone.person):
        reading = certificates.read(files.read(certificates.paper_of(certificate).sha256))
        assert (reading.finding, reading.certificate.id) == (Finding.IDENTICAL, certificate.id)
    assert jobs.given_up() == []
