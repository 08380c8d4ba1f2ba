"""A work of an organisation, as its maker enters it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.works.models.rule import ClassRule
from association.works.models.words import DramaClass, Making, Trigger


class WorkState(State):
    """How far its maker has come with entering it. It says nothing of the work's merits, nor of any authority's decision."""

    DRAFT = "draft", _l("草稿"), "soft", "pencil"
    KEPT = "kept", _l("已登记在册"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已移出"), "soft", "slash-circle"


class Work(Model):
    """`yuan` and `seconds` (of the longest episode) are whole; None where not known. Lists in prose are one line each.

    The class is a hint under the period of the rule that held on `day`, kept with the reasons of the day it was reckoned.
    """

    __tablename__ = "work"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    title: Mapped[Line]
    aliases: Mapped[Prose] = mapped_column(default="")
    """Earlier and other titles."""
    synopsis: Mapped[Prose] = mapped_column(default="")
    state: Mapped[WorkState] = mapped_column(Stored(WorkState), default=WorkState.DRAFT)
    day: Mapped[date]
    """The day whose rule decides the class; which day that is, the setting `works.deciding_day` says."""
    making: Mapped[Making] = mapped_column(Stored(Making), default=Making.LIVE)
    yuan: Mapped[int | None] = mapped_column(BigInteger)
    subjects: Mapped[list[Any]] = mapped_column(default=list)
    triggers: Mapped[list[Any]] = mapped_column(default=list)
    episodes: Mapped[int | None]
    seconds: Mapped[int | None]
    child_actors: Mapped[int] = mapped_column(default=0)
    """How many actors are minors. Who they are is not asked."""
    number_kind: Mapped[Line] = mapped_column(default="")
    number: Mapped[Line] = mapped_column(default="")
    number_issuer: Mapped[Line] = mapped_column(default="")
    """Licence or record number as printed, and whose it is. The site does not say that it is right."""
    drama_class: Mapped[DramaClass | None] = mapped_column(Stored(DramaClass))
    class_rule_id: Mapped[int | None] = mapped_column(ForeignKey("class_rule.id"), index=True)
    class_reasons: Mapped[list[Any]] = mapped_column(default=list)
    """Sentences in Chinese, as they were when the class was reckoned."""
    classed_at: Mapped[datetime | None]
    made_by: Mapped[int | None]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)

    organisation: Mapped[Organisation] = relationship()
    class_rule: Mapped[ClassRule | None] = relationship()

    __table_args__ = (
        CheckConstraint("yuan is null or yuan >= 0", name="yuan_not_negative"),
        CheckConstraint("child_actors >= 0", name="children_counted"),
    )

    @property
    def is_live(self) -> bool:
        """May still be changed by its maker."""
        return self.state is not WorkState.WITHDRAWN

    @property
    def alias_lines(self) -> list[str]:
        return [line.strip() for line in self.aliases.splitlines() if line.strip()]

    @property
    def circumstances(self) -> list[Trigger]:
        return [Trigger(word) for word in self.triggers]
