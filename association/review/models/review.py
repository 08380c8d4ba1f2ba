"""The review of one work, from its submission to the archive, and its rounds."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.footage.models import WorkVersion
from association.kernel import clock
from association.kernel.db import Key, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.panels.models import Panel
from association.review.models.words import Conclusion, Genre
from association.works.models import Work

if TYPE_CHECKING:
    from association.review.models.report import ReviewFinding, ReviewPoint


class ReviewState(State):
    SUBMITTED = "submitted", _l("待受理"), "ochre", "hourglass-split"
    RETURNED = "returned", _l("待补正"), "indigo", "reply"
    ACCEPTED = "accepted", _l("待指定专家"), "ochre", "people"
    WATCHING = "watching", _l("审看中"), "indigo", "eye"
    CONFERRING = "conferring", _l("合议中"), "indigo", "chat-square-text"
    SIGNING = "signing", _l("报告待签发"), "ochre", "pen"
    REPORTED = "reported", _l("待单位答复"), "ochre", "envelope-paper"
    ANSWERED = "answered", _l("待复核"), "ochre", "arrow-repeat"
    ARCHIVED = "archived", _l("已归档"), "soft", "archive"
    WITHDRAWN = "withdrawn", _l("单位已撤回"), "soft", "slash-circle"


OVER = (ReviewState.ARCHIVED, ReviewState.WITHDRAWN)
_OPEN = text("state not in ('archived', 'withdrawn')")


class WorkReview(Model):
    """`wish` is what the studio would like looked at, `wants` the fields of expertise staff ask for, `round` how many rounds have begun."""

    __tablename__ = "work_review"

    id: Mapped[Key]
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("work_version.id"))
    """What was handed in last."""
    genre: Mapped[Genre] = mapped_column(Stored(Genre))
    wish: Mapped[Prose] = mapped_column(default="")
    wants: Mapped[list[Any]] = mapped_column(default=list)
    state: Mapped[ReviewState] = mapped_column(Stored(ReviewState), default=ReviewState.SUBMITTED, index=True)
    number: Mapped[str | None] = mapped_column(String(64), unique=True)
    submitted_at: Mapped[datetime] = mapped_column(default=clock.now)
    accepted_at: Mapped[datetime | None]
    returned_because: Mapped[Prose] = mapped_column(default="")
    round: Mapped[int] = mapped_column(default=0)
    answer_by: Mapped[date | None]
    """By when the studio is asked to answer the report."""
    reminded_on: Mapped[date | None]
    answered_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_because: Mapped[Prose] = mapped_column(default="")

    work: Mapped[Work] = relationship(lazy="joined", innerjoin=True)
    version: Mapped[WorkVersion] = relationship()
    rounds: Mapped[list["ReviewRound"]] = relationship(back_populates="review", order_by="ReviewRound.number")

    __table_args__ = (
        Index("uq_work_review_open", "work_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        CheckConstraint("state in ('submitted', 'returned', 'withdrawn') or accepted_at is not null", name="accepted_says_when"),
        CheckConstraint("state != 'reported' or answer_by is not null", name="reported_says_when"),
        CheckConstraint("state not in ('archived', 'withdrawn') or ended_at is not null", name="over_says_when"),
    )  # fmt: skip

    @property
    def called(self) -> str:
        return f"《{self.work.title}》"

    @property
    def is_late(self) -> bool:
        """The studio has not answered in time."""
        return (
            self.state is ReviewState.REPORTED
            and self.answer_by is not None
            and self.answer_by < clock.today()
        )


class ReviewRound(Model):
    """One version seen by one panel; the report on it, as it is drawn up and as it was issued.

    `dissents` are [word of the conclusion, reasons] of those who saw it otherwise, without their names.
    """

    __tablename__ = "work_review_round"

    id: Mapped[Key]
    review_id: Mapped[int] = mapped_column(ForeignKey("work_review.id"), index=True)
    number: Mapped[int]
    version_id: Mapped[int] = mapped_column(ForeignKey("work_version.id"))
    panel_id: Mapped[int] = mapped_column(ForeignKey("panel.id"), unique=True)
    opened_at: Mapped[datetime] = mapped_column(default=clock.now)
    merits: Mapped[Prose] = mapped_column(default="")
    summary: Mapped[Prose] = mapped_column(default="")
    conclusion: Mapped[Conclusion | None] = mapped_column(Stored(Conclusion))
    dissents: Mapped[list[Any]] = mapped_column(default=list)
    issued_at: Mapped[datetime | None]

    review: Mapped[WorkReview] = relationship(back_populates="rounds")
    version: Mapped[WorkVersion] = relationship()
    panel: Mapped[Panel] = relationship()
    findings: Mapped[list["ReviewFinding"]] = relationship(
        back_populates="round", order_by="ReviewFinding.id"
    )
    points: Mapped[list["ReviewPoint"]] = relationship(
        back_populates="round", order_by="ReviewPoint.number", cascade="all, delete-orphan"
    )

    __table_args__ = (
        UniqueConstraint("review_id", "number"),
        CheckConstraint("issued_at is null or conclusion is not null", name="issued_concludes"),
    )

    @property
    def is_unsealed(self) -> bool:
        return not self.panel.is_sealed
