"""What has become of the clauses a course teaches, who looked at it, and who was invited to the update."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.training.models import Course, CourseSession, Enrolment


class RenewalState(State):
    FOUND = "found", _l("待复核"), "ochre", "hourglass-split"
    REVIEWED = "reviewed", _l("已复核"), "jade", "check-circle-fill"
    GONE = "gone", _l("条款已恢复原样"), "soft", "slash-circle"


_OPEN = text("state = 'found'")


class CourseRenewal(Model):
    """`changes` are [{"key", "called", "url", "what", "now"}] (guidance.holding). `since_on` is the day on which it was found: certificates from before then say so."""

    __tablename__ = "course_renewal"

    id: Mapped[Key]
    course_id: Mapped[int] = mapped_column(ForeignKey("training_course.id"), index=True)
    changes: Mapped[list[Any]] = mapped_column(default=list)
    since_on: Mapped[date]
    state: Mapped[RenewalState] = mapped_column(Stored(RenewalState), default=RenewalState.FOUND)
    found_at: Mapped[datetime] = mapped_column(default=clock.now)
    note: Mapped[Prose] = mapped_column(default="")
    """What changed and what became of the course, as the person who looked says."""
    reviewed_by: Mapped[Line] = mapped_column(default="")
    reviewed_on: Mapped[date | None]

    course: Mapped[Course] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (
        Index("uq_course_renewal_open", "course_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        CheckConstraint("state != 'reviewed' or reviewed_on is not null", name="reviewed_says_when"),
    )


class RenewalInvitation(Model):
    """A holder was invited to an update session; never twice to the same."""

    __tablename__ = "course_renewal_invitation"

    id: Mapped[Key]
    renewal_id: Mapped[int] = mapped_column(ForeignKey("course_renewal.id"))
    session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("training_enrolment.id"), index=True)
    at: Mapped[datetime] = mapped_column("invited_at", default=clock.now)

    renewal: Mapped[CourseRenewal] = relationship()
    session: Mapped[CourseSession] = relationship()
    enrolment: Mapped[Enrolment] = relationship()

    __table_args__ = (UniqueConstraint("renewal_id", "session_id", "enrolment_id"),)
