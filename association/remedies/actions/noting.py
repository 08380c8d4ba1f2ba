"""Writing a note, until it is sent to be issued, and reporting what was done about it."""

from collections.abc import Sequence
from datetime import date

from association.guidance import clauses
from association.guidance import queries as questions
from association.guidance.models import Question
from association.kernel import attachments, audit, clock
from association.kernel.attachments import PAPERS, Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations import uscc
from association.organisations.models import Organisation
from association.remedies import queries
from association.remedies.models import GuidanceNote, Interview, NoteReport, NoteState, Source
from association.remedies.policy import P
from association.remedies.workflow import NOTE
from association.rules.models import Edition

EVIDENCE = "evidence"


def draft(
    *,
    code: str,
    source: Source,
    source_words: str = "",
    interview: Interview | None = None,
    actor: Actor,
    **facts: object,
) -> GuidanceNote:
    """Begin a note to the verified organisation with this code; `facts` as `change` takes them."""
    require(actor, P.WRITE)
    organisation = _verified(code)
    question = _question(source_words, organisation) if source is Source.QUESTION else None
    if interview is not None and interview.organisation_id != organisation.id:
        raise Refused(_("这次约谈是另一家单位的。"), field="code")
    note = GuidanceNote(
        organisation_id=organisation.id, organisation=organisation, source=source, source_words=source_words,
        question_id=question.id if question else None, interview_id=interview.id if interview else None, title="", facts="", asks="",
        due_on=clock.today(),
    )  # fmt: skip
    _set(note, **facts)  # type: ignore[arg-type]
    session.add(note)
    session.flush()
    audit.record("draft", note, actor=actor, to_state=note.state.value, organisation=organisation.id)
    return note


def _verified(code: str) -> Organisation:
    found = organisations.living(uscc.tidy(code))
    if found is None or not found.is_verified:
        raise Refused(_("没有找到这个代码的已核验单位。"), field="code")
    return found


def _question(reference: str, organisation: Organisation) -> Question:
    """A question of this very organisation."""
    rows = questions.all_questions().where(
        Question.reference == reference, Question.organisation_id == organisation.id
    )
    found = session.scalars(rows).one_or_none()
    if found is None:
        raise Refused(_("没有这家单位的这件咨询，请写咨询的编号。"), field="source_words")
    return found


def change(note: GuidanceNote, *, actor: Actor, **facts: object) -> None:
    """Write it anew. Refused once it was sent to be issued. Who changes a draft counts as its drafter."""
    _may_write(note, actor)
    _set(note, **facts)  # type: ignore[arg-type]
    audit.record("draft", note, actor=actor)


def _may_write(note: GuidanceNote, actor: Actor) -> None:
    require(actor, P.WRITE, note)
    lock(note)
    if note.state is not NoteState.DRAFT:
        raise Refused(_("已经送签发，不能再改；要改请先退回。"))


def _set(
    note: GuidanceNote, *, title: str, facts: str, asks: str, due_on: date, wants_report: bool = True
) -> None:
    if due_on <= clock.today():
        raise Refused(_("期限须在今天之后。"), field="due_on")
    note.title, note.facts, note.asks, note.due_on, note.wants_report = (
        title,
        facts,
        asks,
        due_on,
        wants_report,
    )


def add_clause(note: GuidanceNote, *, edition: Edition, path: str, actor: Actor) -> str:
    """Note a clause it rests on; returns what it is called."""
    _may_write(note, actor)
    note.clauses = clauses.with_one_more(note.clauses, edition=edition, path=path)
    called = str(note.clauses[-1]["called"])
    audit.record("add_clause", note, actor=actor)
    return called


def remove_clauses(note: GuidanceNote, *, actor: Actor) -> None:
    """Begin the list of clauses anew."""
    _may_write(note, actor)
    note.clauses = []
    audit.record("remove_clauses", note, actor=actor)


def report(note: GuidanceNote, *, text: str, files: Sequence[Upload] = (), actor: Actor) -> NoteReport:
    """Say what was done, with evidence. What was sent before stays on file."""
    NOTE.take("report", note, actor=actor)
    made = NoteReport(
        note_id=note.id, number=len(queries.reports_of(note)) + 1, text=text, reported_by=actor.name
    )
    session.add(made)
    session.flush()
    for file in files:
        attachments.store(file, subject=made, kind=EVIDENCE, actor=actor, limits=PAPERS)
    return made
