"""A printed document: promised in the transaction of its deed, made once by the worker, handed out as bytes
for ever."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import audit, clock, files, jobs
from association.kernel.db import Key, Line, Model, Word, session
from association.kernel.state import State, Stored
from association.kernel.words import _l


class DocumentState(State):
    WAITING = "waiting", _l("正在生成"), "ochre", "hourglass-split"
    READY = "ready", _l("已生成"), "jade", "check-circle-fill"


class RenderedDocument(Model):
    """One PDF of one thing, in one version and one language. `context` holds plain facts of the day it was
    promised."""

    __tablename__ = "rendered_document"

    id: Mapped[Key]
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    kind: Mapped[Word]
    version: Mapped[Word]
    language: Mapped[str] = mapped_column(String(8))
    template: Mapped[Line]
    title: Mapped[str] = mapped_column(String(500))
    address: Mapped[str] = mapped_column(String(500))
    """Where the document stands on the site, as a path; printed at its foot."""
    context: Mapped[dict[str, Any]] = mapped_column(default=dict)
    state: Mapped[DocumentState] = mapped_column(Stored(DocumentState), default=DocumentState.WAITING)
    sha256: Mapped[str | None] = mapped_column(String(64), ForeignKey("stored_file.sha256"), index=True)
    size: Mapped[int | None]
    pages: Mapped[int | None]
    without_glyph: Mapped[str] = mapped_column(String(200), default="")
    """Characters none of our faces can draw; staff are told."""
    faces: Mapped[list[Any] | None] = mapped_column(JSON)
    """Families embedded in it (`faces.words_of` names them); None before it is made, and of what was made before this was noted."""
    promised_at: Mapped[datetime] = mapped_column(default=clock.now)
    made_at: Mapped[datetime | None]

    __table_args__ = (UniqueConstraint("subject_kind", "subject_id", "kind", "version", "language"),)


files.held_by(RenderedDocument.sha256)


def render_later(
    template: str,
    *,
    subject: Model,
    kind: str,
    title: str = "",
    version: str = "1",
    language: str = "zh",
    address: str = "",
    **context: Any,
) -> RenderedDocument:
    """Promise a PDF in this transaction; the same subject, kind, version and language is the same document,
    made once.

    The template (`print/…`) gets `subject`, `document`, `address`, `made_on`, and `context`, which must be
    plain JSON and free of personal values (those are read from the subject when it is printed).
    """
    session.flush()  # the subject needs its id
    document = document_of(subject, kind, version=version, language=language)
    if document is None:
        document = RenderedDocument(
            subject_kind=audit.kind_of(subject),
            subject_id=subject.id,
            kind=kind,
            version=version,
            language=language,
            template=template,
            title=title,
            address=address,
            context=context,
        )
        session.add(document)
        session.flush()
    if document.state is DocumentState.WAITING:
        jobs.later("render_document", key=f"document:{document.id}", document_id=document.id)
    return document


def document_of(
    subject: Model, kind: str, *, version: str | None = None, language: str = "zh"
) -> RenderedDocument | None:
    """The subject's document of this kind: the version asked for, else the newest."""
    rows = select(RenderedDocument).where(
        RenderedDocument.subject_kind == audit.kind_of(subject),
        RenderedDocument.subject_id == subject.id,
        RenderedDocument.kind == kind,
        RenderedDocument.language == language,
    )
    if version is not None:
        rows = rows.where(RenderedDocument.version == version)
    return session.scalars(rows.order_by(RenderedDocument.id.desc()).limit(1)).first()


def waiting() -> int:
    """How many promised documents are not made yet; /readyz asks in demo mode."""
    unmade = select(func.count()).select_from(RenderedDocument)
    return int(session.scalar(unmade.where(RenderedDocument.state == DocumentState.WAITING)) or 0)
