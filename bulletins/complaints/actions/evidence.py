"""Evidence: kept sealed as it came, shown as a copy without its traces."""

from collections.abc import Sequence

from association.kernel import audit, jobs, sealed_files
from association.kernel.attachments import EVIDENCE, Upload
from association.kernel.attachments.limits import displayed_name
from association.kernel.db import lock, session
from association.kernel.errors import Refused, Unknown
from association.kernel.file_types import recognise
from association.kernel.personal import INFORMANTS
from association.kernel.policy import Actor, require
from association.kernel.words import _
from bulletins.complaints.actions import handling
from bulletins.complaints.copying import digest_of
from bulletins.complaints.models import Complaint, ComplaintEvidence
from bulletins.complaints.policy import P
from bulletins.complaints.settings import how_many


def check_room(complaint: Complaint, *, more: int = 1) -> None:
    if len(complaint.evidence) + more > how_many("most_files"):
        raise Refused(_("一件最多收%(n)d份证据，请合并后再交。", n=how_many("most_files")), field="files")


def store(
    complaint: Complaint, *, files: Sequence[Upload], source: str, is_ours: bool, actor: Actor
) -> list[ComplaintEvidence]:
    """Keep files for ever. Refused without a source, over the limits, and when there are too many."""
    if not source:
        raise Refused(_("请写明证据从哪里来、什么时候取得。"), field="source")
    check_room(complaint, more=len(files))
    for file in files:
        if sentence := EVIDENCE.fault(file):
            raise Refused(sentence, field="files")
    kept = [_kept(complaint, file, source=source, is_ours=is_ours) for file in files]
    session.add_all(kept)
    session.flush()
    audit.record("add_evidence", complaint, actor=actor, sha256=[one.sha256 for one in kept])
    for one in kept:
        jobs.later("copy_complaint_evidence", evidence=one.id)
    return kept


def _kept(complaint: Complaint, file: Upload, *, source: str, is_ours: bool) -> ComplaintEvidence:
    found = recognise(file.stream, wanted=EVIDENCE.types)
    sha256, size = digest_of(file.stream)
    stored = sealed_files.keep(file.stream, purpose=INFORMANTS)
    return ComplaintEvidence(
        complaint=complaint, is_ours=is_ours, name=displayed_name(file.filename, found), source=source, file_type=found,
        size=size, sha256=sha256, stored_sha256=stored.sha256,
    )  # fmt: skip


def add_evidence(complaint: Complaint, *, files: Sequence[Upload], source: str, actor: Actor) -> None:
    """What staff have found or taken down themselves."""
    require(actor, P.READ, complaint)
    lock(complaint)
    handling.check_open(complaint)
    store(complaint, files=files, source=source, is_ours=True, actor=actor)


def open_copy(evidence: ComplaintEvidence, *, actor: Actor) -> bytes:
    """What is shown. Unknown until it is made; Refused where none can be."""
    require(actor, P.READ, evidence.complaint)
    if evidence.copy is None:
        raise Unknown
    if evidence.copy.stored_sha256 is None:
        raise Refused(_("这份文件拆不开，做不出清除了位置信息的副本；确有需要的，请写明理由打开原件。"))
    return sealed_files.read(evidence.copy.stored_sha256, purpose=INFORMANTS)


def open_original(evidence: ComplaintEvidence, *, reason: str, actor: Actor) -> bytes:
    """The file as it came, which may say where and by whom it was made: for a reason that is logged."""
    require(actor, P.SEE_INFORMANT, evidence.complaint)
    audit.record("open_original", evidence.complaint, actor=actor, reason=reason, sha256=evidence.sha256)
    return sealed_files.read(evidence.stored_sha256, purpose=INFORMANTS)
