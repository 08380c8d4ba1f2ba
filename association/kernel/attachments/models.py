"""An attachment: a file somebody handed in, and the thing it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Protocol

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import audit, clock, files
from association.kernel.attachments.limits import FileLimits, displayed_name
from association.kernel.db import Key, Line, Model, Word, session
from association.kernel.errors import Refused
from association.kernel.file_types import FileType, recognise
from association.kernel.policy import Actor
from association.kernel.state import Stored


class Attachment(Model):
    """One file of one thing. `kind` says which paper it is (`permit_scan`, `authority`); sizes are bytes."""

    __tablename__ = "attachment"

    id: Mapped[Key]
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    kind: Mapped[Word]
    name: Mapped[Line]
    file_type: Mapped[FileType] = mapped_column(Stored(FileType))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64), ForeignKey("stored_file.sha256"), index=True)
    uploaded_by: Mapped[int | None]
    """Account id; None for the system."""
    uploaded_at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (Index("ix_attachment_subject", "subject_kind", "subject_id", "kind"),)


files.held_by(Attachment.sha256)


class Upload(Protocol):
    """What can be stored: a posted file (werkzeug's FileStorage), or `Named` bytes."""

    @property
    def filename(self) -> str | None: ...
    @property
    def stream(self) -> IO[bytes]: ...


@dataclass(frozen=True, slots=True)
class Named:
    """Bytes with a name, from elsewhere than a form: `Named("许可证.pdf", io.BytesIO(…))`."""

    filename: str
    stream: IO[bytes]


def store(file: Upload, *, subject: Model, kind: str, actor: Actor, limits: FileLimits) -> Attachment:
    """Keep a file for the subject in this transaction; Refused (with the sentence) when it breaks the
    limits."""
    if sentence := limits.fault(file):
        raise Refused(sentence)
    session.flush()  # the subject needs its id
    found = recognise(file.stream, wanted=limits.types)
    kept = files.keep(file.stream)
    attachment = Attachment(
        subject_kind=audit.kind_of(subject),
        subject_id=subject.id,
        kind=kind,
        name=displayed_name(file.filename, found),
        file_type=found,
        size=kept.size,
        sha256=kept.sha256,
        uploaded_by=actor.account_id,
    )
    session.add(attachment)
    session.flush()
    return attachment


def attachments_of(subject: Model, kind: str | None = None) -> list[Attachment]:
    """The subject's files (of one kind), oldest first."""
    rows = select(Attachment).where(
        Attachment.subject_kind == audit.kind_of(subject), Attachment.subject_id == subject.id
    )
    if kind is not None:
        rows = rows.where(Attachment.kind == kind)
    return list(session.scalars(rows.order_by(Attachment.id)))


def of_many(subjects: Sequence[Model], kind: str | None = None) -> dict[int, list[Attachment]]:
    """The files of several subjects of one table at once, by subject: one statement however many."""
    found: dict[int, list[Attachment]] = {subject.id: [] for subject in subjects}
    if not subjects:
        return found
    rows = select(Attachment).where(
        Attachment.subject_kind == str(subjects[0].__tablename__), Attachment.subject_id.in_(found)
    )
    for row in session.scalars(
        (rows.where(Attachment.kind == kind) if kind else rows).order_by(Attachment.id)
    ):
        found[row.subject_id].append(row)
    return found


def remove(attachment: Attachment) -> None:
    """Let go of a file in this transaction; its bytes go with the sweep, once nothing else holds them."""
    session.delete(attachment)
