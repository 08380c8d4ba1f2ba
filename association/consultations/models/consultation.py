"""A consultation: a draft laid out for everybody, for some days."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock, dated
from association.kernel.db import Key, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.rules.models import Edition

dated.define(
    "consultations.min_days", label=_l("公开征求意见至少多少天"), kind="number", initial=30, unit=_l("天"),
    basis=_l("多家协会的团体标准管理办法为30日或一个月（行业通行做法，见于摘录）；本会采用前须与章程和管理办法核对"),
    help=_l("从开始之日起算，截止日当天仍可提出。"),
)  # fmt: skip


class ConsultationState(State):
    COMING = "coming", _l("即将开始"), "indigo", "clock"
    OPEN = "open", _l("正在征求意见"), "ochre", "chat-left-text"
    CLOSED = "closed", _l("已截止，意见处理中"), "indigo", "hourglass-split"
    ANSWERED = "answered", _l("意见已处理"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "slash-circle"


class Consultation(Model):
    """About one subject of an upper feature, known by kind and id; the text laid out is an edition that need not be in force."""

    __tablename__ = "consultation"

    id: Mapped[Key]
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    title: Mapped[Prose]
    note: Mapped[Prose] = mapped_column(default="")
    """Why the text is laid out and what is asked, plain paragraphs."""
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    """Last day on which comments are taken."""
    extensions: Mapped[list[Any]] = mapped_column(default=list)
    """[{"from": day, "to": day, "because": sentence}], days in ISO form."""
    state: Mapped[ConsultationState] = mapped_column(Stored(ConsultationState))
    last_number: Mapped[int] = mapped_column(default=0)
    """Of the comments that count."""
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    closed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    """When the answers were published, or it was withdrawn."""
    withdrawn_because: Mapped[str | None]

    edition: Mapped[Edition] = relationship()

    __table_args__ = (
        Index("ix_consultation_subject", "subject_kind", "subject_id"),
        Index("ix_consultation_days", "state", "closes_on"),
        CheckConstraint("opens_on <= closes_on", name="days_in_order"),
    )

    @property
    def takes_comments(self) -> bool:
        """Open, and not past its last day even if the clock's work has not closed it yet."""
        return self.state is ConsultationState.OPEN and clock.today() <= self.closes_on

    @property
    def days_left(self) -> int:
        """Days on which comments are still taken, today included."""
        return max((self.closes_on - clock.today()).days + 1, 0)

    @property
    def is_finished(self) -> bool:
        """Every comment is answered and the answers are public."""
        return self.state is ConsultationState.ANSWERED

    @property
    def is_over(self) -> bool:
        """Finished or withdrawn: nothing about its comments changes any more."""
        return self.state in (ConsultationState.ANSWERED, ConsultationState.WITHDRAWN)
