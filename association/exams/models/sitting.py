"""A paper drawn for one person: what was asked in which order, what was answered when, how it was marked."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.exams.models.plan import ExamPlan
from association.exams.models.question import Question
from association.kernel import clock
from association.kernel.db import Key, Model, Prose, Word
from association.kernel.personal import Encrypted, EncryptedFacts
from association.kernel.state import State, Stored
from association.kernel.words import _, _l
from association.people.models import Person
from association.training.models import Enrolment


class SittingState(State):
    OPEN = "open", _l("正在考"), "indigo", "pencil"
    MARKING = "marking", _l("待评阅"), "ochre", "hourglass-split"
    PASSED = "passed", _l("通过"), "jade", "check-circle-fill"
    FAILED = "failed", _l("未通过"), "soft", "x-circle"
    APPEALED = "appealed", _l("申诉中"), "ochre", "hourglass-split"


OVER = (SittingState.PASSED, SittingState.FAILED, SittingState.APPEALED)
"""Marked once at least."""


class Sitting(Model):
    """One attempt. `seed` and the bank of its moment make the same paper again; `number` is all a marker knows of the person."""

    __tablename__ = "exam_sitting"

    id: Mapped[Key]
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("training_enrolment.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("exam_plan.id"), index=True)
    attempt: Mapped[int]
    number: Mapped[Word] = mapped_column(unique=True)
    seed: Mapped[Word]
    started_at: Mapped[datetime] = mapped_column(default=clock.now)
    due_at: Mapped[datetime]
    pass_mark: Mapped[int]
    """Per cent of all points, as it was when the paper was drawn."""
    submitted_at: Mapped[datetime | None]
    is_by_clock: Mapped[bool] = mapped_column(default=False)
    decided_at: Mapped[datetime | None]
    points: Mapped[int | None]
    points_all: Mapped[int]
    appeal: Mapped[str] = mapped_column(Encrypted, default="")
    """Why it should be looked at again."""
    appealed_at: Mapped[datetime | None]
    appeal_answer: Mapped[Prose] = mapped_column(default="")
    state: Mapped[SittingState] = mapped_column(Stored(SittingState), default=SittingState.OPEN)

    enrolment: Mapped[Enrolment] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    plan: Mapped[ExamPlan] = relationship(lazy="joined", innerjoin=True)
    items: Mapped[list["Item"]] = relationship(order_by="Item.position", back_populates="sitting")

    __table_args__ = (
        UniqueConstraint("enrolment_id", "attempt"),
        Index("ix_exam_sitting_state", "state", "due_at"),
        CheckConstraint("state = 'open' or submitted_at is not null", name="handed_in_says_when"),
        CheckConstraint("state in ('open', 'marking') or points is not null", name="marked_has_points"),
        CheckConstraint("due_at > started_at", name="has_time"),
    )

    @property
    def called(self) -> str:
        """Names nobody."""
        return _("试卷%(number)s", number=self.number)

    @property
    def points_needed(self) -> int:
        return -(-self.points_all * self.pass_mark // 100)

    @property
    def is_in_time(self) -> bool:
        return clock.now() < self.due_at


class Item(Model):
    """One question of a paper. `said` is the answer that counts: {"keys": […]} or {"text": "…"}; `version` the number of the save it came with
    (0: none), `last` the last number given."""

    __tablename__ = "exam_item"

    id: Mapped[Key]
    sitting_id: Mapped[int] = mapped_column(ForeignKey("exam_sitting.id"))
    position: Mapped[int]
    question_id: Mapped[int] = mapped_column(ForeignKey("exam_question.id"), index=True)
    order: Mapped[list[Any]] = mapped_column("option_order", default=list)
    """Keys of the options as they are shown to this person."""
    said: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts, default=dict)
    version: Mapped[int] = mapped_column(default=0)
    last: Mapped[int] = mapped_column(default=0)
    points: Mapped[int | None]
    remark: Mapped[Prose] = mapped_column(default="")

    sitting: Mapped[Sitting] = relationship(back_populates="items")
    question: Mapped[Question] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (UniqueConstraint("sitting_id", "position"), UniqueConstraint("sitting_id", "question_id"))  # fmt: skip

    @property
    def is_answered(self) -> bool:
        return bool(self.said.get("keys") or self.said.get("text"))

    @property
    def choices(self) -> list[tuple[str, str]]:
        """(key, words) as this person sees them."""
        words = dict(self.question.choices)
        return [(key, words[key]) for key in self.order]

    @property
    def said_words(self) -> str:
        """What was answered, for readers."""
        return words_of(self, self.said)


class Answer(Model):
    """One save. `is_aside`: it came from a page that did not know of a newer one; kept, and counted only if its writer says so."""

    __tablename__ = "exam_answer"

    id: Mapped[Key]
    item_id: Mapped[int] = mapped_column(ForeignKey("exam_item.id"))
    number: Mapped[int]
    said: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts)
    at: Mapped[datetime] = mapped_column("saved_at", default=clock.now)
    is_aside: Mapped[bool] = mapped_column(default=False)

    item: Mapped[Item] = relationship()

    __table_args__ = (UniqueConstraint("item_id", "number"),)

    @property
    def said_words(self) -> str:
        return words_of(self.item, self.said)


def words_of(item: Item, said: dict[str, Any]) -> str:
    if "text" in said:
        return str(said["text"])
    return _("；").join(text for key, text in item.choices if key in said.get("keys", ()))
