"""A course a guidance note requires: how many people, by when."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from association.remedies.models import GuidanceNote
from association.standing import Standing
from association.training.models import Course


class RequirementState(State):
    PLANNED = "planned", _l("随指导意见签发"), "indigo", "pencil"
    OPEN = "open", _l("待完成"), "ochre", "hourglass-split"
    MET = "met", _l("已完成"), "jade", "check-circle-fill"
    LIFTED = "lifted", _l("不再要求"), "soft", "slash-circle"


class CourseRequirement(Model):
    """`from_on` is the day on which it was asked; certificates issued before count only with `counts_earlier`. `standing` is the obligation on record, where the
    note binds."""

    __tablename__ = "course_requirement"

    id: Mapped[Key]
    note_id: Mapped[int] = mapped_column(ForeignKey("guidance_note.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    course_id: Mapped[int] = mapped_column(ForeignKey("training_course.id"))
    people: Mapped[int]
    whose: Mapped[Line]
    """Who they are, in words: those who check material before it is shown."""
    due_on: Mapped[date]
    counts_earlier: Mapped[bool] = mapped_column(default=False)
    state: Mapped[RequirementState] = mapped_column(
        Stored(RequirementState), default=RequirementState.PLANNED
    )
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    from_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    because: Mapped[Prose] = mapped_column(default="")
    """Why it is not asked any more."""
    reminded_on: Mapped[date | None]
    standing_id: Mapped[int | None] = mapped_column(ForeignKey("standing.id"))

    note: Mapped[GuidanceNote] = relationship(lazy="joined", innerjoin=True)
    organisation: Mapped[Organisation] = relationship(lazy="joined", innerjoin=True)
    course: Mapped[Course] = relationship(lazy="joined", innerjoin=True)
    standing: Mapped[Standing | None] = relationship()

    __table_args__ = (
        UniqueConstraint("note_id", "course_id"),
        CheckConstraint("people > 0", name="asks_somebody"),
        CheckConstraint(
            "state = 'planned' or state = 'lifted' or from_on is not null", name="asked_says_when"
        ),
        CheckConstraint("(state in ('met', 'lifted')) = (closed_on is not null)", name="closed_says_when"),
        Index("ix_course_requirement_open", "organisation_id", "course_id", "state"),
        Index("ix_course_requirement_due", "state", "due_on"),
    )

    @property
    def called(self) -> str:
        return _(
            "%(organisation)s：%(course)s", organisation=self.organisation.name, course=self.course.title
        )

    @property
    def is_late(self) -> bool:
        return self.state is RequirementState.OPEN and self.due_on < clock.today()
