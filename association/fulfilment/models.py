"""A yearly statement: owed by an organisation that stands by a pledge, drafted, confirmed by its signer, or overdue."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.fulfilment.settings import days
from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.pledges.models import Pledge, Signature


class StatementState(State):
    AHEAD = "ahead", _l("未到填报期"), "soft", "clock"
    OPEN = "open", _l("待填报"), "ochre", "pencil"
    DRAFTED = "drafted", _l("待签署人确认"), "ochre", "hourglass-split"
    GIVEN = "given", _l("已报送"), "jade", "check-circle-fill"
    EXCUSED = "excused", _l("免予报送"), "soft", "slash-circle"
    CLOSED = "closed", _l("不再需要"), "soft", "x-circle"


class Kept(State):
    """How a clause was kept, as the organisation itself says."""

    KEPT = "kept", _l("做到"), "jade", "check-circle-fill"
    PARTLY = "partly", _l("部分做到"), "ochre", "exclamation-circle"
    NOT = "not", _l("没有做到"), "cinnabar", "x-circle"


OWED = (StatementState.OPEN, StatementState.DRAFTED)
LIVE = (StatementState.AHEAD, *OWED)
_LIVE = text("state in ('ahead', 'open', 'drafted')")


class Statement(Model):
    """Of one organisation about one pledge for the time from `period_from` to `due_on`.

    `answers` are [{"path", "mark", "kept", "did"}], one for each clause the organisation speaks of. `remind_on` is the day of the next reminder.
    `overdue_on` and `lapsed_on` are the days on which the clock drew those consequences; they stay when the statement comes late.
    """

    __tablename__ = "pledge_statement"

    id: Mapped[Key]
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    signature_id: Mapped[int] = mapped_column(ForeignKey("pledge_signature.id"), index=True)
    state: Mapped[StatementState] = mapped_column(Stored(StatementState), default=StatementState.AHEAD)
    period_from: Mapped[date]
    due_on: Mapped[date]
    remind_on: Mapped[date | None]
    answers: Mapped[list[Any]] = mapped_column(default=list)
    summary: Mapped[Prose] = mapped_column(default="")
    is_open: Mapped[bool] = mapped_column(default=False)
    """The organisation has chosen that everybody may read what it says."""
    drafted_by: Mapped[Line] = mapped_column(default="")
    confirmed_by: Mapped[Line] = mapped_column(default="")
    given_at: Mapped[datetime | None]
    overdue_on: Mapped[date | None]
    lapsed_on: Mapped[date | None]
    because: Mapped[Prose] = mapped_column(default="")
    """Why it was returned to the clerk, or is not asked for any more."""

    pledge: Mapped[Pledge] = relationship(lazy="joined")
    organisation: Mapped[Organisation] = relationship(lazy="joined")
    signature: Mapped[Signature] = relationship()

    __table_args__ = (
        Index(
            "uq_pledge_statement_live", "pledge_id", "organisation_id", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE,
        ),
        Index("ix_pledge_statement_due", "state", "due_on"),
        CheckConstraint("(state = 'given') = (given_at is not null)", name="given_at_some_moment"),
        CheckConstraint("period_from <= due_on", name="days_in_order"),
    )  # fmt: skip

    @property
    def last_day(self) -> date:
        """The last day on which it is not overdue: due, and the days of grace."""
        return self.due_on + timedelta(days=days("grace_days", on=self.due_on))

    @property
    def lapses_on(self) -> date | None:
        """Once overdue: the day on which the signature lapses."""
        return (
            self.overdue_on + timedelta(days=days("lapse_days", on=self.overdue_on))
            if self.overdue_on
            else None
        )

    @property
    def is_owed(self) -> bool:
        return self.state in OWED

    @property
    def given_on(self) -> date | None:
        return clock.day_of(self.given_at) if self.given_at else None

    @property
    def is_late(self) -> bool:
        return self.given_on is not None and self.given_on > self.due_on

    @property
    def told(self) -> list[tuple[str, Kept, str]]:
        """(mark, how it was kept, what was done) of each clause spoken of."""
        return [(row["mark"], Kept(row["kept"]), row["did"]) for row in self.answers]
