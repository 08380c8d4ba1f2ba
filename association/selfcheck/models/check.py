"""One organisation's self-check and its answers. Nobody but its officers sees them until they are shared (CAUTIONS, Separation)."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model
from association.kernel.personal import Encrypted
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.selfcheck.models.questionnaire import CheckQuestion, QuestionnaireVersion
from association.selfcheck.models.round import Round


class CheckState(State):
    OPEN = "open", _l("填写中"), "ochre", "pencil"
    FINISHED = "finished", _l("已完成"), "jade", "check-circle-fill"
    DROPPED = "dropped", _l("已放弃"), "soft", "x-circle"


class Value(State):
    """An answer. 否 is a gap; 不适用 wants a reason."""

    YES = "yes", _l("是"), "jade", "check-circle-fill"
    NO = "no", _l("否"), "cinnabar", "x-circle"
    NOT_APPLICABLE = "na", _l("不适用"), "soft", "slash-circle"


_OPEN = text("state = 'open'")
_OPEN_BY_ITSELF = text("state = 'open' and round_id is null")


class SelfCheck(Model):
    """`asked` are the ids of the questions a round chose (empty: all of the version's)."""

    __tablename__ = "self_check"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("questionnaire_version.id"))
    questionnaire_id: Mapped[int] = mapped_column(ForeignKey("questionnaire.id"))
    round_id: Mapped[int | None] = mapped_column(ForeignKey("self_check_round.id"), index=True)
    asked: Mapped[list[Any]] = mapped_column(default=list)
    state: Mapped[CheckState] = mapped_column(Stored(CheckState), default=CheckState.OPEN)
    started_at: Mapped[datetime] = mapped_column(default=clock.now)
    finished_at: Mapped[datetime | None]
    shared_at: Mapped[datetime | None]
    """Set while it is shared with the association, and only then."""
    reminded_on: Mapped[date | None]

    # Whatever names a self-check names both.
    organisation: Mapped[Organisation] = relationship(lazy="joined", innerjoin=True)
    version: Mapped[QuestionnaireVersion] = relationship(lazy="joined", innerjoin=True)
    round: Mapped[Round | None] = relationship()
    answers: Mapped[list["CheckAnswer"]] = relationship(cascade="all, delete-orphan", back_populates="check")

    __table_args__ = (
        # One at a time: of each questionnaire, and of each round.
        Index(
            "uq_self_check_open", "organisation_id", "questionnaire_id", unique=True, sqlite_where=_OPEN_BY_ITSELF,
            postgresql_where=_OPEN_BY_ITSELF,
        ),
        Index("uq_self_check_in_round", "organisation_id", "round_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_self_check_shared", "shared_at", "id"),
        CheckConstraint("state != 'finished' or finished_at is not null", name="finished_says_when"),
        CheckConstraint("shared_at is null or state = 'finished'", name="only_finished_is_shared"),
    )  # fmt: skip

    @property
    def is_shared(self) -> bool:
        return self.shared_at is not None

    @property
    def questions(self) -> list[CheckQuestion]:
        """What is asked, in order."""
        chosen = set(self.asked)
        return [q for q in self.version.questions if not chosen or q.id in chosen]


class CheckAnswer(Model):
    """What was answered to one question, and, for a gap, who puts it right by when.

    `revision` grows with every change, so that two colleagues do not write over each other unseen.
    """

    __tablename__ = "self_check_answer"
    unseen: ClassVar[bool] = True  # published figures are of shared checks, whose answers stand still

    id: Mapped[Key]
    check_id: Mapped[int] = mapped_column(ForeignKey("self_check.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("questionnaire_question.id"))
    value: Mapped[Value] = mapped_column(Stored(Value))
    note: Mapped[str | None] = mapped_column(Encrypted)
    """Evidence in words, or why it does not apply."""
    owner: Mapped[str | None] = mapped_column(Encrypted)
    due_on: Mapped[date | None] = mapped_column(index=True)
    done_on: Mapped[date | None]
    done_note: Mapped[str | None] = mapped_column(Encrypted)
    revision: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)

    check: Mapped[SelfCheck] = relationship(back_populates="answers")
    question: Mapped[CheckQuestion] = relationship()

    __table_args__ = (UniqueConstraint("check_id", "question_id"),)

    @property
    def organisation_id(self) -> int:
        return self.check.organisation_id

    @property
    def is_gap(self) -> bool:
        return self.value is Value.NO

    @property
    def is_owed(self) -> bool:
        """A gap nobody has put right yet."""
        return self.is_gap and self.done_on is None
