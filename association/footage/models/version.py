"""A version of a work: the files that were shown together."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model
from association.works.models import Work


class WorkVersion(Model):
    """Numbered from 1 in each work. Once closed (handed in), nothing of it changes."""

    __tablename__ = "work_version"

    id: Mapped[Key]
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"))
    number: Mapped[int]
    note: Mapped[Line] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    closed_at: Mapped[datetime | None]

    work: Mapped[Work] = relationship()

    __table_args__ = (UniqueConstraint("work_id", "number"),)

    @property
    def is_open(self) -> bool:
        """Whether its maker may still add and remove files."""
        return self.closed_at is None and self.work.is_live
