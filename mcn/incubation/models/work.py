"""A work of somebody in incubation, shown to the public with their consent."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.personal import EncryptedFacts, mask_name
from association.kernel.state import State, Stored
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from mcn.incubation.models.talent import Talent


class WorkState(State):
    OFFERED = "offered", _l("待审核"), "ochre", "hourglass-split"
    SHOWN = "shown", _l("已展示"), "jade", "check-circle-fill"
    DECLINED = "declined", _l("未展示"), "soft", "x-circle"
    DOWN = "down", _l("已撤下"), "soft", "slash-circle"


class Credit(State):
    """How the maker is told of. Nobody is named whole: that takes a basis, a second look and an end (CAUTIONS, People)."""

    NONE = "none", _l("不写是谁")
    SURNAME = "surname", _l("只写姓氏")


class IncubatedWork(Model):
    """`consent` is the guardian's to the showing, where the person is a minor: {"guardian", "consent_number", "consented_on"}; encrypted."""

    __tablename__ = "incubation_work"

    id: Mapped[Key]
    talent_id: Mapped[int] = mapped_column(ForeignKey("incubation_talent.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    """Whose work it is, where an organisation made it."""
    title: Mapped[Line]
    text: Mapped[Prose]
    url: Mapped[Line] = mapped_column(default="")
    credit: Mapped[Credit] = mapped_column(Stored(Credit), default=Credit.NONE)
    consent: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts, default=dict)
    state: Mapped[WorkState] = mapped_column(Stored(WorkState), default=WorkState.OFFERED, index=True)
    offered_at: Mapped[datetime] = mapped_column(default=clock.now)
    shown_at: Mapped[datetime | None]
    down_because: Mapped[Prose] = mapped_column(default="")
    standing_id: Mapped[int | None] = mapped_column(ForeignKey("standing.id"))
    """The row by which it was proposed for commendation."""

    talent: Mapped[Talent] = relationship(lazy="joined", innerjoin=True)
    organisation: Mapped[Organisation | None] = relationship(lazy="joined")

    __table_args__ = (CheckConstraint("state != 'shown' or shown_at is not null", name="shown_says_when"),)

    @property
    def shown_maker(self) -> str:
        """Who made it, as the public reads it."""
        if self.credit is Credit.SURNAME:
            return mask_name(self.talent.name)
        return _("一位入选的青年")

    @property
    def is_shown(self) -> bool:
        """In public: `queries.shown` says the same in SQL. An organisation that is not shown takes its work along."""
        return self.state is WorkState.SHOWN and (
            self.organisation is None or self.organisation.has_public_record
        )
