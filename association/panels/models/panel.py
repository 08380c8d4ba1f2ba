"""A panel on one subject, and the seats of those who judge."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.personal import Encrypted
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.people.models import Person


class PanelState(State):
    OPEN = "open", _l("意见密封中"), "ochre", "lock"
    CLOSED = "closed", _l("已开封，待纪要"), "indigo", "unlock"
    CONCLUDED = "concluded", _l("纪要已确认"), "jade", "check-circle-fill"
    DISSOLVED = "dissolved", _l("已解散"), "soft", "slash-circle"


class SeatState(State):
    NAMED = "named", _l("待声明"), "ochre", "envelope"
    CLEAR = "clear", _l("已声明无利害关系"), "jade", "check-circle"
    STOOD_DOWN = "stood_down", _l("已回避"), "cinnabar", "sign-stop"
    LEFT = "left", _l("不再参加"), "soft", "box-arrow-right"


SITTING = (SeatState.NAMED, SeatState.CLEAR)


class Panel(Model):
    """One sitting on one subject; another round is another panel. `least` is how many opinions it needs, `due_on` the last day to give them."""

    __tablename__ = "panel"

    id: Mapped[Key]
    matter: Mapped[Word] = mapped_column(index=True)
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    number: Mapped[int]
    state: Mapped[PanelState] = mapped_column(Stored(PanelState), default=PanelState.OPEN, index=True)
    least: Mapped[int]
    due_on: Mapped[date]
    convened_at: Mapped[datetime] = mapped_column(default=clock.now)
    closed_at: Mapped[datetime | None]
    """When the opinions were opened; None: they are sealed, or were destroyed unread."""
    ended_because: Mapped[Prose] = mapped_column(default="")
    overdue_told_on: Mapped[date | None]

    seats: Mapped[list["PanelSeat"]] = relationship(
        back_populates="panel", order_by="PanelSeat.id", lazy="selectin"
    )

    __table_args__ = (
        UniqueConstraint("subject_kind", "subject_id", "number"),
        CheckConstraint("least > 0", name="needs_an_opinion"),
        CheckConstraint("state not in ('closed', 'concluded') or closed_at is not null", name="closed_says_when"),
        CheckConstraint("state != 'open' or closed_at is null", name="open_is_sealed"),
    )  # fmt: skip

    @property
    def is_sealed(self) -> bool:
        return self.closed_at is None

    @property
    def sitting(self) -> list["PanelSeat"]:
        return [seat for seat in self.seats if seat.sits]

    @property
    def voted(self) -> int:
        return sum(seat.voted_at is not None for seat in self.sitting)

    @property
    def missing(self) -> int:
        return len(self.sitting) - self.voted

    def seat_of(self, person_id: int | None) -> "PanelSeat | None":
        """The newest seat of a person."""
        return next(
            (s for s in reversed(self.seats) if person_id is not None and s.person_id == person_id), None
        )


class PanelSeat(Model):
    """One member's place. Without a person it is a guest's, who declares and votes on paper; staff write that down."""

    __tablename__ = "panel_seat"

    id: Mapped[Key]
    panel_id: Mapped[int] = mapped_column(ForeignKey("panel.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[Line] = mapped_column(default="")
    unit: Mapped[Line] = mapped_column(default="")
    """A guest's name and where they work; a person's are not kept here."""
    state: Mapped[SeatState] = mapped_column(Stored(SeatState), default=SeatState.NAMED)
    named_at: Mapped[datetime] = mapped_column(default=clock.now)
    declared_at: Mapped[datetime | None]
    declared_words: Mapped[str] = mapped_column(Encrypted, default="")
    """What the tie is, in the member's words; for those who keep the panel."""
    voted_at: Mapped[datetime | None]
    """That there is an opinion is no secret; what it says is (Opinion)."""
    left_because: Mapped[str] = mapped_column(Encrypted, default="")
    instead_of_id: Mapped[int | None] = mapped_column(ForeignKey("panel_seat.id"), unique=True)
    reminded_on: Mapped[date | None]

    panel: Mapped[Panel] = relationship(back_populates="seats")
    person: Mapped[Person | None] = relationship(lazy="selectin")

    __table_args__ = (
        Index(
            "uq_panel_seat_sitting", "panel_id", "person_id", unique=True,
            sqlite_where=text("state in ('named', 'clear')"), postgresql_where=text("state in ('named', 'clear')"),
        ),
        CheckConstraint("person_id is not null or name != ''", name="somebody"),
        CheckConstraint("voted_at is null or state = 'clear'", name="votes_without_a_tie"),
    )  # fmt: skip

    @property
    def sits(self) -> bool:
        return self.state in SITTING

    @property
    def on_paper(self) -> bool:
        """A guest's."""
        return self.person_id is None

    @property
    def called(self) -> str:
        return self.person.name if self.person else self.name
