"""An interview (约谈) with one organisation: when, who came, what was said, whether the organisation agrees to the minutes."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.remedies.models.bound import Force


class InterviewState(State):
    """From an appointment to agreed minutes."""

    PROPOSED = "proposed", _l("待确认时间"), "ochre", "hourglass-split"
    MOVE_ASKED = "move_asked", _l("请求改期"), "ochre", "reply"
    CONFIRMED = "confirmed", _l("已约定"), "indigo", "calendar-check"
    ABSENT = "absent", _l("未到场"), "ochre", "person-x"
    MINUTES = "minutes", _l("纪要待确认"), "ochre", "file-earmark-text"
    OBJECTED = "objected", _l("对纪要有异议"), "ochre", "chat-left-text"
    AGREED = "agreed", _l("纪要已确认"), "jade", "check-circle-fill"
    DECLINED = "declined", _l("未接受邀请"), "soft", "slash-circle"
    CANCELLED = "cancelled", _l("已取消"), "soft", "slash-circle"


HELD = (InterviewState.MINUTES, InterviewState.OBJECTED, InterviewState.AGREED)


class Interview(Model):
    """`force` is fixed when it is proposed: members and signatories come, others are invited and may decline.

    `wish` is the organisation's when it asks for another time; `objection` what it says of the minutes.
    """

    __tablename__ = "interview"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(String(80), unique=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    force: Mapped[Force] = mapped_column(Stored(Force))
    bound_by: Mapped[list[Any]] = mapped_column(default=list)
    subject: Mapped[Line]
    about: Mapped[Prose]
    place: Mapped[Line]
    """A room, or how to come in from afar."""
    meets_at: Mapped[datetime]
    state: Mapped[InterviewState] = mapped_column(Stored(InterviewState), default=InterviewState.PROPOSED)
    proposed_at: Mapped[datetime] = mapped_column(default=clock.now)
    confirmed_by: Mapped[Line] = mapped_column(default="")
    wish: Mapped[Prose] = mapped_column(default="")
    attended: Mapped[Prose] = mapped_column(default="")
    minutes: Mapped[Prose] = mapped_column(default="")
    held_at: Mapped[datetime | None]
    objection: Mapped[Prose] = mapped_column(default="")
    agreed_at: Mapped[datetime | None]
    agreed_by: Mapped[Line] = mapped_column(default="")
    ended_because: Mapped[Prose] = mapped_column(default="")

    organisation: Mapped[Organisation] = relationship()

    __table_args__ = (
        Index("ix_interview_meets", "state", "meets_at"),
        CheckConstraint("state != 'agreed' or agreed_at is not null", name="agreed_says_when"),
    )

    @property
    def is_obligation(self) -> bool:
        return self.force is Force.OBLIGATION

    @property
    def is_over(self) -> bool:
        """Its hour has passed, and nobody has written what became of it."""
        return self.state is InterviewState.CONFIRMED and self.meets_at < clock.now()

    @property
    def called(self) -> str:
        return f"{self.number} {self.subject}"
