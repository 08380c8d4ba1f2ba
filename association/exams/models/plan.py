"""What the exam of a course is made of. Points, attempts and days are dated settings; a sitting keeps those of its day."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.exams.models.question import QuestionKind
from association.kernel import clock
from association.kernel.db import Key, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _, _l
from association.training.models import Course


class PlanState(State):
    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    IN_FORCE = "in_force", _l("使用中"), "jade", "check-circle-fill"
    ENDED = "ended", _l("已停用"), "soft", "slash-circle"


_ONE = text("state != 'ended'")


class ExamPlan(Model):
    """`parts` are [{"kind": "single", "topic": "" for any, "count": 10}, …], each kind and topic once."""

    __tablename__ = "exam_plan"

    id: Mapped[Key]
    course_id: Mapped[int] = mapped_column(ForeignKey("training_course.id"))
    parts: Mapped[list[Any]] = mapped_column(default=list)
    minutes: Mapped[int]
    state: Mapped[PlanState] = mapped_column(Stored(PlanState), default=PlanState.DRAFT)
    because: Mapped[Prose] = mapped_column(default="")
    in_force_at: Mapped[datetime | None]
    """Sessions that end later need the exam; a plan that replaces another takes its moment over."""
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    course: Mapped[Course] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (
        Index(
            "uq_exam_plan_living", "course_id", "state", unique=True, sqlite_where=_ONE, postgresql_where=_ONE
        ),
        CheckConstraint("minutes > 0", name="takes_time"),
        CheckConstraint("state != 'in_force' or in_force_at is not null", name="in_force_says_when"),
    )

    @property
    def count(self) -> int:
        return sum(int(part["count"]) for part in self.parts)

    @property
    def called(self) -> str:
        return _("%(course)s的考试", course=self.course.title)

    @property
    def part_words(self) -> list[str]:
        return [
            _("%(kind)s%(n)d道（%(topic)s）", kind=QuestionKind(part["kind"]).label, n=part["count"], topic=part["topic"] or _("不限主题"))
            for part in self.parts
        ]  # fmt: skip
