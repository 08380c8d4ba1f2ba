"""A question somebody asks the association in private, what was said about it, and its answers."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation


class QuestionState(State):
    """In whose hands it is."""

    ASKED = "asked", _l("待答复"), "ochre", "hourglass-split"
    ASKED_BACK = "asked_back", _l("待补充"), "indigo", "reply"
    PROPOSED = "proposed", _l("答复待审核"), "ochre", "hourglass-split"
    ANSWERED = "answered", _l("已答复"), "jade", "check-circle-fill"
    CLOSED = "closed", _l("已结束"), "soft", "check-circle"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "slash-circle"


WITH_STAFF = (QuestionState.ASKED, QuestionState.PROPOSED)
OPEN = (*WITH_STAFF, QuestionState.ASKED_BACK)


class WorkClass(State):
    """What the asker takes the work for; the answer may say otherwise."""

    KEY = "key", _l("重点微短剧")
    ORDINARY = "ordinary", _l("普通微短剧")
    OTHER = "other", _l("其他微短剧")
    NONE = "none", _l("不是微短剧")
    UNSURE = "unsure", _l("拿不准")


class Question(Model):
    """Asked for an organisation by one of its officers, or by somebody for themselves (`organisation_id` empty).

    What was asked is the first message. `due_on` is by when staff shall answer; `moved_at` when it last changed hands.
    """

    __tablename__ = "guidance_question"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    reference: Mapped[Line] = mapped_column(unique=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    topic: Mapped[Line]
    title: Mapped[Line]
    works: Mapped[list[Any]] = mapped_column(default=list)
    """Titles of works it is about; a public answer may not name them."""
    accounts: Mapped[list[Any]] = mapped_column(default=list)
    """Names of platform accounts it is about; likewise."""
    work_class: Mapped[WorkClass | None] = mapped_column(Stored(WorkClass))
    happens_on: Mapped[date | None]
    """The day that decides which rule applies: of filing, of going online."""
    state: Mapped[QuestionState] = mapped_column(
        Stored(QuestionState), default=QuestionState.ASKED, index=True
    )
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    moved_at: Mapped[datetime] = mapped_column(default=clock.now)
    due_on: Mapped[date]
    assigned_to: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    helped: Mapped[bool | None]
    helped_note: Mapped[Prose] = mapped_column(default="")

    organisation: Mapped[Organisation | None] = relationship()
    asker: Mapped[Account] = relationship(foreign_keys=[account_id])
    assignee: Mapped[Account | None] = relationship(foreign_keys=[assigned_to])

    __table_args__ = (Index("ix_guidance_question_due", "state", "due_on"),)

    @property
    def asked_for(self) -> str:
        """In whose name it is asked."""
        return self.organisation.name if self.organisation else self.asker.name

    @property
    def state_for_asker(self) -> QuestionState:
        """That an answer is being looked at by a second person is the office's own business."""
        return QuestionState.ASKED if self.state is QuestionState.PROPOSED else self.state

    @property
    def is_late(self) -> bool:
        return self.state in WITH_STAFF and self.due_on < clock.today()


class GuidanceMessage(Model):
    """Something said about a question. `is_internal` is said among staff only: why a drafted answer was returned."""

    __tablename__ = "guidance_message"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    question_id: Mapped[int] = mapped_column(ForeignKey("guidance_question.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    by_staff: Mapped[bool]
    is_internal: Mapped[bool] = mapped_column(default=False)
    text: Mapped[Prose]
    at: Mapped[datetime] = mapped_column(default=clock.now)

    question: Mapped[Question] = relationship()
    account: Mapped[Account] = relationship()

    __table_args__ = (CheckConstraint("by_staff or not is_internal", name="internal_is_staff"),)


class GuidanceAnswer(Model):
    """An answer, being written until it is approved. `basis_on` is the day whose law it speaks of."""

    __tablename__ = "guidance_answer"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    question_id: Mapped[int] = mapped_column(ForeignKey("guidance_question.id"))
    number: Mapped[int]
    text: Mapped[Prose]
    basis_on: Mapped[date]
    basis_note: Mapped[Prose] = mapped_column(default="")
    """What it rests on besides clauses."""
    clauses: Mapped[list[Any]] = mapped_column(default=list)
    """[{"edition": id, "path": path, "called": words, "url": address}]."""
    approved_at: Mapped[datetime | None]

    question: Mapped[Question] = relationship()

    __table_args__ = (UniqueConstraint("question_id", "number"),)

    @property
    def is_out(self) -> bool:
        """The asker has it; its words stay."""
        return self.approved_at is not None
