"""Files the log speaks of: the SHA-256 of each is in the content of an entry, so that who holds the file can prove when it was issued.

Every paper that is handed to others (documents.issued) is entered in the transaction that keeps its bytes. A proof that also discloses
salt and content ties file and entry together; once the content is masked, the file is no longer found here.
"""

from typing import Any

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import audit, history
from association.kernel.audit import AuditSecret, LogEntry
from association.kernel.db import Model, session
from association.kernel.documents import DocumentMade, DocumentState, RenderedDocument, issued_kinds
from association.kernel.log import proofs
from association.kernel.log.models import Checkpoint
from association.kernel.words import _l

history.describe(make_document=_l("文件定稿"))
DOCUMENT = audit.kind_of(RenderedDocument)


class LoggedFile(Model):
    """A file by its bytes, and the entry that speaks of it. `address` is the path of the page it is handed out on."""

    __tablename__ = "logged_file"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    log_entry_id: Mapped[int] = mapped_column(ForeignKey("log_entry.id"), index=True)
    title: Mapped[str] = mapped_column(String(500))
    address: Mapped[str] = mapped_column(String(500), index=True)

    entry: Mapped[LogEntry] = relationship()


def enter_file(act: str, subject: Model, *, sha256: str, title: str, address: str) -> None:
    """Enter the bytes of a file. The same bytes are entered once."""
    if session.get(LoggedFile, sha256) is not None:
        return
    entry = audit.publish_entry(act, subject, content=sha256)
    session.flush()
    session.add(LoggedFile(sha256=sha256, log_entry_id=entry.id, title=title, address=address))


def enter(document: RenderedDocument) -> None:
    """Enter a finished paper."""
    if document.sha256 is not None:
        title = document.title or document.kind
        enter_file("make_document", document, sha256=document.sha256, title=title, address=document.address)


def forget(sha256: str) -> None:
    """Let nobody find the file any more, nor tie it to its entry."""
    found = session.get(LoggedFile, sha256)
    if found is not None:
        mask(found.entry)


def mask(entry: LogEntry) -> bool:
    """Destroy salt and content behind an entry, and forget the file it speaks of; False when that was done before. Proofs that others
    keep hold as before."""
    session.execute(delete(LoggedFile).where(LoggedFile.log_entry_id == entry.id))
    secret = session.scalars(
        select(AuditSecret).where(AuditSecret.commitment == entry.commitment).with_for_update()
    )
    if (found := secret.one_or_none()) is None:
        return False
    session.delete(found)
    return True


def is_masked(entry: LogEntry) -> bool:
    return session.scalar(select(AuditSecret.id).where(AuditSecret.commitment == entry.commitment)) is None


def hear(made: DocumentMade) -> None:
    if made.document.kind in issued_kinds():
        enter(made.document)


def enter_earlier() -> int:
    """Papers issued before the log spoke of papers; how many."""
    missing = (
        select(RenderedDocument)
        .where(RenderedDocument.kind.in_(issued_kinds()), RenderedDocument.state == DocumentState.READY)
        .where(~select(LoggedFile).where(LoggedFile.sha256 == RenderedDocument.sha256).exists())
        .order_by(RenderedDocument.id)
    )
    found = list(session.scalars(missing))
    for document in found:
        enter(document)
    return len(found)


def file(sha256: str) -> LoggedFile | None:
    return session.get(LoggedFile, sha256)


def newest_at(address: str) -> LoggedFile | None:
    """The newest file handed out on this page."""
    rows = select(LoggedFile).where(LoggedFile.address == address)
    return session.scalars(rows.order_by(LoggedFile.log_entry_id.desc()).limit(1)).first()


def is_promised(address: str) -> bool:
    """Whether a paper of this page is still to be made."""
    waiting = select(RenderedDocument.id).where(
        RenderedDocument.address == address, RenderedDocument.kind.in_(issued_kinds()), RenderedDocument.state == DocumentState.WAITING
    )  # fmt: skip
    return session.scalar(waiting.limit(1)) is not None


def proof_of(found: LoggedFile, checkpoint: Checkpoint) -> dict[str, Any]:
    """The proof of its entry, with what was committed to disclosed. `file` and `page` say for people which file is meant; they prove nothing."""
    secret = session.scalars(
        select(AuditSecret).where(AuditSecret.commitment == found.entry.commitment)
    ).one()
    return {
        **proofs.proof_of(found.entry, checkpoint),
        "content": secret.value,
        "salt": secret.salt,
        "file": found.title,
        "page": found.address,
        "sha256": found.sha256,
    }
