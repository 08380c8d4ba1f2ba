"""What the worker does with an upload that is whole: put the pieces together, look at the bytes, hand it on."""

import tempfile
from dataclasses import dataclass
from typing import IO, Any, cast

from association.kernel import files, jobs
from association.kernel.attachments.limits import FileLimits, displayed_name
from association.kernel.attachments.models import Named
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.file_types import FileType, recognise
from association.kernel.files import Kept
from association.kernel.uploads.models import Upload, UploadState, pieces_of
from association.kernel.uploads.receiving import let_go_of_pieces
from association.kernel.uploads.takers import Whole, taker_of
from association.kernel.words import spoken_in

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    name: str
    shas: tuple[str, ...]
    limits: FileLimits
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """`fault` says why the bytes cannot be taken."""

    kept: Kept | None = None
    file_type: FileType | None = None
    fault: str = ""


def read(payload: dict[str, Any]) -> _Parts | None:
    """None when it is done already, or gone."""
    upload = session.get(Upload, payload["upload_id"])
    taker = taker_of(upload.subject_kind) if upload else None
    if upload is None or taker is None or upload.state is not UploadState.WHOLE:
        return None
    shas = tuple(piece.sha256 for piece in pieces_of(upload))
    return _Parts(name=upload.name, shas=shas, limits=taker.limits(upload.purpose), language=upload.language)


def put_together(parts: _Parts | None) -> _Looked | None:
    """The slow part: the same pieces give the same file again."""
    if parts is None:
        return None
    with tempfile.TemporaryFile() as whole:
        stream = cast(IO[bytes], whole)
        for sha256 in parts.shas:
            with files.open_file(sha256) as piece:
                while block := piece.read(_BLOCK):
                    stream.write(block)
        with spoken_in(parts.language):
            fault = parts.limits.type_fault(Named(parts.name, stream))
        if fault:
            return _Looked(fault=fault)
        return _Looked(kept=files.park_whole(stream), file_type=recognise(stream, wanted=parts.limits.types))


def hand_on(payload: dict[str, Any], looked: _Looked | None) -> None:
    """Effect and mark in one transaction."""
    upload = session.get(Upload, payload["upload_id"], with_for_update=True)
    if looked is None or upload is None or upload.state is not UploadState.WHOLE:
        return
    let_go_of_pieces(upload)
    taker = taker_of(upload.subject_kind)
    subject = session.get(taker.model, upload.subject_id) if taker else None
    if looked.kept is None or looked.file_type is None or taker is None or subject is None:
        upload.state, upload.fault = UploadState.REFUSED, looked.fault
        return
    files.speak_of(looked.kept)
    name = displayed_name(upload.name, looked.file_type)
    whole = Whole(upload=upload, subject=subject, kept=looked.kept, file_type=looked.file_type, name=name)
    try:
        with spoken_in(upload.language):
            taker.take(whole)
        upload.state = UploadState.TAKEN
    except Refused as refusal:
        # What it was meant for, or who sent it, has changed while it was on its way.
        upload.state, upload.fault = UploadState.REFUSED, str(refusal.sentence)


jobs.handles_slowly("put_together", prepare=read, work=put_together, finish=hand_on)
