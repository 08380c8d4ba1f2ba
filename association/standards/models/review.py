"""审查: a round in which a panel of experts judges the text that was sent to them, and its result."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Line, Model
from association.kernel.state import State
from association.kernel.words import _l
from association.panels.models import Panel, PanelSeat, PanelState
from association.standards.models.project import Project

MATTER = "standard"
"""The word under which panels know this business."""


class Vote(State):
    """One of three; more than one on a paper makes it void, which here cannot happen."""

    FOR = "for", _l("同意"), "jade", "check-circle"
    AGAINST = "against", _l("不同意"), "cinnabar", "x-circle"
    ABSTAIN = "abstain", _l("弃权"), "soft", "dash-circle"


class Review(Model):
    """One round. `draft_number` is the version of the text that was sent, `text_hash` the SHA-256 of its words; votes and minutes are the
    panel's."""

    __tablename__ = "standard_review"

    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("standard_project.id"))
    number: Mapped[int]
    panel_id: Mapped[int] = mapped_column(ForeignKey("panel.id"), unique=True)
    draft_number: Mapped[int]
    text_hash: Mapped[str]
    papers_sent_on: Mapped[date]
    held_on: Mapped[date | None]
    passed: Mapped[bool | None]
    """None while it is open."""

    project: Mapped[Project] = relationship()
    panel: Mapped[Panel] = relationship(lazy="selectin")
    rows: Mapped[list["Reviewer"]] = relationship(
        back_populates="review", order_by="Reviewer.id", lazy="selectin"
    )

    __table_args__ = (
        UniqueConstraint("project_id", "number"),
        CheckConstraint("(held_on is null) = (passed is null)", name="held_says_how"),
    )

    @property
    def is_open(self) -> bool:
        return self.panel.state is PanelState.OPEN

    @property
    def reviewers(self) -> list["Reviewer"]:
        """Who takes part now."""
        return [reviewer for reviewer in self.rows if reviewer.seat.sits]

    @property
    def votes_due_on(self) -> date:
        return self.panel.due_on

    @property
    def voted(self) -> int:
        return self.panel.voted


class Reviewer(Model):
    """What the rule on who reviews asks of somebody on the panel. The seat says who it is and whether they have voted; never how."""

    __tablename__ = "standard_reviewer"

    id: Mapped[Key]
    review_id: Mapped[int] = mapped_column(ForeignKey("standard_review.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("panel_seat.id"), unique=True)
    unit: Mapped[Line] = mapped_column(default="")
    post: Mapped[Line] = mapped_column(default="")
    is_senior: Mapped[bool] = mapped_column(default=False)
    """Holds a senior title (高级职称), as the rule on who reviews asks."""

    review: Mapped[Review] = relationship(back_populates="rows")
    seat: Mapped[PanelSeat] = relationship(lazy="selectin")

    @property
    def name(self) -> str:
        return self.seat.called
