"""What waits for whom: issuing, rechecking, appointments and what is late for staff; receipts, reports and minutes for officers."""

from collections.abc import Iterable
from datetime import date

from association.kernel import clock, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.remedies import queries
from association.remedies.effects import days
from association.remedies.models import GuidanceNote, Interview, InterviewState, NoteState
from association.remedies.policy import P
from association.remedies.workflow import INTERVIEW, NOTE

AREA = "remedies"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.READ_DESK):
        yield from _for_staff(actor)
    if ids := actor.ids("organisation", "clerk", "signer"):
        yield from _for_officers(ids)


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    for note in NOTE.turns_of(actor, queries.notes_at_work()):
        yield _of_note(note, _ask(note), due_on=_due(note))
    for interview in INTERVIEW.turns_of(actor, queries.interviews_at_work()):
        if interview.is_over or interview.state is InterviewState.OBJECTED:
            ask = (
                _("请登记到场情况和纪要。")
                if interview.is_over
                else _("单位对纪要有异议，请核对后重写或说明。")
            )
            yield _of_interview(interview, ask)
    if not can(actor, P.RECHECK):
        return
    for note in queries.needing_a_word():
        ask = _("单位申请延期，请决定。") if note.wish_on else _("已经逾期，请联系单位；需要时延期或撤回。")
        yield _of_note(note, ask, due_on=note.due_on)
    if can(actor, P.INTERVIEW):
        for interview in queries.interviews_at_work():
            if interview.state in (InterviewState.MOVE_ASKED, InterviewState.ABSENT):
                yield _of_interview(interview, _("请另定时间，或取消。"))


def _ask(note: GuidanceNote) -> str:
    return {
        NoteState.DRAFT: _("请写好后送签发。"), NoteState.PROPOSED: _("请核对后签发，或退回修改。"),
        NoteState.REPORTED: _("请复查单位报送的材料：办结，或请补正。"),
    }[note.state]  # fmt: skip


def _due(note: GuidanceNote) -> date | None:
    if note.state is not NoteState.REPORTED or note.reported_at is None:
        return None
    return working_days.add(clock.day_of(note.reported_at), days("recheck_days")).on


def _of_note(note: GuidanceNote, ask: str, *, due_on: date | None = None, button: str = "") -> Waiting:
    return Waiting(
        title=_("指导意见：%(name)s", name=note.organisation.name), ask=ask, what=note.called, area=AREA, endpoint="own_remedies.show",
        values={"id": note.id}, button=button or _("办理"), due_on=due_on,
    )  # fmt: skip


def _of_interview(interview: Interview, ask: str, *, button: str = "") -> Waiting:
    return Waiting(
        title=_("约谈：%(name)s", name=interview.organisation.name), ask=ask, what=interview.called, area=AREA, endpoint="own_interviews.show",
        values={"id": interview.id}, button=button or _("办理"), due_on=clock.day_of(interview.meets_at),
    )  # fmt: skip


def _for_officers(ids: list[int]) -> Iterable[Waiting]:
    for note in queries.notes_waiting_at(ids):
        if note.state is NoteState.ISSUED:
            yield _of_note(
                note,
                _("请代表%(name)s签收。", name=note.organisation.name),
                due_on=note.receive_by,
                button=_("阅读并签收"),
            )
        elif not note.is_obligation:  # an obligation waits as what is owed (association.standing)
            yield _of_note(note, _("请在期限前报送材料。"), due_on=note.due_on, button=_("报送材料"))
    for interview in queries.interviews_waiting_at(ids):
        if interview.state is InterviewState.PROPOSED:
            yield _of_interview(interview, _("请确认时间，或申请改期。"), button=_("查看"))
        else:
            yield _of_interview(interview, _("请核对纪要，确认或提出异议。"), button=_("查看纪要"))
