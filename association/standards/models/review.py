"""审查: a ballot of experts on the text that was sent to them, and its minutes."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.accounts.models import Account
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.standards.models.project import Project


class Vote(State):
    """One of three; more than one on a paper makes it void, which here cannot happen."""

    FOR = "for", _l("同意"), "jade", "check-circle"
    AGAINST = "against", _l("不同意"), "cinnabar", "x-circle"
    ABSTAIN = "abstain", _l("弃权"), "soft", "dash-circle"


class Review(Model):
    """One round. `draft_number` is the version of the text that was sent, `text_hash` the SHA-256 of its words."""

    __tablename__ = "standard_review"

    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("standard_project.id"))
    number: Mapped[int]
    draft_number: Mapped[int]
    text_hash: Mapped[str]
    papers_sent_on: Mapped[date]
    votes_due_on: Mapped[date]
    held_on: Mapped[date | None]
    minutes: Mapped[Prose] = mapped_column(default="")
    closed_at: Mapped[datetime | None]
    passed: Mapped[bool | None]
    """None while it is open."""

    project: Mapped[Project] = relationship()
    reviewers: Mapped[list["Reviewer"]] = relationship(
        back_populates="review", order_by="Reviewer.id", lazy="selectin"
    )

    __table_args__ = (
        UniqueConstraint("project_id", "number"),
        CheckConstraint("(closed_at is null) = (passed is null)", name="closed_says_how"),
    )

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def votes(self, vote: Vote) -> int:
        return sum(reviewer.vote is vote for reviewer in self.reviewers)

    @property
    def voted(self) -> int:
        return sum(reviewer.vote is not None for reviewer in self.reviewers)


class Reviewer(Model):
    """Who takes part. With an account they vote themselves; else the paper is recorded by staff, who say so."""

    __tablename__ = "standard_reviewer"

    id: Mapped[Key]
    review_id: Mapped[int] = mapped_column(ForeignKey("standard_review.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[Line]
    unit: Mapped[Line] = mapped_column(default="")
    post: Mapped[Line] = mapped_column(default="")
    is_senior: Mapped[bool] = mapped_column(default=False)
    """Holds a senior title (高级职称), as the rule on who reviews asks."""
    vote: Mapped[Vote | None] = mapped_column(Stored(Vote))
    opinion: Mapped[Prose] = mapped_column(default="")
    voted_at: Mapped[datetime | None]
    on_paper: Mapped[bool] = mapped_column(default=False)

    review: Mapped[Review] = relationship(back_populates="reviewers")
    account: Mapped[Account | None] = relationship()

    __table_args__ = (
        UniqueConstraint("review_id", "account_id"),
        CheckConstraint("(vote is null) = (voted_at is null)", name="vote_has_moment"),
    )
