"""What one organisation reports for one period, version by version."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from bulletins.figures.models.period import Period


class ReportState(State):
    DRAFT = "draft", _l("填报中"), "indigo", "pencil"
    PREPARED = "prepared", _l("待签署人确认"), "ochre", "hourglass-split"
    CONFIRMED = "confirmed", _l("已报送"), "jade", "check-circle-fill"
    ASKED = "asked", _l("请单位说明"), "ochre", "question-circle"
    REPLACED = "replaced", _l("已更正"), "soft", "arrow-repeat"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


class Via(State):
    """How it came."""

    PAGE = "page", _l("在线填报")
    WORKBOOK = "workbook", _l("表格上传")
    PROGRAM = "program", _l("接口报送")


OPEN = (ReportState.DRAFT, ReportState.PREPARED)
COUNTING = (ReportState.CONFIRMED, ReportState.ASKED)
_OPEN = text("state in ('draft', 'prepared')")
_COUNTING = text("state in ('confirmed', 'asked')")


class Report(Model):
    """`answers`: code → a count, or null where it is not counted; a code that is missing has not been answered yet, and is not 0.

    A further version is a correction and says why; the one it replaces is kept.
    """

    __tablename__ = "figure_report"

    id: Mapped[Key]
    period_id: Mapped[int] = mapped_column(ForeignKey("figure_period.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[ReportState] = mapped_column(Stored(ReportState), default=ReportState.DRAFT)
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    because: Mapped[Prose] = mapped_column(default="")
    """Why it corrects the version before."""
    remark: Mapped[Prose] = mapped_column(default="")
    """What the signer wants changed, what the office asks, or what was answered."""
    via: Mapped[Via] = mapped_column(Stored(Via), default=Via.PAGE)
    drafted_by: Mapped[Line] = mapped_column(default="")
    confirmed_by: Mapped[Line] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    confirmed_at: Mapped[datetime | None]

    period: Mapped[Period] = relationship(lazy="joined", innerjoin=True)
    organisation: Mapped[Organisation] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (
        UniqueConstraint("period_id", "organisation_id", "version"),
        Index(
            "uq_figure_report_open", "period_id", "organisation_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN,
        ),
        Index(
            "uq_figure_report_counting", "period_id", "organisation_id", unique=True, sqlite_where=_COUNTING,
            postgresql_where=_COUNTING,
        ),
        CheckConstraint(
            "state not in ('confirmed', 'asked', 'replaced') or confirmed_at is not null", name="confirmed_at_some_moment"
        ),
    )  # fmt: skip

    @property
    def missing(self) -> list[str]:
        """Labels of what has not been answered yet."""
        return [row["label"] for row in self.period.asked if row["code"] not in self.answers]

    @property
    def is_late(self) -> bool:
        return self.confirmed_at is not None and clock.day_of(self.confirmed_at) > self.period.due_on
