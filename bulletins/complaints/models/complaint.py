"""A complaint, and what is said under its code afterwards."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.personal import INFORMANTS, Encrypted
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation

if TYPE_CHECKING:
    from bulletins.complaints.models.evidence import ComplaintEvidence


class ComplaintState(State):
    RECEIVED = "received", _l("已收到"), "ochre", "inbox"
    ACCEPTED = "accepted", _l("已受理"), "indigo", "check-circle"
    REFUSED = "refused", _l("未予受理"), "soft", "slash-circle"
    CHECKING = "checking", _l("正在核查"), "ochre", "search"
    JOINED = "joined", _l("已合并办理"), "indigo", "link-45deg"
    IN_CASE = "in_case", _l("已转入案件"), "indigo", "folder2-open"
    ANSWERED = "answered", _l("已反馈"), "indigo", "chat-dots"
    CLOSED = "closed", _l("已办结"), "jade", "check-circle-fill"


class Channel(State):
    SITE = "site", _l("网上"), "soft", "globe"
    PHONE = "phone", _l("电话"), "soft", "telephone"
    LETTER = "letter", _l("来信来访"), "soft", "envelope"
    AUTHORITY = "authority", _l("主管部门转来"), "soft", "box-arrow-in-right"


class Complaint(Model):
    """What somebody told us. Their words, the places they name and who they are lie under the informants' key; nothing ties the row to an
    account, an address or a machine. `who` and `email` go some time after the end; the answer stays under the receipt's code."""

    __tablename__ = "complaint"

    id: Mapped[Key]
    number: Mapped[Line | None]
    state: Mapped[ComplaintState] = mapped_column(Stored(ComplaintState), default=ComplaintState.RECEIVED)
    channel: Mapped[Channel] = mapped_column(Stored(Channel), default=Channel.SITE)
    kind: Mapped[Word]
    words: Mapped[str] = mapped_column(Encrypted(INFORMANTS))
    work: Mapped[str | None] = mapped_column(Encrypted(INFORMANTS))
    published_by: Mapped[str | None] = mapped_column(Encrypted(INFORMANTS))
    """The account or mini-programme, and its platform."""
    link: Mapped[str | None] = mapped_column(Encrypted(INFORMANTS))
    place: Mapped[str] = mapped_column(Encrypted(INFORMANTS))
    """Which episode, minute, page; when it was seen."""
    who: Mapped[str | None] = mapped_column(Encrypted(INFORMANTS))
    email: Mapped[str | None] = mapped_column(Encrypted(INFORMANTS))
    """Where whoever complained wants to be told that there is news."""
    language: Mapped[str] = mapped_column(String(8), default="zh")
    authority: Mapped[Line | None]
    """Which one transferred it to us, and under which number."""
    authority_number: Mapped[Line | None]
    receipt_hash: Mapped[str] = mapped_column(String(64), unique=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    received_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    due_on: Mapped[date | None] = mapped_column(index=True)
    """The last day for what comes next; none when nothing is owed."""
    answer: Mapped[Prose] = mapped_column(default="")
    """What whoever complained is told: the result, or why it is not taken up."""
    ended_at: Mapped[datetime | None]
    leading_id: Mapped[int | None] = mapped_column(ForeignKey("complaint.id"), index=True)
    """The complaint together with which this one is handled; it goes where that one goes."""
    case_number: Mapped[Line | None]
    case_address: Mapped[Line | None]
    """The file of the case that has taken it up, as a path."""

    organisation: Mapped[Organisation | None] = relationship(lazy="joined")
    leading: Mapped["Complaint | None"] = relationship(remote_side="Complaint.id")
    messages: Mapped[list["ComplaintMessage"]] = relationship(
        order_by="ComplaintMessage.id", back_populates="complaint"
    )
    evidence: Mapped[list["ComplaintEvidence"]] = relationship(
        order_by="ComplaintEvidence.id", back_populates="complaint"
    )

    @property
    def led(self) -> "Complaint":
        """The complaint whose state and answer count: the leading one, or itself."""
        return self.leading or self

    @property
    def is_over(self) -> bool:
        return self.led.state in (ComplaintState.REFUSED, ComplaintState.CLOSED)

    @property
    def is_late(self) -> bool:
        """`queries.late` says the same in SQL."""
        return self.due_on is not None and self.due_on < clock.today()


class ComplaintMessage(Model):
    """One thing said under the code, by whoever holds it or by the secretariat."""

    __tablename__ = "complaint_message"

    id: Mapped[Key]
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"), index=True)
    is_ours: Mapped[bool]
    words: Mapped[str] = mapped_column(Encrypted(INFORMANTS))
    said_at: Mapped[datetime] = mapped_column(default=clock.now)

    complaint: Mapped[Complaint] = relationship(back_populates="messages")
