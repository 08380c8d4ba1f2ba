"""What somebody says against an entry while it is laid out."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model, Prose
from association.kernel.personal import INFORMANTS, Encrypted
from association.kernel.state import State, Stored
from association.kernel.words import _l
from bulletins.commendations.models.nomination import Nomination


class ObjectionState(State):
    RECEIVED = "received", _l("待答复"), "ochre", "hourglass-split"
    UPHELD = "upheld", _l("成立"), "indigo", "check-circle-fill"
    DISMISSED = "dismissed", _l("不成立"), "soft", "x-circle"


class Objection(Model):
    """Kept under the informants' key: the words, and who said them (`who`; nobody has to say). Nothing ties it to an account, an address or a
    machine; whoever said it reads the answer under the code of the receipt, of which only a hash is kept. Words and name go some time after the answer; the answer stays."""

    __tablename__ = "objection"

    id: Mapped[Key]
    nomination_id: Mapped[int] = mapped_column(ForeignKey("nomination.id"), index=True)
    state: Mapped[ObjectionState] = mapped_column(Stored(ObjectionState), default=ObjectionState.RECEIVED)
    words: Mapped[str | None] = mapped_column(Encrypted(INFORMANTS))
    who: Mapped[str | None] = mapped_column(Encrypted(INFORMANTS))
    receipt_hash: Mapped[str] = mapped_column(String(64), unique=True)
    received_at: Mapped[datetime] = mapped_column(default=clock.now)
    answer: Mapped[Prose] = mapped_column(default="")
    answered_at: Mapped[datetime | None]

    nomination: Mapped[Nomination] = relationship(lazy="joined")
