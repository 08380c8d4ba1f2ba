"""A guidance note to one organisation, and what it reported about it."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.guidance.models import Question
from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.remedies.models.bound import Force, Source
from association.remedies.models.interview import Interview


class NoteState(State):
    """Written by one, issued by another, received, reported on, rechecked by a third."""

    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    PROPOSED = "proposed", _l("待签发"), "ochre", "hourglass-split"
    ISSUED = "issued", _l("待签收"), "ochre", "envelope"
    RECEIVED = "received", _l("办理中"), "indigo", "pencil-square"
    REPORTED = "reported", _l("待复查"), "ochre", "hourglass-split"
    ASKED = "asked", _l("待补正"), "ochre", "reply"
    CLOSED = "closed", _l("已办结"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "slash-circle"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


OWED = (NoteState.ISSUED, NoteState.RECEIVED, NoteState.ASKED)
"""States in which the organisation has the next step."""
ANSWERED_BY_IT = (NoteState.RECEIVED, NoteState.ASKED)
OUT = (*OWED, NoteState.REPORTED, NoteState.CLOSED, NoteState.WITHDRAWN)
"""States in which the organisation may read it."""


class GuidanceNote(Model):
    """`force` and `bound_by` are fixed on the day of issue. Without `wants_report` it is done once it is received.

    `wish_on` and `wish_because` are the organisation's for more time; `escalated_at` when it was noted that it is late.
    """

    __tablename__ = "guidance_note"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    number: Mapped[str | None] = mapped_column(String(80), unique=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    force: Mapped[Force | None] = mapped_column(Stored(Force))
    bound_by: Mapped[list[Any]] = mapped_column(default=list)
    source: Mapped[Source] = mapped_column(Stored(Source))
    source_words: Mapped[Line] = mapped_column(default="")
    question_id: Mapped[int | None] = mapped_column(ForeignKey("guidance_question.id"))
    interview_id: Mapped[int | None] = mapped_column(ForeignKey("interview.id"), index=True)
    title: Mapped[Line]
    facts: Mapped[Prose]
    asks: Mapped[Prose]
    wants_report: Mapped[bool] = mapped_column(default=True)
    due_on: Mapped[date]
    clauses: Mapped[list[Any]] = mapped_column(default=list)
    """[{"edition": id, "path": path, "called": words, "url": address}]."""
    state: Mapped[NoteState] = mapped_column(Stored(NoteState), default=NoteState.DRAFT)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    returned_because: Mapped[Prose] = mapped_column(default="")
    issued_at: Mapped[datetime | None]
    receive_by: Mapped[date | None]
    received_at: Mapped[datetime | None]
    received_by: Mapped[Line] = mapped_column(default="")
    plan: Mapped[Prose] = mapped_column(default="")
    plan_at: Mapped[datetime | None]
    reported_at: Mapped[datetime | None]
    wish_on: Mapped[date | None]
    wish_because: Mapped[Prose] = mapped_column(default="")
    reminded_at: Mapped[datetime | None]
    escalated_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_because: Mapped[Prose] = mapped_column(default="")

    organisation: Mapped[Organisation] = relationship()
    question: Mapped[Question | None] = relationship()
    interview: Mapped[Interview | None] = relationship()

    __table_args__ = (
        Index("ix_guidance_note_due", "state", "due_on"),
        CheckConstraint("(issued_at is null) = (number is null)", name="issued_has_number"),
        CheckConstraint("issued_at is null or force is not null", name="issued_has_force"),
    )

    @property
    def is_out(self) -> bool:
        return self.state in OUT

    @property
    def is_obligation(self) -> bool:
        return self.force is Force.OBLIGATION

    @property
    def is_late(self) -> bool:
        """Not received, or not reported on, by its day. `queries.newly_late` says the same in SQL."""
        if self.state is NoteState.ISSUED and self.receive_by is not None and self.receive_by < clock.today():
            return True
        return self.state in OWED and self.due_on < clock.today()

    @property
    def called(self) -> str:
        return f"{self.number or ''} {self.title}".strip()


class NoteReport(Model):
    """What the organisation says it has done, with its evidence, and what was missing when it was rechecked."""

    __tablename__ = "note_report"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    note_id: Mapped[int] = mapped_column(ForeignKey("guidance_note.id"))
    number: Mapped[int]
    text: Mapped[Prose]
    at: Mapped[datetime] = mapped_column(default=clock.now)
    reported_by: Mapped[Line]
    missing: Mapped[Prose] = mapped_column(default="")
    rechecked_at: Mapped[datetime | None]

    note: Mapped[GuidanceNote] = relationship()

    __table_args__ = (UniqueConstraint("note_id", "number"),)
