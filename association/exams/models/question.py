"""A question of the bank. Once it was asked it never changes: who sat reads what they were asked."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _, _l


class QuestionKind(State):
    SINGLE = "single", _l("单选题")
    MULTIPLE = "multiple", _l("多选题")
    JUDGEMENT = "judgement", _l("判断题")
    WRITTEN = "written", _l("书面题")

    @property
    def is_marked_by_machine(self) -> bool:
        return self is not QuestionKind.WRITTEN


class QuestionState(State):
    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    USED = "used", _l("使用中"), "jade", "check-circle-fill"
    DOUBTED = "doubted", _l("要复核"), "ochre", "exclamation-circle"
    RETIRED = "retired", _l("已停用"), "soft", "slash-circle"


ASKABLE = QuestionState.USED
"""Only these are drawn into new papers."""
RIGHT, WRONG = "right", "wrong"
"""The options of a judgement."""


class Question(Model):
    """`options` are [{"key": "A", "text": "…"}, …], none for judgements and written ones; `right` the keys of those that are right.

    `clauses` are what it rests on (guidance.clauses); `settled` the keys of their changes that somebody has looked at, `doubts` those nobody has.
    """

    __tablename__ = "exam_question"

    id: Mapped[Key]
    kind: Mapped[QuestionKind] = mapped_column(Stored(QuestionKind))
    topic: Mapped[Line]
    words: Mapped[Prose]
    options: Mapped[list[Any]] = mapped_column(default=list)
    right: Mapped[list[Any]] = mapped_column(default=list)
    explanation: Mapped[Prose] = mapped_column(default="")
    """Read with the marked paper; of a written question what an answer should have in it."""
    points: Mapped[int]
    clauses: Mapped[list[Any]] = mapped_column(default=list)
    settled: Mapped[list[Any]] = mapped_column(default=list)
    doubts: Mapped[list[Any]] = mapped_column(default=list)
    state: Mapped[QuestionState] = mapped_column(Stored(QuestionState), default=QuestionState.DRAFT)
    because: Mapped[Prose] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (
        Index("ix_exam_question_state_kind", "state", "kind", "topic"),
        CheckConstraint("points > 0", name="is_worth_something"),
    )

    @property
    def called(self) -> str:
        """Short enough for a line."""
        return self.words if len(self.words) <= 40 else self.words[:39] + "…"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """(key, words) in the order they were written."""
        if self.kind is QuestionKind.JUDGEMENT:
            return [(RIGHT, _("正确")), (WRONG, _("错误"))]
        return [(str(option["key"]), str(option["text"])) for option in self.options]

    @property
    def right_words(self) -> list[str]:
        return [text for key, text in self.choices if key in self.right]
