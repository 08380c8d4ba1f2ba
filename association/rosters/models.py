"""Snapshots of who stands by a pledge, and ceremonies of signing."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.pledges.models import Pledge, Standing


class RosterState(State):
    BEGUN = "begun", _l("编制中"), "ochre", "hourglass-split"
    TAKEN = "taken", _l("已公布"), "jade", "check-circle-fill"


class Movement(State):
    """What an organisation has done since the roster before."""

    STAYED = "stayed", _l("在册"), "soft", "check"
    JOINED = "joined", _l("本期签署"), "jade", "plus-circle"
    LEFT = "left", _l("本期退出"), "soft", "box-arrow-right"


class Roster(Model):
    """Everybody bound at the end of a day, and who has left since the roster before. `sha256` is of its canonical bytes (`effects.canonical`), which
    everybody can fetch; it stands in the public log."""

    __tablename__ = "pledge_roster"

    id: Mapped[Key]
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id"))
    number: Mapped[int]
    state: Mapped[RosterState] = mapped_column(Stored(RosterState), default=RosterState.BEGUN)
    as_of: Mapped[date]
    previous_on: Mapped[date | None]
    taken_at: Mapped[datetime | None]
    bound: Mapped[int] = mapped_column(default=0)
    joined: Mapped[int] = mapped_column(default=0)
    gone: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str] = mapped_column(String(64), default="")

    pledge: Mapped[Pledge] = relationship(lazy="joined")
    rows: Mapped[list["RosterRow"]] = relationship(order_by="RosterRow.position", back_populates="roster")

    __table_args__ = (UniqueConstraint("pledge_id", "number"), UniqueConstraint("pledge_id", "as_of"))


class RosterRow(Model):
    """One organisation as it stood that day. Natural persons in business are not named: the row would outlive every basis for naming them."""

    __tablename__ = "pledge_roster_row"

    id: Mapped[Key]
    roster_id: Mapped[int] = mapped_column(ForeignKey("pledge_roster.id"))
    position: Mapped[int]
    """In the order of signing."""
    movement: Mapped[Movement] = mapped_column(Stored(Movement))
    name: Mapped[Line]
    name_key: Mapped[Line]
    uscc: Mapped[Word] = mapped_column(default="")
    kinds: Mapped[list[Any]] = mapped_column(JSON, default=list)
    province: Mapped[Word] = mapped_column(default="")
    number: Mapped[Line]
    version: Mapped[Line]
    since_on: Mapped[date]
    standing: Mapped[Standing] = mapped_column(Stored(Standing))
    standing_from: Mapped[date]

    roster: Mapped[Roster] = relationship(back_populates="rows")

    __table_args__ = (UniqueConstraint("roster_id", "position"),)


class Ceremony(Model):
    """Many sign together: a batch of a pledge's signatures (`Signature.batch` carries its name), with day and place."""

    __tablename__ = "pledge_ceremony"

    id: Mapped[Key]
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id"))
    number: Mapped[int]
    batch: Mapped[Word]
    held_on: Mapped[date]
    place: Mapped[Line] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    pledge: Mapped[Pledge] = relationship(lazy="joined")

    __table_args__ = (UniqueConstraint("pledge_id", "number"), UniqueConstraint("pledge_id", "batch"))
