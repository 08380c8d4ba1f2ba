"""A motion to amend a pledge (修订动议), and the signatories that support it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.pledges.models import Pledge, PledgeVersion


class MotionState(State):
    """How far a motion has come."""

    RECEIVED = "received", _l("待受理"), "ochre", "hourglass-split"
    OPEN = "open", _l("征集附议"), "indigo", "people"
    REACHED = "reached", _l("附议已够，等待修订"), "ochre", "clock"
    TAKEN_UP = "taken_up", _l("已进入修订"), "jade", "check-circle-fill"
    LAPSED = "lapsed", _l("期满附议不够"), "soft", "clock-history"
    DECLINED = "declined", _l("不予受理"), "cinnabar", "x-circle"
    TAKEN_BACK = "taken_back", _l("已撤回"), "soft", "arrow-counterclockwise"


IN_PUBLIC = (MotionState.OPEN, MotionState.REACHED, MotionState.TAKEN_UP, MotionState.LAPSED)
_ALIVE = text("ended_at is null")


class Motion(Model):
    """By a signatory (`organisation`), or by the executor (None). `risky` are words in it that the legal office must read before it is public.

    `needed` is how many must support it, `opened_on` and `until_on` the days between which they can: all three from the day it became public.
    """

    __tablename__ = "pledge_motion"

    id: Mapped[Key]
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id"))
    number: Mapped[int]
    state: Mapped[MotionState] = mapped_column(Stored(MotionState), default=MotionState.RECEIVED, index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[Line] = mapped_column(default="")
    """The organisation's, as it was called that day."""
    reason: Mapped[Prose]
    wording: Mapped[Prose]
    risky: Mapped[list[Any]] = mapped_column(JSON, default=list)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    opened_on: Mapped[date | None]
    until_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    ended_because: Mapped[Prose] = mapped_column(default="")
    version_id: Mapped[int | None] = mapped_column(ForeignKey("pledge_version.id"))
    """The revision it has led to."""

    pledge: Mapped[Pledge] = relationship(lazy="joined")
    organisation: Mapped[Organisation | None] = relationship(lazy="joined")
    version: Mapped[PledgeVersion | None] = relationship()

    __table_args__ = (
        UniqueConstraint("pledge_id", "number"),
        CheckConstraint("state != 'open' or until_on is not null", name="open_until_a_day"),
    )

    @property
    def is_by_the_executor(self) -> bool:
        return self.organisation_id is None

    @property
    def is_in_public(self) -> bool:
        """Public from its acceptance; one taken back stays, if it was public before."""
        return self.state in IN_PUBLIC or (
            self.state is MotionState.TAKEN_BACK and self.opened_on is not None
        )


class Support(Model):
    """An organisation supports a motion, the mover's own first; it may take its support back while the motion is open."""

    __tablename__ = "pledge_motion_support"

    id: Mapped[Key]
    motion_id: Mapped[int] = mapped_column(ForeignKey("pledge_motion.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    name: Mapped[Line]
    name_key: Mapped[Line]
    supported_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]

    motion: Mapped[Motion] = relationship()
    organisation: Mapped[Organisation] = relationship(lazy="joined")

    __table_args__ = (
        Index(
            "uq_pledge_motion_support_alive", "motion_id", "organisation_id", unique=True, sqlite_where=_ALIVE,
            postgresql_where=_ALIVE,
        ),
    )  # fmt: skip
