"""A course: for whom, what is taught on which clauses, by whom, and what one must bring."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.experts.models import Expert
from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l


class CourseState(State):
    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    PUBLISHED = "published", _l("已发布"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "slash-circle"


class Mode(State):
    ON_SITE = "on_site", _l("线下")
    ONLINE = "online", _l("线上")
    MIXED = "mixed", _l("线上线下结合")


class Course(Model):
    """`clauses` are what it teaches: [{"edition": id, "path": path, "called": words, "url": address}] (guidance.clauses)."""

    __tablename__ = "training_course"

    id: Mapped[Key]
    slug: Mapped[Word] = mapped_column(unique=True)
    title: Mapped[Line]
    audience: Mapped[Line]
    level: Mapped[Line]
    hours: Mapped[int]
    mode: Mapped[Mode] = mapped_column(Stored(Mode))
    text: Mapped[Prose]
    """The syllabus, Markdown."""
    conditions: Mapped[Prose] = mapped_column(default="")
    """One condition a line."""
    wants_evidence: Mapped[bool] = mapped_column(default=False)
    clauses: Mapped[list[Any]] = mapped_column(default=list)
    state: Mapped[CourseState] = mapped_column(Stored(CourseState), default=CourseState.DRAFT)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    published_at: Mapped[datetime | None]
    withdrawn_because: Mapped[Prose] = mapped_column(default="")

    teachers: Mapped[list["Teacher"]] = relationship(lazy="selectin", order_by="Teacher.id")

    __table_args__ = (
        CheckConstraint("state = 'draft' or published_at is not null", name="published_says_when"),
        CheckConstraint("hours > 0", name="takes_time"),
    )

    @property
    def condition_lines(self) -> list[str]:
        return [line for line in self.conditions.splitlines() if line.strip()]


class Teacher(Model):
    """An expert of the pool who teaches; the public reads a name only with that person's consent."""

    __tablename__ = "training_teacher"

    id: Mapped[Key]
    course_id: Mapped[int] = mapped_column(ForeignKey("training_course.id"), index=True)
    expert_id: Mapped[int] = mapped_column(ForeignKey("expert.id"), index=True)

    expert: Mapped[Expert] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (UniqueConstraint("course_id", "expert_id"),)
