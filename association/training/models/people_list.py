"""A list of people an organisation hands in for a session: what a workbook holds, or what is wrong with it."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model
from association.kernel.personal import EncryptedFacts
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.training.models.session import CourseSession


class ListState(State):
    WAITING = "waiting", _l("正在试读"), "ochre", "hourglass-split"
    FAULTY = "faulty", _l("表里有问题"), "cinnabar", "exclamation-circle-fill"
    READY = "ready", _l("试读无误"), "jade", "check-circle-fill"
    TAKEN = "taken", _l("已报名"), "soft", "box-arrow-in-down"
    CLEARED = "cleared", _l("已过期清除"), "soft", "clock"
    FAILED = "failed", _l("没有读成"), "cinnabar", "x-circle"


class PeopleList(Model):
    """`found` is {"rows": [[number, facts], …]} or {"faults": [[number, sentence], …], "language": of the sentences}; encrypted, for it names
    people. Emptied, and the workbook removed, once they are signed up or some days have passed."""

    __tablename__ = "training_list"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    state: Mapped[ListState] = mapped_column(Stored(ListState), default=ListState.WAITING)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    read_at: Mapped[datetime | None]
    found: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts, default=dict)

    session: Mapped[CourseSession] = relationship(lazy="joined", innerjoin=True)
    organisation: Mapped[Organisation] = relationship(lazy="joined", innerjoin=True)
