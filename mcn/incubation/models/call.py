"""A public call to young people."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l


class CallState(State):
    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    PUBLISHED = "published", _l("已发布"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "slash-circle"


class IncubationCall(Model):
    """What is offered, to whom, how many are taken, and until when one may apply."""

    __tablename__ = "incubation_call"

    id: Mapped[Key]
    title: Mapped[Line]
    text: Mapped[Prose]
    places: Mapped[int]
    closes_on: Mapped[date]
    state: Mapped[CallState] = mapped_column(Stored(CallState), default=CallState.DRAFT)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    published_at: Mapped[datetime | None]
    withdrawn_because: Mapped[Prose] = mapped_column(default="")

    __table_args__ = (
        CheckConstraint("state = 'draft' or published_at is not null", name="published_says_when"),
        CheckConstraint("places > 0", name="takes_somebody"),
    )

    @property
    def is_open(self) -> bool:
        return self.state is CallState.PUBLISHED and clock.today() <= self.closes_on
