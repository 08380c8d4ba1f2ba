"""A sealed opinion. Nothing leads here from a seat: who wants to read one goes through `queries`, which ask whether it is open."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Model
from association.kernel.personal import Encrypted, EncryptedFacts

SEALED = "sealed opinions"
"""The key opinions lie under, so that a copy of the database tells nobody's."""


class Opinion(Model):
    """While the seat has no `voted_at` it is a draft. `facts` is whatever else the feature above asks for."""

    __tablename__ = "panel_opinion"

    id: Mapped[Key]
    seat_id: Mapped[int] = mapped_column(ForeignKey("panel_seat.id"), unique=True)
    word: Mapped[str] = mapped_column(Encrypted(SEALED), default="")
    because: Mapped[str] = mapped_column(Encrypted(SEALED), default="")
    facts: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts(SEALED), default=dict)
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
