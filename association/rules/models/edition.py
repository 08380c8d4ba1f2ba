"""Editions of a document, their clauses, and the clauses' lasting identity."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from markupsafe import Markup
from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _, _l
from association.rules import packing
from association.rules.models.document import Document
from association.rules.reading.render import written_nodes
from association.rules.reading.tree import DIVISIONS, Level

HEADINGS = DIVISIONS | {Level.ANNEX}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line on paper: words, or the rows of a table."""

    words: str
    rows: tuple[tuple[str, ...], ...]
    is_heading: bool


class EditionState(State):
    """How far an edition's text has come."""

    DRAFT = "draft", _l("草稿"), "indigo", "pencil"
    PUBLISHED = "published", _l("已公开"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤下"), "cinnabar", "slash-circle"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


class Standing(State):
    """What an edition is on a day, as far as its dates have been checked."""

    DRAFT = "draft", _l("草案"), "indigo", "pencil"
    UNCHECKED = "unchecked", _l("效力未核对"), "ochre", "question-circle"
    COMING = "coming", _l("尚未施行"), "indigo", "clock"
    IN_FORCE = "in_force", _l("现行有效"), "jade", "check-circle-fill"
    SUPERSEDED = "superseded", _l("已被代替"), "soft", "clock-history"
    CEASED = "ceased", _l("已废止"), "cinnabar", "slash-circle"
    WITHDRAWN = "withdrawn", _l("已撤下"), "cinnabar", "slash-circle"


_KEPT = text("state != 'dropped'")


class Edition(Model):
    """One text of a document. Its words never change after publication; what changes is the next edition.

    `text_hash` is the SHA-256 of its words: the same text twice is one edition. Days are None where nobody has stated them.
    `checked_by`, `checked_on` and `checked_source` say who set the days of force from what; without them the text's standing
    is “not checked” (CAUTIONS, In force).
    """

    __tablename__ = "edition"

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    slug: Mapped[str] = mapped_column(String(40))
    state: Mapped[EditionState] = mapped_column(Stored(EditionState), default=EditionState.PUBLISHED)
    number: Mapped[Line] = mapped_column(default="")
    adopted_on: Mapped[date | None]
    promulgated_on: Mapped[date | None]
    issued_on: Mapped[date | None]
    """The day of this edition: the latest of adoption, promulgation and amendment."""
    effective_on: Mapped[date | None]
    first_effective_on: Mapped[date | None]
    ceased_on: Mapped[date | None]
    """First day on which it is no longer in force; the next edition's effective day sets it."""
    repealed: Mapped[bool] = mapped_column(default=False)
    """Ended without a next edition."""
    checked_by: Mapped[Line] = mapped_column(default="")
    checked_on: Mapped[date | None]
    checked_source: Mapped[Prose] = mapped_column(default="")
    binds: Mapped[list[Any]] = mapped_column(JSON, default=list)
    """Kinds of organisations it binds (values of organisations.Kind)."""
    keeper: Mapped[Word] = mapped_column(default="")
    """The kind of subject whose procedure publishes and ends it (standard_project, …); empty: it was imported."""
    note: Mapped[Prose] = mapped_column(default="")
    """What is to be known before reading: a 修改单, a correction."""
    withdrawn_because: Mapped[str | None]
    file_name: Mapped[Line] = mapped_column(default="")
    text_hash: Mapped[str] = mapped_column(String(64))
    read: Mapped[dict[str, Any]] = mapped_column(JSON, deferred=True)
    """The document as it was read, packed (association.rules.packing)."""
    leaves: Mapped[list[Any]] = mapped_column(JSON, deferred=True)
    """The reading page ready to join: [path, HTML] of each clause in order; made once, as the text never changes."""
    outline: Mapped[list[Any]] = mapped_column(JSON, deferred=True)
    """[path, words, depth] of what the outline shows."""
    warnings: Mapped[list[Any]] = mapped_column(JSON, default=list)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    document: Mapped[Document] = relationship()

    __table_args__ = (
        UniqueConstraint("document_id", "slug"),
        Index(
            "uq_edition_text",
            "document_id",
            "text_hash",
            unique=True,
            sqlite_where=_KEPT,
            postgresql_where=_KEPT,
        ),
        CheckConstraint(
            "ceased_on is null or effective_on is null or ceased_on >= effective_on",
            name="ceases_after_it_begins",
        ),
    )

    def standing_on(self, day: date) -> Standing:
        """What this edition is on a day. `queries.in_force` says “in force” in SQL."""
        if self.state is not EditionState.PUBLISHED:
            return Standing.WITHDRAWN if self.state is EditionState.WITHDRAWN else Standing.DRAFT
        if self.checked_on is None:
            return Standing.UNCHECKED
        if self.ceased_on is not None and self.ceased_on <= day:
            return Standing.CEASED if self.repealed else Standing.SUPERSEDED
        if self.effective_on is None or self.effective_on > day:
            return Standing.COMING
        return Standing.IN_FORCE

    @property
    def here_since(self) -> date | None:
        """The day from which it is here to read: of our own texts their issue, of others the day they were read in."""
        return self.issued_on if self.keeper else clock.day_of(self.made_at)

    @property
    def pages(self) -> list[tuple[str, Markup]]:
        """Its leaves as markup: every word in them was escaped when they were made."""
        return [(path, Markup(html)) for path, html in self.leaves]  # noqa: S704

    @property
    def lines(self) -> list[PrintedLine]:
        """Its words line by line, as they are printed."""
        read = packing.unpacked(self.read)
        return [
            PrintedLine(words=words, rows=node.rows, is_heading=node.level in HEADINGS)
            for node, words in written_nodes(read.tree)
        ]

    @property
    def called(self) -> str:
        """Title with the edition's day: 样例规定（2026-05-06）."""
        return _("%(title)s（%(edition)s）", title=self.document.title, edition=self.name)

    @property
    def name(self) -> str:
        """Which edition: its day, or that it is a draft."""
        return self.slug if self.issued_on or self.effective_on else _("草案")


class Provision(Model):
    """A clause's lasting identity: the same through renumbering and rewording, as staff have confirmed it."""

    __tablename__ = "provision"

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)


class Clause(Model):
    """A clause in one edition: what is compared, cited and mapped. Smaller parts live in it by their paths.

    `heading` is the way to it (第二章 内容), `mark` its number as written, `text` its words with all it holds.
    """

    __tablename__ = "clause"

    id: Mapped[Key]
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    provision_id: Mapped[int] = mapped_column(ForeignKey("provision.id"), index=True)
    path: Mapped[Word]
    place: Mapped[int]
    mark: Mapped[Line] = mapped_column(default="")
    heading: Mapped[Prose] = mapped_column(default="")
    text: Mapped[Prose]

    edition: Mapped[Edition] = relationship()

    __table_args__ = (UniqueConstraint("edition_id", "path"), Index("ix_clause_place", "edition_id", "place"))

    @cached_property
    def called(self) -> str:
        return self.mark or self.path
