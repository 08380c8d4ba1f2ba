"""What an organisation says of its business from a day on, and who of its people left."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model
from association.organisations.models import Organisation
from association.training.models import Enrolment


class Figures(Model):
    """Rows are only added: the one in force on a day is the last one declared from that day or before."""

    __tablename__ = "coverage_figures"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    from_on: Mapped[date]
    videos: Mapped[int]
    """New videos on a day."""
    rooms: Mapped[int]
    """Live rooms open at the same time, at most."""
    declared_at: Mapped[datetime] = mapped_column(default=clock.now)
    reminded_on: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (
        Index("ix_coverage_figures_in_force", "organisation_id", "from_on", "id"),
        CheckConstraint("videos >= 0 and rooms >= 0", name="counts"),
    )


class Departure(Model):
    """Somebody with a certificate no longer reviews for the organisation; the certificate is theirs and stays what it is."""

    __tablename__ = "coverage_departure"

    id: Mapped[Key]
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("training_enrolment.id"), unique=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    left_on: Mapped[date]

    enrolment: Mapped[Enrolment] = relationship()
