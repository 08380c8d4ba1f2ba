"""After the decision: the appeal, how long the case is shown with the organisation's name, and the repair of its credit."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l
from bulletins.cases.models.case import CaseFile


class AppealState(State):
    LODGED = "lodged", _l("已提出申诉"), "ochre", "inbox"
    INCOMPLETE = "incomplete", _l("请补正"), "ochre", "pencil"
    ACCEPTED = "accepted", _l("已受理，复核中"), "indigo", "people"
    DELIBERATED = "deliberated", _l("已审议，待拟申诉决定"), "indigo", "list-check"
    PREPARED = "prepared", _l("申诉决定待签发"), "ochre", "pencil"
    DECIDED = "decided", _l("申诉已决定"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("不予受理"), "soft", "x-circle"
    WITHDRAWN = "withdrawn", _l("已撤回申诉"), "soft", "box-arrow-right"


class AppealResult(State):
    UPHELD = "upheld", _l("维持"), "ochre", "check-circle"
    CHANGED = "changed", _l("变更原决定"), "indigo", "arrow-down"
    REVOKED = "revoked", _l("撤销"), "jade", "slash-circle"


class PublicityEnd(State):
    TERM = "term", _l("期满"), "soft", "clock-history"
    REPAIRED = "repaired", _l("信用已修复"), "jade", "check-circle"
    ANNULLED = "annulled", _l("决定已撤销"), "jade", "slash-circle"


class RepairState(State):
    APPLIED = "applied", _l("已申请"), "ochre", "inbox"
    GRANTED = "granted", _l("同意修复"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("不同意修复"), "soft", "x-circle"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "box-arrow-right"


class CaseAppeal(Model):
    """The one appeal against a decision, heard by others than those of the first sitting; never to the worse of who appeals.
    `due_on` is the last day of the step that is under way."""

    __tablename__ = "case_appeal"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), unique=True)
    state: Mapped[AppealState] = mapped_column(Stored(AppealState), default=AppealState.LODGED)
    grounds: Mapped[Prose]
    lodged_at: Mapped[datetime] = mapped_column(default=clock.now)
    due_on: Mapped[date | None]
    asked: Mapped[Prose] = mapped_column(default="")
    added: Mapped[Prose] = mapped_column(default="")
    intake_because: Mapped[Prose] = mapped_column(default="")
    conclusion: Mapped[Word] = mapped_column(default="")
    """The word of the panel's minutes."""
    result: Mapped[AppealResult | None] = mapped_column(Stored(AppealResult))
    measure: Mapped[Word] = mapped_column(default="")
    months: Mapped[int] = mapped_column(default=0)
    measure_before: Mapped[Word] = mapped_column(default="")
    months_before: Mapped[int] = mapped_column(default=0)
    reasons: Mapped[Prose] = mapped_column(default="")
    decided_at: Mapped[datetime | None]

    case: Mapped[CaseFile] = relationship(back_populates="appeal", lazy="joined")

    __table_args__ = (
        Index("ix_case_appeal_due", "state", "due_on"),
        CheckConstraint(
            "state != 'decided' or (result is not null and decided_at is not null)", name="decided_says_what"
        ),
    )


class CasePublicity(Model):
    """From when to when the case may be shown with the organisation's name, and how that ended."""

    __tablename__ = "case_publicity"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), unique=True)
    from_on: Mapped[date]
    until_on: Mapped[date] = mapped_column(index=True)
    because: Mapped[Prose]
    end: Mapped[PublicityEnd | None] = mapped_column("ended_by", Stored(PublicityEnd))
    ended_on: Mapped[date | None]

    case: Mapped[CaseFile] = relationship(back_populates="publicity")

    __table_args__ = (
        CheckConstraint("from_on <= until_on", name="days_in_order"),
        CheckConstraint("(ended_by is null) = (ended_on is null)", name="end_says_when"),
    )

    @property
    def is_running(self) -> bool:
        """`queries.public.named` says the same in SQL."""
        return self.end is None and clock.today() <= self.until_on


class CaseRepair(Model):
    """One application to end the publicity before its term, because everything was put right."""

    __tablename__ = "case_repair"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    state: Mapped[RepairState] = mapped_column(Stored(RepairState), default=RepairState.APPLIED)
    grounds: Mapped[Prose]
    applied_at: Mapped[datetime] = mapped_column(default=clock.now)
    due_on: Mapped[date | None]
    because: Mapped[Prose] = mapped_column(default="")
    decided_at: Mapped[datetime | None]

    case: Mapped[CaseFile] = relationship(back_populates="repairs", lazy="joined")

    __table_args__ = (Index("ix_case_repair_due", "state", "due_on"),)

    @property
    def organisation_id(self) -> int:
        """Whose it is, for files."""
        return self.case.organisation_id
