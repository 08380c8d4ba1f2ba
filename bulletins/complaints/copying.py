"""The worker makes the copies of evidence that are shown: taking a file apart may last, and no transaction waits for it."""

import hashlib
import io
from dataclasses import dataclass
from typing import IO, Any

from association.kernel import cleaning, files, jobs, sealed_files
from association.kernel.db import session
from association.kernel.file_types import FileType
from association.kernel.files import Kept
from association.kernel.personal import INFORMANTS
from bulletins.complaints.models import ComplaintEvidence, EvidenceCopy

_BLOCK = 1 << 20


def digest_of(stream: IO[bytes]) -> tuple[str, int]:
    """SHA-256 (hex) and bytes of a stream, from its beginning."""
    stream.seek(0)
    digest, size = hashlib.sha256(), 0
    while block := stream.read(_BLOCK):
        digest.update(block)
        size += len(block)
    return digest.hexdigest(), size


@dataclass(frozen=True, slots=True)
class _Copied:
    sha256: str
    size: int
    stored: Kept


def _prepare(payload: dict[str, Any]) -> tuple[str, FileType] | None:
    evidence = session.get(ComplaintEvidence, payload["evidence"])
    if evidence is None or evidence.copy is not None:
        return None
    return evidence.stored_sha256, evidence.file_type


def _make(wanted: tuple[str, FileType] | None) -> _Copied | None:
    """None where no copy can be vouched for."""
    if wanted is None:
        return None
    stored, file_type = wanted
    try:
        copy = io.BytesIO(cleaning.cleaned(sealed_files.read(stored, purpose=INFORMANTS), file_type))
    except cleaning.Unclean:
        return None
    sha256, size = digest_of(copy)
    return _Copied(sha256, size, sealed_files.park(copy, purpose=INFORMANTS))


def _finish(payload: dict[str, Any], made: _Copied | None) -> None:
    evidence = session.get(ComplaintEvidence, payload["evidence"])
    if evidence is None or evidence.copy is not None:
        return
    copy = EvidenceCopy(evidence_id=evidence.id)
    if made is not None:
        files.speak_of(made.stored)
        copy.sha256, copy.size, copy.stored_sha256 = made.sha256, made.size, made.stored.sha256
    session.add(copy)


jobs.handles_slowly("copy_complaint_evidence", prepare=_prepare, work=_make, finish=_finish)
