"""Two tables: an inquiry of a signatory, and the measures it led to, rung by rung."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.pledges.models import Pledge, Signature


class Tone(State):
    REMINDER = "reminder", _l("书面提醒"), "indigo", "bell"
    QUERY = "query", _l("质询"), "ochre", "question-circle"


class InquiryState(State):
    ASKED = "asked", _l("待答复"), "ochre", "hourglass-split"
    REPLIED = "replied", _l("已答复，待审看"), "indigo", "reply-all"
    SILENT = "silent", _l("逾期未答复"), "cinnabar", "exclamation-circle"
    MEASURES = "measures", _l("措施办理中"), "ochre", "list-check"
    SETTLED = "settled", _l("已了结"), "jade", "check-circle-fill"
    REMOVED = "removed", _l("已移出"), "cinnabar", "slash-circle"
    CLOSED = "closed", _l("不再办理"), "soft", "x-circle"


class Rung(State):
    """In their order; nothing skips one."""

    WARNING = "warning", _l("警示"), "ochre", "exclamation-circle"
    PUBLICITY = "publicity", _l("公示"), "cinnabar", "megaphone"
    REMOVAL = "removal", _l("移出"), "cinnabar", "slash-circle"


class MeasureState(State):
    PROPOSED = "proposed", _l("拟采取，听取陈述"), "ochre", "chat-left-text"
    HEARD = "heard", _l("已陈述，待决定"), "ochre", "hourglass-split"
    DECIDED = "decided", _l("已决定，可以提出异议"), "ochre", "clock"
    OBJECTED = "objected", _l("异议复核中"), "ochre", "hourglass-split"
    IN_FORCE = "in_force", _l("生效中"), "cinnabar", "exclamation-circle"
    OVER = "over", _l("期满"), "soft", "clock-history"
    LIFTED = "lifted", _l("提前解除"), "jade", "check-circle-fill"
    DROPPED = "dropped", _l("不予采取"), "jade", "x-circle"
    ANNULLED = "annulled", _l("异议成立，撤销"), "jade", "x-circle"
    DONE = "done", _l("已执行"), "cinnabar", "slash-circle"
    CLOSED = "closed", _l("不再办理"), "soft", "x-circle"


OPEN = (InquiryState.ASKED, InquiryState.REPLIED, InquiryState.SILENT, InquiryState.MEASURES)
PENDING = (MeasureState.PROPOSED, MeasureState.HEARD, MeasureState.DECIDED, MeasureState.OBJECTED)
TOOK_EFFECT = (MeasureState.IN_FORCE, MeasureState.OVER)
_OPEN = text("state in ('asked', 'replied', 'silent', 'measures')")
_PENDING = text("state in ('proposed', 'heard', 'decided', 'objected')")


class Inquiry(Model):
    """A signatory is asked in writing how it keeps a pledge. `clauses` are [{"path", "mark"}]; `raised_by_id` is the account that may decide nothing
    in it afterwards."""

    __tablename__ = "pledge_inquiry"

    id: Mapped[Key]
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    signature_id: Mapped[int] = mapped_column(ForeignKey("pledge_signature.id"), index=True)
    number: Mapped[Line] = mapped_column(default="")
    tone: Mapped[Tone] = mapped_column(Stored(Tone))
    state: Mapped[InquiryState] = mapped_column(Stored(InquiryState), default=InquiryState.ASKED)
    clauses: Mapped[list[Any]] = mapped_column(default=list)
    question: Mapped[Prose]
    raised_by: Mapped[Line]
    raised_by_id: Mapped[int | None]
    raised_at: Mapped[datetime] = mapped_column(default=clock.now)
    reply_by: Mapped[date]
    more: Mapped[Prose] = mapped_column(default="")
    """What was asked besides, after a reply."""
    reply: Mapped[Prose] = mapped_column(default="")
    replied_by: Mapped[Line] = mapped_column(default="")
    replied_at: Mapped[datetime | None]
    outcome: Mapped[Prose] = mapped_column(default="")
    ended_at: Mapped[datetime | None]

    pledge: Mapped[Pledge] = relationship(lazy="joined")
    organisation: Mapped[Organisation] = relationship(lazy="joined")
    signature: Mapped[Signature] = relationship()
    measures: Mapped[list["Measure"]] = relationship(order_by="Measure.id", back_populates="inquiry")

    __table_args__ = (
        Index("ix_pledge_inquiry_due", "state", "reply_by"),
        Index(
            "uq_pledge_inquiry_open", "pledge_id", "organisation_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN,
        ),
    )  # fmt: skip

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


class Measure(Model):
    """One rung: proposed, heard, decided, objected to, in force for a term. Each hand's account is kept apart from the next (`*_by_id`)."""

    __tablename__ = "pledge_measure"

    id: Mapped[Key]
    inquiry_id: Mapped[int] = mapped_column(ForeignKey("pledge_inquiry.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    rung: Mapped[Rung] = mapped_column(Stored(Rung))
    state: Mapped[MeasureState] = mapped_column(Stored(MeasureState), default=MeasureState.PROPOSED)
    grounds: Mapped[Prose]
    proposed_by_id: Mapped[int | None]
    proposed_at: Mapped[datetime] = mapped_column(default=clock.now)
    hear_by: Mapped[date]
    plea: Mapped[Prose] = mapped_column(default="")
    reasons: Mapped[Prose] = mapped_column(default="")
    public_text: Mapped[Prose] = mapped_column(default="")
    """What everybody reads while a publicity lasts; no person is in it."""
    decided_by: Mapped[Line] = mapped_column(default="")
    decided_by_id: Mapped[int | None]
    decided_at: Mapped[datetime | None]
    object_by: Mapped[date | None]
    objection: Mapped[Prose] = mapped_column(default="")
    review: Mapped[Prose] = mapped_column(default="")
    in_force_on: Mapped[date | None]
    answer_by: Mapped[date | None]
    """Until then it can be put right, and nothing further is proposed."""
    until: Mapped[date | None]
    """The last day of its term."""
    report: Mapped[Prose] = mapped_column(default="")
    closed_on: Mapped[date | None]

    inquiry: Mapped[Inquiry] = relationship(back_populates="measures", lazy="joined")
    organisation: Mapped[Organisation] = relationship()

    __table_args__ = (
        Index("uq_pledge_measure_pending", "inquiry_id", unique=True, sqlite_where=_PENDING, postgresql_where=_PENDING),
        Index("ix_pledge_measure_state", "state", "object_by"),
        CheckConstraint("state not in ('decided', 'objected', 'in_force') or decided_at is not null", name="decided_at_some_moment"),
        CheckConstraint("state != 'in_force' or in_force_on is not null", name="in_force_from_a_day"),
    )  # fmt: skip

    @property
    def is_public(self) -> bool:
        """A publicity, while it lasts."""
        return self.rung is Rung.PUBLICITY and self.state is MeasureState.IN_FORCE
