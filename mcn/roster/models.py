"""One reading of a workbook: what it holds, or what is wrong with it."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock, walls
from association.kernel.db import Key, Model
from association.kernel.personal import EncryptedFacts
from association.kernel.state import State, Stored
from association.kernel.words import _l
from mcn.agencies.models import Agency


class ReadingState(State):
    WAITING = "waiting", _l("正在试读"), "ochre", "hourglass-split"
    FAULTY = "faulty", _l("表里有问题"), "cinnabar", "exclamation-circle-fill"
    READY = "ready", _l("试读无误"), "jade", "check-circle-fill"
    TAKEN = "taken", _l("已载入填报"), "soft", "box-arrow-in-down"
    FAILED = "failed", _l("没有读成"), "cinnabar", "x-circle"


class RosterReading(Model):
    """`found` is {"agents": [row, …], "accounts": [row, …]} or {"faults": [[sheet, row, column, because], …], "language": of these words};
    encrypted, for it names people."""

    __tablename__ = "roster_reading"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    state: Mapped[ReadingState] = mapped_column(Stored(ReadingState), default=ReadingState.WAITING)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    read_at: Mapped[datetime | None]
    found: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts, default=dict)

    agency: Mapped[Agency] = relationship(lazy="joined", innerjoin=True)

    @property
    def organisation_id(self) -> int:
        return self.agency.organisation_id


walls.concerns_with(RosterReading.agency)
