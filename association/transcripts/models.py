"""A transcript as it was drawn up for a person."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.certificates import Certificate
from association.kernel.db import Key, Model
from association.people.models import Person


class Transcript(Model):
    """`rows` are [{"course", "session", "days", "hours", "number", "until"}] of the day it was drawn up, in Chinese, the paper's language."""

    __tablename__ = "training_transcript"

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    rows: Mapped[list[Any]] = mapped_column(default=list)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    certificate_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    certificate: Mapped[Certificate | None] = relationship(lazy="joined")
