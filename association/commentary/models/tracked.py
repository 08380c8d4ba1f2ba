"""重点目录: works the association follows over time, so that whoever writes about a period knows what to look at. For staff and experts only."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l


class TrackedState(State):
    TRACKED = "tracked", _l("跟踪中"), "indigo", "eye"
    ENDED = "ended", _l("已结束跟踪"), "soft", "eye-slash"


class TrackedWork(Model):
    """A work from a day to a day. Why it is followed is a note, no judgement."""

    __tablename__ = "commentary_tracked_work"

    id: Mapped[Key]
    state: Mapped[TrackedState] = mapped_column(
        Stored(TrackedState), default=TrackedState.TRACKED, index=True
    )
    work: Mapped[Line]
    work_number: Mapped[Line] = mapped_column(default="")
    maker: Mapped[Line] = mapped_column(default="")
    topic: Mapped[Word] = mapped_column(default="")
    note: Mapped[Prose] = mapped_column(default="")
    since_on: Mapped[date] = mapped_column(default=clock.today)
    until_on: Mapped[date | None]
    ended_because: Mapped[Prose] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (CheckConstraint("until_on is null or since_on <= until_on", name="days_in_order"),)
