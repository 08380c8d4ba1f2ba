"""The desk's lists of notes and of interviews, and their exports: for staff on duty and the auditor only."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, needs
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.remedies import queries
from association.remedies.models import Force, GuidanceNote, Interview, InterviewState, NoteState
from association.remedies.policy import P
from association.remedies.views import interviews as interview_pages
from association.remedies.views.own import page_of

bp = Blueprint("remedies_desk", __name__, url_prefix="/desk/remedies")

STATES = (*((state.value, state.label) for state in NoteState), ("late", _l("逾期")))
NOTES = (
    Column("number", _l("编号"), lambda n: n.number),
    Column("title", _l("标题"), lambda n: n.title),
    Column("organisation", _l("单位"), lambda n: n.organisation.name),
    Column("force", _l("性质"), lambda n: str(n.force.label) if n.force else ""),
    Column("state", _l("状态"), lambda n: str(n.state.label)),
    Column("due_on", _l("期限"), lambda n: n.due_on),
    Column("issued_at", _l("签发时间"), lambda n: n.issued_at),
    Column("received_at", _l("签收时间"), lambda n: n.received_at),
    Column("ended_at", _l("办结时间"), lambda n: n.ended_at),
)
INTERVIEWS = (
    Column("number", _l("编号"), lambda i: i.number),
    Column("subject", _l("事由"), lambda i: i.subject),
    Column("organisation", _l("单位"), lambda i: i.organisation.name),
    Column("meets_at", _l("时间"), lambda i: i.meets_at),
    Column("state", _l("状态"), lambda i: str(i.state.label)),
)


def _in_state(rows: Any, value: str) -> Any:
    if value == "late":
        return rows.where(queries.late())
    return rows.where(GuidanceNote.state == NoteState(value))


@bp.get("/")
@needs(P.READ_DESK)
def index() -> ResponseReturnValue:
    """Every note, the one due first in front."""
    listing = Listing(
        queries.all_notes(), columns=NOTES, url_of=page_of,
        filters=[
            Words("q", _l("编号、单位或内容"), queries.notes_with_words),
            Choice("state", _l("状态"), _in_state, pairs=STATES),
            Choice("force", _l("性质"), lambda rows, value: rows.where(GuidanceNote.force == Force(value)),
                   pairs=[(force.value, force.label) for force in Force]),
        ],
        orders={
            "newest": (_l("最近起草"), (GuidanceNote.id.desc(),)),
            "due": (_l("期限在前"), (GuidanceNote.due_on, GuidanceNote.id)),
            "name": (_l("单位名称"), (Organisation.name_key, GuidanceNote.id)),
        },
    )  # fmt: skip
    return listing.answer("association/remedies/desk.html", may_write=can(actor(), P.WRITE))


@bp.get("/interviews/")
@needs(P.READ_DESK)
def interviews() -> ResponseReturnValue:
    """Every interview, the latest appointment first."""
    listing = Listing(
        queries.all_interviews(), columns=INTERVIEWS, url_of=interview_pages.page_of,
        filters=[
            Words("q", _l("编号、单位或内容"), queries.interviews_with_words),
            Choice("state", _l("状态"), lambda rows, value: rows.where(Interview.state == InterviewState(value)),
                   pairs=[(state.value, state.label) for state in InterviewState]),
        ],
        orders={
            "meets": (_l("时间近的在前"), (Interview.meets_at.desc(), Interview.id.desc())),
            "name": (_l("单位名称"), (Organisation.name_key, Interview.id)),
        },
    )  # fmt: skip
    return listing.answer(
        "association/remedies/interviews.html",
        may_propose=can(actor(), P.INTERVIEW),
        notes_url=url_for("remedies_desk.index"),
    )
