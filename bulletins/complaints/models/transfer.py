"""移送: handing what was complained of to an authority, as a file with a list of its contents."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from bulletins.complaints.models.complaint import Complaint


class TransferState(State):
    PREPARED = "prepared", _l("待审核移送"), "ochre", "pencil-square"
    SENT = "sent", _l("已移送"), "indigo", "box-arrow-up-right"
    RECEIVED = "received", _l("已收到回执"), "jade", "check-circle-fill"
    DROPPED = "dropped", _l("不移送"), "soft", "slash-circle"


class ComplaintTransfer(Model):
    """One handing over to one authority. `facts` are the secretariat's words and name no informant; `contents` lists the copies that go
    along: [{number, evidence, name, type, size, sha256 of the copy, original (its SHA-256), received_on}]."""

    __tablename__ = "complaint_transfer"

    id: Mapped[Key]
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"), index=True)
    state: Mapped[TransferState] = mapped_column(Stored(TransferState), default=TransferState.PREPARED)
    number: Mapped[Line | None]
    authority: Mapped[Line]
    basis: Mapped[Line]
    facts: Mapped[Prose]
    contents: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    prepared_at: Mapped[datetime] = mapped_column(default=clock.now)
    way: Mapped[Line | None]
    """How it was handed over."""
    sent_at: Mapped[datetime | None]
    due_on: Mapped[date | None] = mapped_column(index=True)
    """When a receipt should be there."""
    receipt_number: Mapped[Line | None]
    receipt_on: Mapped[date | None]
    """As the authority's receipt says."""

    complaint: Mapped[Complaint] = relationship(lazy="joined")

    @property
    def is_late(self) -> bool:
        return self.state is TransferState.SENT and self.due_on is not None and self.due_on < clock.today()
