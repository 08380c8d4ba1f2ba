"""An objection to somebody in public notice. Who objected is kept so that they can be answered, and is shown to nobody."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.experts.models.expert import Expert
from association.kernel import clock
from association.kernel.db import Key, Model, Prose
from association.kernel.personal import Encrypted
from association.kernel.state import State, Stored
from association.kernel.words import _l


class ObjectionState(State):
    OPEN = "open", _l("待答复"), "ochre", "hourglass-split"
    UPHELD = "upheld", _l("异议成立"), "cinnabar", "exclamation-circle"
    REJECTED = "rejected", _l("异议不成立"), "soft", "check-circle"


class Objection(Model):
    """`by` is the objector's account, encrypted; `by_key` finds their own without opening it."""

    __tablename__ = "expert_objection"

    id: Mapped[Key]
    expert_id: Mapped[int] = mapped_column(ForeignKey("expert.id"), index=True)
    by: Mapped[str | None] = mapped_column("objector", Encrypted)
    by_key: Mapped[str] = mapped_column("objector_key", String(64), index=True)
    text: Mapped[str] = mapped_column(Encrypted)
    state: Mapped[ObjectionState] = mapped_column(Stored(ObjectionState), default=ObjectionState.OPEN)
    answer: Mapped[Prose] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    answered_at: Mapped[datetime | None]

    expert: Mapped[Expert] = relationship()

    __table_args__ = (CheckConstraint("(state = 'open') = (answered_at is null)", name="answered_says_when"),)
