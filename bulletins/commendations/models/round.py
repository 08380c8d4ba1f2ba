"""One round of commendations, and the three notices that say in public how far it is."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from bulletins.notices.models import Notice


class RoundState(State):
    PREPARED = "prepared", _l("待核依据"), "ochre", "hourglass-split"
    CLEARED = "cleared", _l("依据已核"), "indigo", "check2"
    OPEN = "open", _l("征集中"), "jade", "megaphone"
    SELECTING = "selecting", _l("审议中"), "ochre", "hourglass-split"
    PUBLICITY = "publicity", _l("公示中"), "ochre", "eye"
    CLOSED = "closed", _l("公示期满"), "indigo", "clock-history"
    ANNOUNCED = "announced", _l("已公布"), "jade", "check-circle-fill"
    STOPPED = "stopped", _l("已终止"), "soft", "slash-circle"


class Stage(State):
    """What a paper of a round says."""

    CALL = "call", _l("征集通知")
    PUBLICITY = "publicity", _l("拟推荐名单公示")
    RESULT = "result", _l("名单")


class Round(Model):
    """`basis_kind` is one of the dated list, `basis` the document it rests on: without it nothing is called for (DOMAIN 2.8).

    `slug` comes with the call. The days of the publicity are fixed when its notice is issued.
    """

    __tablename__ = "commendation_round"

    id: Mapped[Key]
    state: Mapped[RoundState] = mapped_column(Stored(RoundState), default=RoundState.PREPARED, index=True)
    slug: Mapped[str | None] = mapped_column(String(40), unique=True)
    title: Mapped[Line]
    purpose: Mapped[Prose]
    basis_kind: Mapped[Line]
    basis: Mapped[Prose]
    nominate_by: Mapped[date]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    opened_on: Mapped[date | None]
    publicity_from: Mapped[date | None]
    publicity_to: Mapped[date | None]
    announced_on: Mapped[date | None]
    stopped_on: Mapped[date | None]
    stopped_because: Mapped[Prose] = mapped_column(default="")

    __table_args__ = (
        CheckConstraint("(state = 'stopped') = (stopped_on is not null)", name="stopped_says_when"),
        CheckConstraint("state != 'publicity' or publicity_to is not null", name="publicity_has_days"),
    )

    @property
    def takes_nominations(self) -> bool:
        return self.state is RoundState.OPEN and clock.today() <= self.nominate_by

    @property
    def takes_objections(self) -> bool:
        return (
            self.state is RoundState.PUBLICITY
            and self.publicity_to is not None
            and clock.today() <= self.publicity_to
        )

    @property
    def is_in_public(self) -> bool:
        return self.slug is not None


class Paper(Model):
    """A notice of the kind COMMENDATION and the stage of the round it speaks of."""

    __tablename__ = "commendation_paper"

    id: Mapped[Key]
    round_id: Mapped[int] = mapped_column(ForeignKey("commendation_round.id"))
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), unique=True)
    stage: Mapped[Stage] = mapped_column(Stored(Stage))

    round: Mapped[Round] = relationship(lazy="joined")
    notice: Mapped[Notice] = relationship(lazy="joined")

    __table_args__ = (Index("ix_commendation_paper_round", "round_id", "stage"),)
