"""A round (专项自查): which questions, who must, by when, and what came of it. Of one who must we keep the day it finished, nothing else."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import HasAudience, Narrowing, Organisation
from association.selfcheck.models.questionnaire import CheckQuestion, QuestionnaireVersion


class RoundState(State):
    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    PROPOSED = "proposed", _l("待发起"), "ochre", "hourglass-split"
    OPEN = "open", _l("进行中"), "ochre", "hourglass-split"
    CLOSED = "closed", _l("已结束"), "soft", "check-circle"
    PUBLISHED = "published", _l("已公布结果"), "jade", "check-circle-fill"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


class Round(HasAudience, Model):
    """`asked` are ids of the version's questions (empty: all of them)."""

    __tablename__ = "self_check_round"

    id: Mapped[Key]
    slug: Mapped[str | None] = mapped_column(String(40), unique=True)
    """Given when it is opened: `2026-1`."""
    title: Mapped[Line]
    topic: Mapped[Line]
    purpose: Mapped[Prose]
    version_id: Mapped[int] = mapped_column(ForeignKey("questionnaire_version.id"))
    asked: Mapped[list[Any]] = mapped_column(default=list)
    due_on: Mapped[date]
    state: Mapped[RoundState] = mapped_column(Stored(RoundState), default=RoundState.DRAFT)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closing_note: Mapped[Prose] = mapped_column(default="")
    published_at: Mapped[datetime | None]

    version: Mapped[QuestionnaireVersion] = relationship(lazy="joined", innerjoin=True)
    audience: Mapped[list["RoundAudience"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="RoundAudience.id"
    )

    __table_args__ = (
        Index("ix_self_check_round_state", "state", "due_on"),
        CheckConstraint(
            "state in ('draft', 'proposed', 'dropped') or opened_at is not null", name="opened_says_when"
        ),
    )

    @property
    def is_public(self) -> bool:
        return self.state is RoundState.PUBLISHED

    @property
    def is_over_due(self) -> bool:
        return self.state is RoundState.OPEN and self.due_on < clock.today()

    @property
    def questions(self) -> list[CheckQuestion]:
        chosen = set(self.asked)
        return [q for q in self.version.questions if not chosen or q.id in chosen]


class RoundAudience(Narrowing, Model):
    """One condition or one name of who must take part."""

    __tablename__ = "self_check_round_audience"

    id: Mapped[Key]
    round_id: Mapped[int] = mapped_column(ForeignKey("self_check_round.id"))

    __table_args__ = (UniqueConstraint("round_id", "what", "value"),)


class Part(Model):
    """One organisation that must take part, told once, whatever happens to the worker."""

    __tablename__ = "self_check_part"

    id: Mapped[Key]
    round_id: Mapped[int] = mapped_column(ForeignKey("self_check_round.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    told_at: Mapped[datetime] = mapped_column(default=clock.now)
    reminded_on: Mapped[date | None]
    finished_at: Mapped[datetime | None]

    round: Mapped[Round] = relationship()
    organisation: Mapped[Organisation] = relationship()

    __table_args__ = (
        UniqueConstraint("round_id", "organisation_id"),
        Index("ix_self_check_part_finished", "round_id", "finished_at"),
    )

    @property
    def is_late(self) -> bool:
        return self.finished_at is None and self.round.due_on < clock.today()
