"""tus 1.0.0 (https://tus.io/protocols/resumable-upload): POST begins, HEAD says how far, PATCH goes on, DELETE ends. Sentences are plain text."""

import base64
import binascii
from email.utils import format_datetime

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import forms, sent
from association.kernel.errors import Refused
from association.kernel.uploads.clearing import kept_until
from association.kernel.uploads.models import Upload
from association.kernel.uploads.receiving import CHECKSUMS, begin, end, receive, resumed
from association.kernel.web import actor, public, signed_in
from association.kernel.words import _

bp = Blueprint("uploads", __name__, url_prefix="/uploads")
VERSION = "1.0.0"
BYTES = "application/offset+octet-stream"


@bp.after_request
def speak_tus(answer: Response) -> Response:
    """Every answer says which protocol, and none is kept by anybody."""
    answer.headers["Tus-Resumable"] = VERSION
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _said(status: int, sentence: str = "", **headers: str) -> Response:
    answer = Response(sentence, status, mimetype="text/plain")
    answer.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
    return answer


def _refused_at_the_door() -> Response | None:
    """Another protocol, or no proof that one of our pages asks."""
    if request.headers.get("Tus-Resumable") != VERSION:
        return _said(412, _("只支持tus %(version)s。", version=VERSION), Tus_Version=VERSION)
    if not forms.asked_by_our_page():
        return _said(400, _("页面放得太久，为安全起见请刷新后继续；已经传过的都还在。"))
    return None


def _number(header: str) -> int | None:
    raw = request.headers.get(header, "")
    return int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 16 else None


def _progress(upload: Upload) -> dict[str, str]:
    return {
        "Upload_Offset": str(upload.received),
        "Upload_Expires": format_datetime(kept_until(upload), usegmt=True),  # type: ignore[arg-type]
    }


@bp.route("/", methods=["OPTIONS"])
@public
def options() -> ResponseReturnValue:
    """What this server can."""
    return _said(
        204, Tus_Version=VERSION, Tus_Extension="creation,checksum,termination,expiration",
        Tus_Checksum_Algorithm=",".join(sorted(CHECKSUMS)),
    )  # fmt: skip


@bp.post("/")
@signed_in
def create() -> ResponseReturnValue:
    """A place for bytes; metadata name the file, what it is uploaded to, and what for."""
    if (refused := _refused_at_the_door()) is not None:
        return refused
    length = _number("Upload-Length")
    if length is None:
        raise Refused(_("没有说文件有多大。"))
    said = _metadata()
    upload = begin(
        subject=said.get("subject", ""),
        said=said,
        name=said.get("filename", ""),
        length=length,
        actor=actor(),
    )
    return _said(201, Location=url_for("uploads.patch", token=upload.token), **_progress(upload))


def _metadata() -> dict[str, str]:
    """`filename d29y…,kind c2Nya…`; what cannot be read is left out."""
    found: dict[str, str] = {}
    for pair in request.headers.get("Upload-Metadata", "").split(","):
        name, _blank, value = pair.strip().partition(" ")
        try:
            found[name] = base64.b64decode(value, validate=True).decode("utf-8")[:500]
        except (binascii.Error, UnicodeDecodeError):
            continue
    return found


@bp.route("/<token>", methods=["HEAD"])
@signed_in
def head(token: str) -> ResponseReturnValue:
    """How much has come."""
    upload = resumed(token, actor())
    return _said(200, Upload_Length=str(upload.length), **_progress(upload))


@bp.patch("/<token>")
@signed_in
def patch(token: str) -> ResponseReturnValue:
    """More bytes. Of a line that broke what came through is kept, unless a checksum was to be compared."""
    if (refused := _refused_at_the_door()) is not None:
        return refused
    if request.mimetype != BYTES:
        return _said(415, _("只收%(type)s。", type=BYTES))
    place = _number("Upload-Offset")
    if place is None:
        raise Refused(_("没有说从哪里接着传。"))
    upload, came = resumed(token, actor()), sent.body()
    receive(
        upload,
        place=place,
        stream=came.stream,
        size=came.size,
        checksum=request.headers.get("Upload-Checksum", ""),
    )
    return _said(204, **_progress(upload))


@bp.delete("/<token>")
@signed_in
def delete(token: str) -> ResponseReturnValue:
    """Not wanted any more."""
    if (refused := _refused_at_the_door()) is not None:
        return refused
    end(resumed(token, actor()))
    return _said(204)
