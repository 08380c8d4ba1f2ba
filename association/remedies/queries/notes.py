"""Named reads of guidance notes and of what was reported."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import joinedload

from association import standing
from association.kernel import clock, dated
from association.kernel.db import session
from association.organisations.models import Organisation
from association.remedies.models import OWED, Force, GuidanceNote, Interview, NoteReport, NoteState
from association.remedies.models.note import OUT
from association.standing import queries as on_record

AT_WORK = (NoteState.DRAFT, NoteState.PROPOSED, NoteState.REPORTED)


def all_notes() -> Select[GuidanceNote]:
    """For the desk, with whom they are for."""
    return select(GuidanceNote).join(GuidanceNote.organisation).options(joinedload(GuidanceNote.organisation))


def notes_with_words(rows: Select[Any], words: str) -> Select[Any]:
    """Number, title, organisation or words."""
    for word in words.split():
        texts = (
            GuidanceNote.number,
            GuidanceNote.title,
            Organisation.name,
            GuidanceNote.asks,
            GuidanceNote.facts,
        )
        rows = rows.where(or_(*(text.contains(word, autoescape=True) for text in texts)))
    return rows


def _is_late(day: date) -> ColumnElement[bool]:
    """`GuidanceNote.is_late` in SQL."""
    not_received = and_(GuidanceNote.state == NoteState.ISSUED, GuidanceNote.receive_by < day)
    return or_(not_received, and_(GuidanceNote.state.in_(OWED), GuidanceNote.due_on < day))


def late() -> ColumnElement[bool]:
    """A filter of the desk."""
    return _is_late(clock.today())


def newly_late(*, limit: int) -> list[GuidanceNote]:
    """Late, and nobody has noted it yet."""
    rows = all_notes().where(late(), GuidanceNote.escalated_at.is_(None))
    return list(session.scalars(rows.order_by(GuidanceNote.id).limit(limit)))


def to_remind(*, limit: int) -> list[GuidanceNote]:
    """Suggestions that are due soon; what is owed as an obligation is reminded of as such."""
    last = clock.today() + timedelta(days=int(dated.value("remedies.remind_days")))
    rows = all_notes().where(
        GuidanceNote.force == Force.SUGGESTION, GuidanceNote.state.in_(OWED), GuidanceNote.reminded_at.is_(None),
        GuidanceNote.due_on.between(clock.today(), last), GuidanceNote.issued_at < clock.now() - timedelta(days=1),
    )  # fmt: skip
    return list(session.scalars(rows.order_by(GuidanceNote.id).limit(limit)))


def notes_at_work() -> list[GuidanceNote]:
    """Where the office has the next step, the one due first in front."""
    return list(
        session.scalars(
            all_notes().where(GuidanceNote.state.in_(AT_WORK)).order_by(GuidanceNote.due_on, GuidanceNote.id)
        )
    )


def needing_a_word() -> list[GuidanceNote]:
    """More time was asked for, or it is noted as late."""
    asked = GuidanceNote.wish_on.is_not(None) | GuidanceNote.escalated_at.is_not(None)
    rows = all_notes().where(GuidanceNote.state.in_(OWED), asked)
    return list(session.scalars(rows.order_by(GuidanceNote.due_on, GuidanceNote.id)))


def notes_of(organisation_ids: Collection[int]) -> list[GuidanceNote]:
    """What these organisations were sent, the newest first."""
    rows = all_notes().where(GuidanceNote.organisation_id.in_(organisation_ids), GuidanceNote.state.in_(OUT))
    return list(session.scalars(rows.order_by(GuidanceNote.id.desc()).limit(200)))


def notes_waiting_at(organisation_ids: Collection[int]) -> list[GuidanceNote]:
    """Where these organisations have the next step."""
    rows = all_notes().where(GuidanceNote.organisation_id.in_(organisation_ids), GuidanceNote.state.in_(OWED))
    return list(session.scalars(rows.order_by(GuidanceNote.due_on, GuidanceNote.id)))


def notes_from(interview: Interview) -> list[GuidanceNote]:
    """What was asked after an interview."""
    rows = all_notes().where(GuidanceNote.interview_id == interview.id)
    return list(session.scalars(rows.order_by(GuidanceNote.id)))


def reports_of(note: GuidanceNote) -> list[NoteReport]:
    rows = select(NoteReport).where(NoteReport.note_id == note.id)
    return list(session.scalars(rows.order_by(NoteReport.number)))


def last_report(note: GuidanceNote) -> NoteReport | None:
    rows = select(NoteReport).where(NoteReport.note_id == note.id)
    return session.scalars(rows.order_by(NoteReport.number.desc()).limit(1)).first()


def owing_of(note: GuidanceNote) -> standing.Standing | None:
    """The obligation on record that this note wrote, while it is owed."""
    return next((row for row in on_record.of_source(note) if row.is_owed), None)
