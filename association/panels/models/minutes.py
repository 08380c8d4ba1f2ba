"""The minutes, written by one and confirmed by the others."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model, Prose, Word
from association.panels.models.panel import Panel, PanelSeat


class Minutes(Model):
    """One version. `conclusion` is a word of the kind of vote; who voted otherwise dissents."""

    __tablename__ = "panel_minutes"

    id: Mapped[Key]
    panel_id: Mapped[int] = mapped_column(ForeignKey("panel.id"))
    number: Mapped[int]
    conclusion: Mapped[Word]
    text: Mapped[Prose]
    written_by_id: Mapped[int | None]
    """The account; a person's page may go, the record of who wrote stays in the trail."""
    written_at: Mapped[datetime] = mapped_column(default=clock.now)

    panel: Mapped[Panel] = relationship()
    confirmations: Mapped[list["Confirmation"]] = relationship(order_by="Confirmation.id", lazy="selectin")

    __table_args__ = (UniqueConstraint("panel_id", "number"),)


class Confirmation(Model):
    """A member's word on the minutes: that they are right, or what is not."""

    __tablename__ = "panel_confirmation"

    id: Mapped[Key]
    minutes_id: Mapped[int] = mapped_column(ForeignKey("panel_minutes.id"))
    seat_id: Mapped[int] = mapped_column(ForeignKey("panel_seat.id"), index=True)
    agrees: Mapped[bool]
    note: Mapped[Prose] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(default=clock.now)

    seat: Mapped[PanelSeat] = relationship(lazy="joined")

    __table_args__ = (UniqueConstraint("minutes_id", "seat_id"),)
