"""Who sits for a place that an organisation has signed up: the account that came with the ticket's code and the number of the paper."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Model
from association.people.models import Person
from association.training.models import Enrolment


class Candidate(Model):
    """One for each place whose exam somebody was told of. Signed up alone, the person of the place sits, and this only says who was told when."""

    __tablename__ = "exam_candidate"

    id: Mapped[Key]
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("training_enrolment.id"), unique=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    told_on: Mapped[date | None]
    reminded_on: Mapped[date | None]

    enrolment: Mapped[Enrolment] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person | None] = relationship(lazy="joined")
