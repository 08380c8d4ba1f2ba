"""移送: preparing what an authority is to know, sending it by another hand, and noting its receipt."""

import csv
import io
import tempfile
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import IO

from association.kernel import attachments, audit, clock, documents, files, sealed_files
from association.kernel.attachments import SCANS, Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused, Unknown
from association.kernel.personal import INFORMANTS
from association.kernel.policy import Actor, require
from association.kernel.words import _, spoken_in
from bulletins.complaints import letters, queries
from bulletins.complaints.actions import handling
from bulletins.complaints.effects import LETTER, check_exposed
from bulletins.complaints.models import Complaint, ComplaintEvidence, ComplaintTransfer
from bulletins.complaints.policy import P
from bulletins.complaints.workflow import TRANSFER

RECEIPT = "receipt"
_IN_MEMORY = 8 << 20
_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""In a package no entry has a moment of its own: made twice it is the same bytes."""


def prepare_transfer(
    complaint: Complaint, *, authority: str, basis: str, facts: str, evidence: Sequence[int], actor: Actor
) -> ComplaintTransfer:
    """What goes to whom. `evidence` are ids of the matter's; Refused for one of another, or one without a copy."""
    require(actor, P.TRANSFER, complaint)
    lock(complaint)
    handling.check_open(complaint)
    check_exposed(facts, field="facts")
    known = {one.id: one for one in queries.evidence_of(complaint)}
    chosen = [known[id_] for id_ in evidence if id_ in known]
    if len(chosen) != len(evidence) or any(one.copy is None or one.copy.sha256 is None for one in chosen):
        raise Refused(_("选的证据里有还没有副本的，请去掉它，或稍后再试。"), field="evidence")
    transfer = ComplaintTransfer(
        complaint=complaint, complaint_id=complaint.id, authority=authority, basis=basis, facts=facts,
        contents=[_listed(number, one) for number, one in enumerate(chosen, 1)],
    )  # fmt: skip
    session.add(transfer)
    audit.record("draw_up", transfer, actor=actor, complaint=complaint.id)
    letters.to_be_sent(transfer)
    return transfer


def _listed(number: int, evidence: ComplaintEvidence) -> dict[str, object]:
    """A line of the contents. The name a file came with may name somebody and stays behind."""
    copy = evidence.copy
    if copy is None:
        raise LookupError(evidence.id)
    return {
        "number": number, "evidence": evidence.id, "name": f"{number:02d}.{evidence.file_type.extension}", "size": copy.size, "sha256": copy.sha256,
        "original": evidence.sha256, "received_on": clock.day_of(evidence.received_at).isoformat(),
    }  # fmt: skip


def send(transfer: ComplaintTransfer, *, way: str, actor: Actor) -> None:
    """By somebody else than who prepared it."""
    TRANSFER.take("send", transfer, actor=actor, way=way)


def receive(transfer: ComplaintTransfer, *, number: str, on: date, scan: Upload | None, actor: Actor) -> None:
    """Note the authority's receipt, with its scan if there is one."""
    TRANSFER.take("receive", transfer, actor=actor, number=number, on=on)
    if scan is not None:
        attachments.store(scan, subject=transfer, kind=RECEIPT, actor=actor, limits=SCANS)


def package(transfer: ComplaintTransfer, *, actor: Actor) -> IO[bytes] | None:
    """The ZIP that goes to the authority, from its beginning: letter, list of contents, copies; None while the letter is being printed.
    Only one copy at a time is in memory."""
    require(actor, P.TRANSFER, transfer)
    letter = documents.document_of(transfer, LETTER)
    if letter is None:
        raise Unknown
    if letter.sha256 is None:
        return None
    out = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - whoever hands it out closes it
    with zipfile.ZipFile(out, "w") as zipped:
        _put(zipped, "00-移送函.pdf", files.read(letter.sha256))
        _put(zipped, "00-目录.csv", _contents(transfer))
        for line, evidence in zip(transfer.contents, _evidence(transfer), strict=True):
            _put(zipped, line["name"], _copy(evidence))
    out.seek(0)
    return out


def _put(zipped: zipfile.ZipFile, name: str, data: bytes) -> None:
    """As it is: pictures, films and PDF do not get smaller."""
    zipped.writestr(zipfile.ZipInfo(name, date_time=_ALWAYS), data, zipfile.ZIP_STORED)


def _evidence(transfer: ComplaintTransfer) -> list[ComplaintEvidence]:
    return [session.get_one(ComplaintEvidence, line["evidence"]) for line in transfer.contents]


def _copy(evidence: ComplaintEvidence) -> bytes:
    if evidence.copy is None or evidence.copy.stored_sha256 is None:
        raise LookupError(evidence.id)
    return sealed_files.read(evidence.copy.stored_sha256, purpose=INFORMANTS)


def _contents(transfer: ComplaintTransfer) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out)
    # For the authority, whoever downloads it.
    with spoken_in("zh_Hans"):
        heads = [_("序号"), _("文件"), _("字节"), _("副本的SHA-256"), _("原件的SHA-256"), _("收到日期")]
    rows.writerow(heads)
    for line in transfer.contents:
        rows.writerow([line[key] for key in ("number", "name", "size", "sha256", "original", "received_on")])
    return out.getvalue().encode("utf-8-sig")
