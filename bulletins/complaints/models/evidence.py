"""Evidence handed in with a complaint: never changed, never taken away. What is shown is a copy without its traces."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, ForeignKey, String, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from association.kernel import clock, files
from association.kernel.db import Key, Model
from association.kernel.file_types import FileType
from association.kernel.personal import INFORMANTS, Encrypted
from association.kernel.state import Stored
from bulletins.complaints.models.complaint import Complaint


class ComplaintEvidence(Model):
    """One file. Its bytes lie sealed under the informants' key (`stored_sha256` names them); `sha256` and `size` are those of the file as
    it came. Its name, and where it is from, may name somebody."""

    __tablename__ = "complaint_evidence"

    id: Mapped[Key]
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"), index=True)
    is_ours: Mapped[bool]
    """Whether staff have added it."""
    name: Mapped[str] = mapped_column(Encrypted(INFORMANTS))
    source: Mapped[str] = mapped_column(Encrypted(INFORMANTS))
    """Where it is from and when it was taken, in the words of whoever hands it in."""
    file_type: Mapped[FileType] = mapped_column(Stored(FileType))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    stored_sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"), index=True)
    received_at: Mapped[datetime] = mapped_column(default=clock.now)

    complaint: Mapped[Complaint] = relationship(back_populates="evidence")
    copy: Mapped["EvidenceCopy | None"] = relationship(back_populates="evidence", lazy="joined")


class EvidenceCopy(Model):
    """The copy that is shown and handed on, sealed like the original; made by the worker, once. `sha256` is the copy's own, and none where
    no copy can be made."""

    __tablename__ = "complaint_evidence_copy"

    id: Mapped[Key]
    evidence_id: Mapped[int] = mapped_column(ForeignKey("complaint_evidence.id"), unique=True)
    sha256: Mapped[str | None] = mapped_column(String(64))
    size: Mapped[int | None]
    stored_sha256: Mapped[str | None] = mapped_column(ForeignKey("stored_file.sha256"), index=True)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    evidence: Mapped[ComplaintEvidence] = relationship(back_populates="copy")


files.held_by(ComplaintEvidence.stored_sha256)
files.held_by(EvidenceCopy.stored_sha256)


@event.listens_for(ComplaintEvidence, "before_update")
@event.listens_for(ComplaintEvidence, "before_delete")
def _never(_mapper: Mapper[Any], _connection: Connection, _row: ComplaintEvidence) -> None:
    raise TypeError("evidence is neither changed nor taken away")
