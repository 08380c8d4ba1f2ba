"""The article about a case: what is told of it in public, free of every name. Who the respondent is stands in the case file alone."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.lifecycles import HasPublishing
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Kind
from association.selfcheck.models import Questionnaire
from bulletins.cases.models import CaseFile, Outcome

if TYPE_CHECKING:
    from bulletins.articles.models.correction import ArticleCorrection


class ArticleState(State):
    """The publishing life, and its end when the decision falls."""

    DRAFT = "draft", _l("撰写中"), "indigo", "pencil"
    FIRST = "first", _l("待初审"), "ochre", "hourglass-split"
    SECOND = "second", _l("待复审"), "ochre", "hourglass-split"
    THIRD = "third", _l("待终审"), "ochre", "hourglass-split"
    SCHEDULED = "scheduled", _l("定时发布"), "ochre", "clock"
    PUBLISHED = "published", _l("已发布"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤回"), "cinnabar", "slash-circle"
    ANNULLED = "annulled", _l("决定已撤销"), "soft", "slash-circle"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


FACETS = ("fault", "party", "measure", "outcome", "year")


class CaseArticle(HasPublishing, Model):
    """One article about one case. No text of it names the respondent: the name is looked up in the case while its publicity runs
    (`naming`), and so it leaves everywhere on the same day, without anything being rewritten.

    `statement` and `put_right` are the case's words as they were looked at before they were shown. From `fault` on, what it is found by, as of
    the day of issue. `due` is what the desk still has to look at after the issue: a word of `tracking`.
    """

    __tablename__ = "case_article"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), unique=True)
    state: Mapped[ArticleState] = mapped_column(  # type: ignore[assignment]
        Stored(ArticleState), default=ArticleState.DRAFT
    )
    title: Mapped[Line]
    lede: Mapped[Prose] = mapped_column(default="")
    happened: Mapped[Prose] = mapped_column(default="")
    said: Mapped[Prose] = mapped_column(default="")
    decided: Mapped[Prose] = mapped_column(default="")
    lesson: Mapped[Prose] = mapped_column(default="")
    """以案说法, one point a line, by the expert who was asked."""
    questions: Mapped[Prose] = mapped_column(default="")
    """What others may ask themselves, one question a line."""
    questionnaire_id: Mapped[int | None] = mapped_column(ForeignKey("questionnaire.id"))
    statement: Mapped[Prose] = mapped_column(default="")
    put_right: Mapped[Prose] = mapped_column(default="")
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    shows_teacher: Mapped[bool] = mapped_column(default=False)
    lesson_by: Mapped[date | None]
    """By when the expert was asked to hand the lesson in."""
    taught_at: Mapped[datetime | None]
    byline: Mapped[Line] = mapped_column(default="")

    fault: Mapped[Line] = mapped_column(default="")
    party: Mapped[Kind | None] = mapped_column(Stored(Kind))
    measure: Mapped[Word] = mapped_column(default="")
    outcome: Mapped[Outcome | None] = mapped_column(Stored(Outcome))
    year: Mapped[int] = mapped_column(default=0)
    """Of the issue, as `month` (202611)."""
    month: Mapped[int] = mapped_column(default=0)
    days: Mapped[int | None]
    """From the day it was filed to the decision."""

    slug: Mapped[str | None] = mapped_column(String(40), unique=True)
    number: Mapped[Line] = mapped_column(default="")
    text_hash: Mapped[str | None] = mapped_column(String(64))
    due: Mapped[Word] = mapped_column(default="")
    annulled_on: Mapped[date | None]
    annulled_because: Mapped[Prose] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    case: Mapped[CaseFile] = relationship()
    teacher: Mapped[Account | None] = relationship()
    questionnaire: Mapped[Questionnaire | None] = relationship()
    clauses: Mapped[list["ArticleClause"]] = relationship(
        back_populates="article", order_by="ArticleClause.id", cascade="all, delete-orphan"
    )
    passes: Mapped[list["ArticlePass"]] = relationship(
        back_populates="article", order_by="ArticlePass.id", cascade="all, delete-orphan"
    )
    corrections: Mapped[list["ArticleCorrection"]] = relationship(
        back_populates="article", order_by="ArticleCorrection.id"
    )

    __table_args__ = (
        # What the list counts by stands in each of these, in the list's order: so many of each, and the newest of one, without reading an article
        # (queries.counts).
        *(
            Index(
                f"ix_case_article_{name}",
                "state",
                name,
                "published_at",
                "id",
                *(other for other in FACETS if other != name),
                "month",
            )
            for name in FACETS
        ),
        Index("ix_case_article_month", "state", "month", "days", *FACETS),
        Index("ix_case_article_newest", "state", "published_at", "id"),
        Index("ix_case_article_called", "title", "number", "case_id"),
        CheckConstraint(
            "state != 'published' or published_at is not null",
            name="issued_says_when",
        ),
        CheckConstraint("state != 'annulled' or annulled_on is not null", name="annulled_says_when"),
    )

    @property
    def is_open(self) -> bool:
        """Not public yet, and still to be."""
        return self.state in WRITING

    @property
    def lesson_points(self) -> list[str]:
        return [line.strip() for line in self.lesson.splitlines() if line.strip()]

    @property
    def question_list(self) -> list[str]:
        return [line.strip() for line in self.questions.splitlines() if line.strip()]


S = ArticleState
WRITING = (S.DRAFT, S.FIRST, S.SECOND, S.THIRD, S.SCHEDULED)


class SpokenClause(Model):
    """A clause some article has spoken of, through all editions. `key` is its document's slug and its path, as in the list's filter."""

    __tablename__ = "case_article_spoken"

    id: Mapped[Key]
    key: Mapped[str] = mapped_column(String(160), unique=True)
    words: Mapped[Line]


class ArticleClause(Model):
    """That an article speaks of a clause."""

    __tablename__ = "case_article_clause"

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(ForeignKey("case_article.id"))
    clause_id: Mapped[int] = mapped_column(ForeignKey("case_article_spoken.id"))

    article: Mapped[CaseArticle] = relationship(back_populates="clauses")
    clause: Mapped[SpokenClause] = relationship(lazy="joined")

    __table_args__ = (
        UniqueConstraint("article_id", "clause_id"),
        Index("ix_case_article_clause_of", "clause_id", "article_id"),
    )


class ArticlePass(Model):
    """A place the scanner points at and somebody has looked at: why it may stand. The words themselves are not kept, only their keyed mark."""

    __tablename__ = "case_article_pass"

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(ForeignKey("case_article.id"))
    field: Mapped[Word]
    mark: Mapped[str] = mapped_column(String(64))
    because: Mapped[Prose]
    passed_at: Mapped[datetime] = mapped_column(default=clock.now)

    article: Mapped[CaseArticle] = relationship(back_populates="passes")

    __table_args__ = (UniqueConstraint("article_id", "field", "mark"),)
