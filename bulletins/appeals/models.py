"""Tables of appeals: what a 倡议书 has beyond its text, who initiates it, who has joined it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from bulletins.notices.models import Notice, NoticeState


class InitiatorState(State):
    ASKED = "asked", _l("待回复"), "ochre", "hourglass-split"
    AGREED = "agreed", _l("同意倡议"), "jade", "check-circle-fill"
    DECLINED = "declined", _l("不参加"), "soft", "x-circle"
    REMOVED = "removed", _l("已移出"), "soft", "slash-circle"


class JoiningState(State):
    JOINED = "joined", _l("已加入"), "jade", "check-circle-fill"
    LEFT = "left", _l("已退出"), "soft", "box-arrow-right"


class Appeal(Model):
    """One for one notice of the kind APPEAL. `occasion` stands before the points and is frozen with them; without `closes_on` it stays open."""

    __tablename__ = "appeal"

    id: Mapped[Key]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), unique=True)
    occasion: Mapped[Prose]
    closes_on: Mapped[date | None]

    notice: Mapped[Notice] = relationship(lazy="joined")

    @property
    def is_open(self) -> bool:
        """Whether organisations may join today."""
        return self.notice.state is NoticeState.PUBLISHED and (
            self.closes_on is None or clock.today() <= self.closes_on
        )


class Initiator(Model):
    """An organisation asked to make the appeal with the association. `agreed_hash` is the SHA-256 of the words it agreed to."""

    __tablename__ = "appeal_initiator"

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeal.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    state: Mapped[InitiatorState] = mapped_column(Stored(InitiatorState), default=InitiatorState.ASKED)
    agreed_hash: Mapped[str] = mapped_column(String(64), default="")
    answered_at: Mapped[datetime | None]
    because: Mapped[Prose] = mapped_column(default="")
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)

    appeal: Mapped[Appeal] = relationship()
    organisation: Mapped[Organisation] = relationship(lazy="joined")

    __table_args__ = (
        UniqueConstraint("appeal_id", "organisation_id"),
        CheckConstraint("state != 'agreed' or agreed_hash != ''", name="agreed_to_words"),
    )


_LIVING = text("state = 'joined'")


class Joining(Model):
    """An organisation that joined: as it was called that day, through whom in which post, and when it left. `consent` is the sentence that
    stood above the button."""

    __tablename__ = "appeal_joining"

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeal.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    state: Mapped[JoiningState] = mapped_column(Stored(JoiningState), default=JoiningState.JOINED)
    name: Mapped[Line]
    name_key: Mapped[Line]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    joined_by: Mapped[Line]
    text_hash: Mapped[str] = mapped_column(String(64))
    consent: Mapped[Prose]
    joined_at: Mapped[datetime] = mapped_column(default=clock.now)
    left_at: Mapped[datetime | None]
    left_because: Mapped[Prose] = mapped_column(default="")

    appeal: Mapped[Appeal] = relationship()
    organisation: Mapped[Organisation] = relationship(lazy="joined")

    __table_args__ = (
        Index(
            "uq_appeal_joining_living", "appeal_id", "organisation_id", unique=True, sqlite_where=_LIVING, postgresql_where=_LIVING
        ),
        Index("ix_appeal_joining_order", "appeal_id", "joined_at", "id"),
        CheckConstraint("(state = 'left') = (left_at is not null)", name="left_has_a_day"),
    )  # fmt: skip
