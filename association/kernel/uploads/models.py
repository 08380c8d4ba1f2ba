"""An upload, and the pieces of it that have come."""

import secrets
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import audit, clock, files
from association.kernel.db import Key, Line, Model, Prose, Word, session
from association.kernel.state import State, Stored
from association.kernel.words import _l


class UploadState(State):
    OPEN = "open", _l("正在上传"), "ochre", "hourglass-split"
    WHOLE = "whole", _l("已传完，正在核对"), "ochre", "hourglass-split"
    TAKEN = "taken", _l("已收下"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("没有收下"), "cinnabar", "x-circle"


class Upload(Model):
    """Bytes on their way to a subject. `received` of `length` bytes have come; `purpose` is the taker's own."""

    __tablename__ = "upload"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    token: Mapped[Word] = mapped_column(unique=True, default=lambda: secrets.token_urlsafe(24))
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    purpose: Mapped[dict[str, Any]] = mapped_column(default=dict)
    name: Mapped[Line]
    length: Mapped[int] = mapped_column(BigInteger)
    received: Mapped[int] = mapped_column(BigInteger, default=0)
    state: Mapped[UploadState] = mapped_column(Stored(UploadState), default=UploadState.OPEN)
    fault: Mapped[Prose] = mapped_column(default="")
    """Why it was not taken, in the language of who sent it."""
    language: Mapped[str] = mapped_column(String(8), default="zh_Hans")
    account_id: Mapped[int | None]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    touched_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)

    __table_args__ = (
        Index("ix_upload_subject", "subject_kind", "subject_id"),
        CheckConstraint("received >= 0 and received <= length", name="received_in_length"),
    )


class UploadPiece(Model):
    """What one request brought, kept in the store under its SHA-256."""

    __tablename__ = "upload_piece"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    upload_id: Mapped[int] = mapped_column(ForeignKey("upload.id"))
    place: Mapped[int] = mapped_column(BigInteger)
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64), ForeignKey("stored_file.sha256"), index=True)

    __table_args__ = (UniqueConstraint("upload_id", "place"),)


files.held_by(UploadPiece.sha256)


def pieces_of(upload: Upload) -> list[UploadPiece]:
    """In order."""
    rows = select(UploadPiece).where(UploadPiece.upload_id == upload.id)
    return list(session.scalars(rows.order_by(UploadPiece.place)))


def uploads_to(subject: Model, *, account_id: int | None) -> list[Upload]:
    """What somebody has on the way to a subject, the refused ones too; oldest first."""
    rows = select(Upload).where(
        Upload.subject_kind == audit.kind_of(subject), Upload.subject_id == subject.id, Upload.account_id == account_id,
        Upload.state != UploadState.TAKEN,
    )  # fmt: skip
    return list(session.scalars(rows.order_by(Upload.id)))
