"""Who cites a clause. Whoever cites one writes its row; the clause's page reads this table alone (ARCHITECTURE)."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Line, Model, Prose, Word
from association.rules.models.edition import Edition


class Citation(Model):
    """`path` may lie within a clause (12.2.3); `quoted` is the text of that day. `audience` is "public" or a permission's code."""

    __tablename__ = "citation"

    id: Mapped[Key]
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    title: Mapped[Prose]
    url: Mapped[str] = mapped_column(String(300))
    outcome: Mapped[Line] = mapped_column(default="")
    audience: Mapped[Line] = mapped_column(default="public")
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    provision_id: Mapped[int | None] = mapped_column(ForeignKey("provision.id"))
    path: Mapped[Word]
    quoted: Mapped[Prose] = mapped_column(default="")
    cited_on: Mapped[date]

    edition: Mapped[Edition] = relationship()

    __table_args__ = (
        UniqueConstraint("subject_kind", "subject_id", "edition_id", "path"),
        Index("ix_citation_provision", "provision_id", "audience"),
        Index("ix_citation_edition", "edition_id", "path"),
    )
