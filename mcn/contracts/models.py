"""A clause of the association's model contract between an agency and a host: a suggestion, never law."""

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.proposals import HasProposal
from association.kernel.state import State
from association.kernel.words import _l


class ModelClause(HasProposal, Model):
    """One wording of one topic, in force until a later one of the same topic begins.

    `cues` are patterns (kernel.spotting) that show a contract speaks of the topic; `also` those that should stand there too; `doubtful` words
    that are worth a second look. No clause names a price, a share, a term or an amount: blanks are for the parties.
    """

    __tablename__ = "model_clause"

    id: Mapped[Key]
    topic: Mapped[Word]
    position: Mapped[int]
    title: Mapped[Line]
    question: Mapped[Line]
    """As the short list asks it; yes is what the clause provides for."""
    applies: Mapped[Line] = mapped_column(default="")
    """Only when this is so; empty for always."""
    text: Mapped[Prose]
    text_en: Mapped[Prose] = mapped_column(default="")
    """For reading; the Chinese text is the clause."""
    why: Mapped[Prose]
    cues: Mapped[list[Any]] = mapped_column(default=list)
    also: Mapped[list[Any]] = mapped_column(default=list)
    also_why: Mapped[Prose] = mapped_column(default="")
    doubtful: Mapped[list[Any]] = mapped_column(default=list)
    doubtful_why: Mapped[Prose] = mapped_column(default="")

    __table_args__ = (Index("ix_model_clause_topic", "topic", "in_force_from"),)


class Outcome(State):
    """What the check found of a topic."""

    WRITTEN = "written", _l("找到了有关的话"), "jade", "check-circle-fill"
    LOOK = "look", _l("找到了，请再看"), "ochre", "exclamation-circle"
    MISSING = "missing", _l("没有找到"), "cinnabar", "x-circle"
    UNSURE = "unsure", _l("没有说清"), "ochre", "question-circle"
    NOT_THIS = "not_this", _l("不适用"), "soft", "dash-circle"
