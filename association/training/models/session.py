"""One holding of a course (期): when, where, how many places, what it costs, until when names may change."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.day_words import day_words
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _, _l
from association.organisations.models import Kind
from association.training.models.course import Course, CourseState


class SessionState(State):
    DRAFT = "draft", _l("拟定中"), "indigo", "pencil"
    PUBLISHED = "published", _l("已公布"), "jade", "calendar"
    CANCELLED = "cancelled", _l("已取消"), "soft", "slash-circle"


class CourseSession(Model):
    """`shares` are places kept for one kind of organisation until `shares_until`: [{"kind": "mcn", "places": 10}, …]."""

    __tablename__ = "training_session"

    id: Mapped[Key]
    course_id: Mapped[int] = mapped_column(ForeignKey("training_course.id"), index=True)
    number: Mapped[int]
    """Which holding of the course it is, from 1."""
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime]
    place: Mapped[Line]
    access: Mapped[Prose] = mapped_column(default="")
    """How to come, and what helps those who need it (ramp, captions, …)."""
    places: Mapped[int]
    shares: Mapped[list[Any]] = mapped_column(default=list)
    shares_until: Mapped[date | None]
    """After this day what is left of the shares is for everybody."""
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    swap_until: Mapped[date]
    """The last day on which an organisation may name others."""
    fee: Mapped[int] = mapped_column(default=0)
    """Yuan for one person; 0 is free of charge."""
    fee_basis: Mapped[Line] = mapped_column(default="")
    contact: Mapped[Line]
    state: Mapped[SessionState] = mapped_column(Stored(SessionState), default=SessionState.DRAFT)
    last_line: Mapped[int] = mapped_column(default=0)
    """The last number given on the waiting list."""
    moved_because: Mapped[Prose] = mapped_column(default="")
    published_at: Mapped[datetime | None]
    reminded_on: Mapped[date | None]

    course: Mapped[Course] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (
        UniqueConstraint("course_id", "number"),
        CheckConstraint("places > 0", name="takes_somebody"),
        CheckConstraint("fee >= 0", name="fee_is_none_or_more"),
        CheckConstraint("starts_at < ends_at", name="ends_after_it_starts"),
        CheckConstraint("opens_on <= closes_on", name="closes_after_it_opens"),
    )

    @property
    def called(self) -> str:
        return _("%(course)s 第%(n)d期", course=self.course.title, n=self.number)

    @property
    def is_in_public(self) -> bool:
        """Published, also when it was cancelled afterwards. `queries.in_public` says the same in SQL."""
        return self.state is not SessionState.DRAFT and self.course.state is CourseState.PUBLISHED

    @property
    def is_open(self) -> bool:
        """One may sign up today."""
        return (
            self.state is SessionState.PUBLISHED
            and self.course.state is CourseState.PUBLISHED
            and self.opens_on <= clock.today() <= self.closes_on
            and clock.now() < self.starts_at
        )

    @property
    def shares_in_force(self) -> dict[str, int]:
        """Kind of organisation → places kept for it today."""
        if self.shares_until is None or clock.today() > self.shares_until:
            return {}
        return {str(share["kind"]): int(share["places"]) for share in self.shares}

    @property
    def days(self) -> list[date]:
        """Every day on which it is held, in China."""
        first = clock.day_of(self.starts_at)
        return [first + timedelta(days=n) for n in range((clock.day_of(self.ends_at) - first).days + 1)]

    @property
    def share_words(self) -> str:
        """What is kept for whom, and until when."""
        kept = _("、").join(f"{Kind(share['kind']).label} {share['places']}" for share in self.shares)
        until = day_words(self.shares_until) if self.shares_until else ""
        return _("%(kept)s（到%(until)s，之后归大家）", kept=kept, until=until) if kept else ""
