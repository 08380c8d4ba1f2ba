"""Who was there on which day of a session."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model
from association.training.models.enrolment import Enrolment


class Attendance(Model):
    """One person, one day; signed in by themselves with the code shown in the room, or entered by staff from the sheet."""

    __tablename__ = "training_attendance"

    id: Mapped[Key]
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("training_enrolment.id"))
    on: Mapped[date] = mapped_column("attended_on")
    at: Mapped[datetime] = mapped_column("entered_at", default=clock.now)
    by_code: Mapped[bool] = mapped_column(default=False)

    enrolment: Mapped[Enrolment] = relationship()

    __table_args__ = (UniqueConstraint("enrolment_id", "attended_on"),)
