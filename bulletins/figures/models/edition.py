"""The sums of a period, as they were issued: edition by edition."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from bulletins.figures.models.period import Period


class EditionState(State):
    DRAFT = "draft", _l("待签发"), "ochre", "hourglass-split"
    ISSUED = "issued", _l("已公布"), "jade", "check-circle-fill"
    REPLACED = "replaced", _l("已有修订"), "soft", "arrow-repeat"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


_ISSUED = text("state = 'issued'")
_DRAFT = text("state = 'draft'")


class Edition(Model):
    """`rows` is what everybody reads: [{"code", "group", "label", "unit", "definition", "total", "reporters", "is_without_later"}], total and reporters null where
    the sum is withheld. `report_ids` are the versions it was reckoned from, `counted` those behind each sum: for reckoning what a later edition may show, and never
    shown themselves.
    """

    __tablename__ = "figure_edition"

    id: Mapped[Key]
    period_id: Mapped[int] = mapped_column(ForeignKey("figure_period.id"))
    number: Mapped[int] = mapped_column(default=1)
    state: Mapped[EditionState] = mapped_column(Stored(EditionState), default=EditionState.DRAFT)
    rows: Mapped[list[Any]] = mapped_column(default=list)
    report_ids: Mapped[list[Any]] = mapped_column(default=list)
    counted: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    reporters: Mapped[int] = mapped_column(default=0)
    """How many organisations reported anything."""
    because: Mapped[Prose] = mapped_column(default="")
    """Why it was revised."""
    drafted_by: Mapped[Line] = mapped_column(default="")
    issued_by: Mapped[Line] = mapped_column(default="")
    text_hash: Mapped[str | None] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    issued_at: Mapped[datetime | None]

    period: Mapped[Period] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (
        UniqueConstraint("period_id", "number"),
        Index("uq_figure_edition_issued", "period_id", unique=True, sqlite_where=_ISSUED, postgresql_where=_ISSUED),
        Index("uq_figure_edition_draft", "period_id", unique=True, sqlite_where=_DRAFT, postgresql_where=_DRAFT),
        CheckConstraint("state not in ('issued', 'replaced') or issued_at is not null", name="issued_at_some_moment"),
    )  # fmt: skip

    @property
    def shown(self) -> int:
        """How many sums it shows."""
        return sum(1 for row in self.rows if row["total"] is not None)

    @property
    def groups(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The rows under their fault labels, in the order they were asked in."""
        found: dict[str, list[dict[str, Any]]] = {}
        for row in self.rows:
            found.setdefault(row["group"], []).append(row)
        return list(found.items())
