"""A questionnaire, its versions, their questions."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Kind


class VersionState(State):
    """Written by one, published by another; then frozen, until a later version takes its place."""

    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    PROPOSED = "proposed", _l("待发布"), "ochre", "hourglass-split"
    PUBLISHED = "published", _l("使用中"), "jade", "check-circle-fill"
    SUPERSEDED = "superseded", _l("已被代替"), "soft", "clock-history"
    RETIRED = "retired", _l("已停用"), "soft", "slash-circle"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


PUBLIC = (VersionState.PUBLISHED, VersionState.SUPERSEDED, VersionState.RETIRED)
"""States in which everybody may read it: whoever answered an older version can still see what was asked."""
_AT_WORK = text("state in ('draft', 'proposed')")
_IN_USE = text("state = 'published'")


class Questionnaire(Model):
    """What keeps its name and its kind of organisation while its versions come and go."""

    __tablename__ = "questionnaire"

    id: Mapped[Key]
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    title: Mapped[Line]
    kind: Mapped[Kind] = mapped_column(Stored(Kind), index=True)
    """Of organisation it is for."""
    made_at: Mapped[datetime] = mapped_column(default=clock.now)


class QuestionnaireVersion(Model):
    """Its questions as they were asked from a day on. Answers belong to one version."""

    __tablename__ = "questionnaire_version"

    id: Mapped[Key]
    questionnaire_id: Mapped[int] = mapped_column(ForeignKey("questionnaire.id"))
    number: Mapped[int]
    state: Mapped[VersionState] = mapped_column(Stored(VersionState), default=VersionState.DRAFT)
    note: Mapped[Prose] = mapped_column(default="")
    """What is new in it, in the reader's words."""
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    published_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_because: Mapped[str | None]

    questionnaire: Mapped[Questionnaire] = relationship(lazy="joined", innerjoin=True)
    questions: Mapped[list["CheckQuestion"]] = relationship(
        cascade="all, delete-orphan",
        order_by="CheckQuestion.position, CheckQuestion.id",
        back_populates="version",
    )

    __table_args__ = (
        UniqueConstraint("questionnaire_id", "number"),
        Index(
            "uq_questionnaire_at_work", "questionnaire_id", unique=True, sqlite_where=_AT_WORK, postgresql_where=_AT_WORK
        ),
        Index("uq_questionnaire_in_use", "questionnaire_id", unique=True, sqlite_where=_IN_USE, postgresql_where=_IN_USE),
        Index("ix_questionnaire_version_state", "state", "published_at", "id"),
    )  # fmt: skip

    @property
    def title(self) -> str:
        return self.questionnaire.title

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC

    @property
    def groups(self) -> list[tuple[str, list["CheckQuestion"]]]:
        """(heading, questions) in order."""
        found: dict[str, list[CheckQuestion]] = {}
        for question in self.questions:
            found.setdefault(question.group, []).append(question)
        return list(found.items())


class CheckQuestion(Model):
    """One question. It is asked so that 是 means in order and 否 means something is missing.

    `key` stays the same from version to version, so that answers can be compared. `number` is the 发文字号 or standard number of what it
    rests on, `clause` the clause as it is cited (empty where none may be). `is_draft` marks what rests on a draft: 征求意见稿.
    """

    __tablename__ = "questionnaire_question"

    id: Mapped[Key]
    version_id: Mapped[int] = mapped_column(ForeignKey("questionnaire_version.id"))
    key: Mapped[Word]
    position: Mapped[int]
    group: Mapped[Line] = mapped_column("heading")
    words: Mapped[Prose]
    explanation: Mapped[Prose] = mapped_column(default="")
    evidence: Mapped[Prose] = mapped_column(default="")
    """What counts as proof, one thing per line."""
    example: Mapped[Prose] = mapped_column(default="")
    basis: Mapped[Line]
    """Title of the document, without 《》."""
    number: Mapped[Line] = mapped_column(default="")
    clause: Mapped[Line] = mapped_column(default="")
    issued_on: Mapped[date | None]
    is_draft: Mapped[bool] = mapped_column(default=False)
    checked_by: Mapped[Line] = mapped_column(default="")
    checked_on: Mapped[date | None]

    version: Mapped[QuestionnaireVersion] = relationship(back_populates="questions")

    __table_args__ = (
        UniqueConstraint("version_id", "key"),
        Index("ix_question_order", "version_id", "position"),
    )

    @property
    def cited(self) -> str:
        """《…》（文号）条款, as far as each is there."""
        number = f"（{self.number}）" if self.number else ""
        return f"《{self.basis}》{number}{self.clause}"
