"""A warning: what happens, whom it concerns, what to do and by when."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock, dated
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.lifecycles import HasPublishing
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import HasAudience, Narrowing, Organisation
from bulletins.warnings.models.level import Level

dated.define(
    "warnings.topics", label=_l("预警的主题"), kind="lines", basis=dated.OWN,
    initial=["内容与片名", "推广与投流", "未成年人保护", "版权与改编", "直播与带货", "收费与退款", "数据与网络安全", "其他"],
)  # fmt: skip


class WarningState(State):
    """The three reviews, then in force until the risk is reduced, over, or the last day has passed."""

    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    FIRST = "first", _l("待初审"), "ochre", "hourglass-split"
    SECOND = "second", _l("待复审"), "ochre", "hourglass-split"
    THIRD = "third", _l("待终审"), "ochre", "hourglass-split"
    SCHEDULED = "scheduled", _l("定时发布"), "ochre", "clock"
    PUBLISHED = "published", _l("生效中"), "ochre", "exclamation-triangle-fill"
    REDUCED = "reduced", _l("风险降低"), "ochre", "arrow-down-circle"
    LIFTED = "lifted", _l("已解除"), "jade", "check-circle-fill"
    EXPIRED = "expired", _l("已到期"), "soft", "clock-history"
    WITHDRAWN = "withdrawn", _l("已撤回"), "cinnabar", "slash-circle"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


IN_FORCE = (WarningState.PUBLISHED, WarningState.REDUCED)
ENDED = (WarningState.LIFTED, WarningState.EXPIRED)
LISTED = (*IN_FORCE, *ENDED)
"""States in which it is in public lists; a withdrawn one keeps its address only."""


class RiskWarning(HasAudience, HasPublishing, Model):
    """Structured, because a reader asks these questions one by one. Frozen from the third review on."""

    __tablename__ = "warning"

    id: Mapped[Key]
    slug: Mapped[str | None] = mapped_column(String(40), unique=True)
    """Given with the number: `2026-7`."""
    number: Mapped[Line] = mapped_column(default="")
    title: Mapped[Line]
    level: Mapped[Level] = mapped_column(Stored(Level))
    issued_level: Mapped[Level | None] = mapped_column(Stored(Level))
    """As first issued; the level may go down."""
    topic: Mapped[Line]
    happens: Mapped[Prose]
    todo: Mapped[Prose]
    act_by: Mapped[date | None]
    valid_from: Mapped[date | None]
    """The day of issue where nothing else was said."""
    valid_to: Mapped[date]
    contents: Mapped[list[Any]] = mapped_column(default=list)
    """Kinds of content concerned, in words: told to readers, and no condition on organisations (no register knows them)."""
    platforms: Mapped[list[Any]] = mapped_column(default=list)
    """Where it happens, in words; likewise."""
    clauses: Mapped[list[Any]] = mapped_column(default=list)
    """[{"edition": id, "path": path, "called": words, "url": address}]."""
    must_read: Mapped[bool] = mapped_column(default=False)
    wants_statement: Mapped[bool] = mapped_column(default=False)
    confirm_days: Mapped[int] = mapped_column(default=3)
    """Working days in which a must-read warning is confirmed, from the day an organisation is told."""
    state: Mapped[WarningState] = mapped_column(  # type: ignore[assignment]
        Stored(WarningState), default=WarningState.DRAFT, index=True
    )
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    reduced_at: Mapped[datetime | None]
    reduced_note: Mapped[Prose | None]
    closed_at: Mapped[datetime | None]
    closing_note: Mapped[Prose | None]

    audience: Mapped[list["WarningAudience"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="WarningAudience.id"
    )

    __table_args__ = (
        Index("ix_warning_days", "state", "valid_to"),
        CheckConstraint("valid_from is null or valid_from <= valid_to", name="days_in_order"),
        CheckConstraint("not wants_statement or must_read", name="statement_after_reading"),
    )

    @property
    def is_in_force(self) -> bool:
        return (
            self.state in IN_FORCE
            and (self.valid_from is None or self.valid_from <= clock.today())
            and clock.today() <= self.valid_to
        )

    @property
    def is_public(self) -> bool:
        """Everybody may open its address; withdrawn ones say why."""
        return self.state in LISTED or self.state is WarningState.WITHDRAWN


class WarningAudience(Narrowing, Model):
    """One condition or one name of a warning's audience."""

    __tablename__ = "warning_audience"

    id: Mapped[Key]
    warning_id: Mapped[int] = mapped_column(ForeignKey("warning.id"))

    __table_args__ = (
        UniqueConstraint("warning_id", "what", "value"),
        Index("ix_warning_audience_value", "what", "value"),
    )


class ReceiptState(State):
    """What became of a must-read warning at one organisation."""

    WAITING = "waiting", _l("待确认"), "ochre", "hourglass-split"
    CONFIRMED = "confirmed", _l("已阅知"), "jade", "check-circle-fill"
    REPORTED = "reported", _l("已报送说明"), "indigo", "file-earmark-check"
    ASKED = "asked", _l("请补充说明"), "ochre", "reply"
    ACCEPTED = "accepted", _l("说明已采纳"), "jade", "check-circle-fill"


class WarningReceipt(Model):
    """One organisation that was told of a must-read warning: once, whatever happens to the worker."""

    __tablename__ = "warning_receipt"

    id: Mapped[Key]
    warning_id: Mapped[int] = mapped_column(ForeignKey("warning.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    state: Mapped[ReceiptState] = mapped_column(Stored(ReceiptState), default=ReceiptState.WAITING)
    told_at: Mapped[datetime] = mapped_column(default=clock.now)
    due_on: Mapped[date]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[Line] = mapped_column(default="")
    escalated_at: Mapped[datetime | None]
    statement: Mapped[Prose] = mapped_column(default="")
    reported_at: Mapped[datetime | None]

    warning: Mapped[RiskWarning] = relationship()
    organisation: Mapped[Organisation] = relationship()

    __table_args__ = (
        UniqueConstraint("warning_id", "organisation_id"),
        Index("ix_warning_receipt_due", "state", "due_on"),
    )

    @property
    def is_late(self) -> bool:
        is_owed = self.state is ReceiptState.WAITING and self.warning.state in IN_FORCE
        return is_owed and self.due_on < clock.today()
