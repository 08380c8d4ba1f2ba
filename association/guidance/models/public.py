"""A public answer: the association's own words, naming no asker, in versions of which the newest issued one counts."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.guidance.models.question import Question
from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.lifecycles import HasPublishing
from association.kernel.state import State, Stored
from association.kernel.words import _l


class PublicState(State):
    """The three reviews, then in public until a new version takes its place or it is withdrawn."""

    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    FIRST = "first", _l("待初审"), "ochre", "hourglass-split"
    SECOND = "second", _l("待复审"), "ochre", "hourglass-split"
    THIRD = "third", _l("待终审"), "ochre", "hourglass-split"
    SCHEDULED = "scheduled", _l("定时发布"), "ochre", "clock"
    PUBLISHED = "published", _l("已公开"), "jade", "check-circle-fill"
    SUPERSEDED = "superseded", _l("已有新版"), "soft", "clock-history"
    WITHDRAWN = "withdrawn", _l("已撤回"), "cinnabar", "slash-circle"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


PUBLIC = (PublicState.PUBLISHED, PublicState.SUPERSEDED, PublicState.WITHDRAWN)
"""States in which everybody may open its address."""
_ONE = text("state = 'published'")


class PublicAnswer(HasPublishing, Model):
    """One version. Frozen from the third review on; what changes afterwards stands beside the words.

    `doubts` are the cited clauses that have changed since: [{"key", "called", "url", "what", "now"}]. `settled` are the keys of
    changes somebody has looked at and found harmless.
    """

    __tablename__ = "public_answer"

    id: Mapped[Key]
    slug: Mapped[str | None] = mapped_column(String(40))
    """Given with the number, and shared by all versions: `2026-7`."""
    number: Mapped[Line] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("public_answer.id"))
    question_id: Mapped[int | None] = mapped_column(ForeignKey("guidance_question.id"), index=True)
    """Where it came from; known to those who may see the question."""
    topic: Mapped[Line]
    title: Mapped[Line]
    asks: Mapped[Prose]
    answers: Mapped[Prose]
    basis_on: Mapped[date]
    basis_note: Mapped[Prose] = mapped_column(default="")
    clauses: Mapped[list[Any]] = mapped_column(default=list)
    """[{"edition": id, "path": path, "called": words, "url": address}]."""
    state: Mapped[PublicState] = mapped_column(  # type: ignore[assignment]
        Stored(PublicState), default=PublicState.DRAFT, index=True
    )
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    doubts: Mapped[list[Any]] = mapped_column(default=list)
    settled: Mapped[list[Any]] = mapped_column(default=list)
    doubted_at: Mapped[datetime | None]
    held_at: Mapped[datetime | None]
    held_note: Mapped[Prose] = mapped_column(default="")
    """When somebody last looked whether it still holds, and what they found."""

    question: Mapped[Question | None] = relationship()
    replaces: Mapped["PublicAnswer | None"] = relationship(remote_side="PublicAnswer.id")

    __table_args__ = (
        UniqueConstraint("slug", "version"),
        Index("uq_public_answer_current", "slug", unique=True, sqlite_where=_ONE, postgresql_where=_ONE),
    )

    @property
    def is_in_doubt(self) -> bool:
        """What it cites has changed, and nobody has said yet whether it still holds."""
        return self.state is PublicState.PUBLISHED and self.doubted_at is not None

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC
