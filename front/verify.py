"""/verify/: anybody who holds a certificate, its code, its number or its file learns what is true of it today."""

import hashlib
from typing import IO

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage
from wtforms import FileField, ValidationError

from association.kernel import certificates, clock, documents, pace
from association.kernel.attachments.limits import size_words
from association.kernel.certificates import Certificate, seal
from association.kernel.errors import Forbidden, Unknown
from association.kernel.forms import Form, Required
from association.kernel.log import papers
from association.kernel.pagecache import uncached
from association.kernel.web import actor, decided_inside, public
from association.kernel.words import _, _l
from front.record_paper import papers as papers_of_records

bp = Blueprint("verify", __name__, url_prefix="/verify")

LARGEST = 5 * 1024 * 1024
"""Bytes; our certificates have less than half a megabyte."""
FILES_PER_MINUTE, MISSES_PER_MINUTE = 20, 30


class _FileInHand(FileField):
    """A file that is looked at and not kept."""

    is_file = True


class FileForm(Form):
    file = _FileInHand(
        _l("文件"), [Required(_l("请选择文件"))], render_kw={"accept": ".pdf,application/pdf,.csv,.json"},
        description=_l("不超过5 MB。文件只在内存里比对，不保存。"),
    )  # fmt: skip

    def validate_file(self, field: FileField) -> None:
        if isinstance(field.data, FileStorage) and len(_bytes_of(field.data.stream)) > LARGEST:
            raise ValidationError(_("文件超过%(limit)s，不会是我们的证书。", limit=size_words(LARGEST)))


def _bytes_of(stream: IO[bytes]) -> bytes:
    """Its beginning, up to one byte more than we take."""
    stream.seek(0)
    return stream.read(LARGEST + 1)


def _called(code: str) -> Certificate:
    if certificates.tidy(code) != code:
        raise Unknown
    found = certificates.by_code(code)
    if found is None:
        # Only a code that could be one is a guess.
        pace.count("verify.miss", per_minute=MISSES_PER_MINUTE)
        raise Unknown
    return found


@bp.route("/", methods=["GET", "POST"])
@public
@uncached
def index() -> ResponseReturnValue:
    """A code or number to type, a file to compare."""
    typed = request.args.get("q", "").strip()[:100]
    form = FileForm()
    if typed:
        found = certificates.wanted(typed)
        if found is not None:
            return redirect(url_for("verify.show", code=found.code))
        pace.count("verify.miss", per_minute=MISSES_PER_MINUTE)
    if form.is_submitted():
        pace.count("verify.file", per_minute=FILES_PER_MINUTE)
    content = _bytes_of(form.file.data.stream) if form.accepts() else None
    reading = certificates.read(content) if content is not None else None
    logged = papers.file(hashlib.sha256(content).hexdigest()) if content is not None else None
    return render_template(
        "front/verify/index.html", form=form, typed=typed, reading=reading, logged=logged, Finding=certificates.Finding, seals=_seals(),
        of_a_day=reading is not None and reading.certificate is not None and certificates.kind_of(reading.certificate).is_of_a_day,
    )  # fmt: skip


def _seals() -> list[str]:
    """SHA-256 of our seal's present certificate, in pairs, as programmes show it."""
    try:
        return [c.fingerprint(c.signature_hash_algorithm).hex(":").upper() for c in seal.certificates()[:1] if c.signature_hash_algorithm]  # fmt: skip
    except seal.SealMissing:
        return []


@bp.get("/seal.crt")
@public
def seal_certificate() -> ResponseReturnValue:
    """Our seal's certificate, to install."""
    try:
        ours = seal.certificates()
    except seal.SealMissing as missing:
        raise Unknown from missing
    if not ours:
        raise Unknown
    answer = Response(seal.as_pem(ours[0]), mimetype="application/x-x509-ca-cert")
    answer.headers["Content-Disposition"] = "attachment; filename=seal.crt"
    return answer


@bp.get("/<code>/")
@public
def show(code: str) -> ResponseReturnValue:
    """What is on record of one certificate. A code written otherwise leads to its page."""
    tidied = certificates.tidy(code)
    if tidied is not None and tidied != code:
        return redirect(url_for("verify.show", code=tidied), 301)
    found = _called(code)
    return render_template(
        "front/verify/show.html", certificate=found, kind=certificates.kind_of(found), state=found.state, today=clock.today(),
        State=certificates.CertificateState, may_read=_may_read(found), remark=certificates.remark_of(found),
        record_url=papers_of_records.record_url(found),
    )  # fmt: skip


def _may_read(found: Certificate) -> bool:
    return certificates.kind_of(found).may_read(actor(), found)


@bp.get("/<code>/certificate.pdf")
@decided_inside
def pdf(code: str) -> ResponseReturnValue:
    """The sealed PDF, for whom it belongs to."""
    found = _called(code)
    if certificates.kind_of(found).is_of_a_day and not _may_read(found):
        return redirect(found.address)  # which says why, and where today's is
    if not _may_read(found):
        raise Forbidden(_("证书文件只给持有人下载；核对内容请看核验页。"))
    return documents.answer(certificates.paper_of(found))


@bp.get("/<code>/badge.svg")
@public
@uncached
def badge(code: str) -> ResponseReturnValue:
    """A picture for the holder's own site; kept by others for five minutes, so that it greys by itself."""
    found = _called(code)
    if certificates.kind_of(found).is_of_a_day:
        raise Unknown
    answer = Response(certificates.badge(found), mimetype="image/svg+xml")
    answer.headers["Cache-Control"] = "public, max-age=300"
    return answer
