"""What is sent about notes and interviews: to the organisation's officers. No letter carries words of the matter, only its number and address."""

from collections.abc import Iterable
from typing import Any

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.kernel import clock, events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Officer, Post
from association.remedies.models import GuidanceNote, Interview
from association.remedies.workflow import INTERVIEW, NOTE

OF_NOTES = {
    "issue": "remedies/issue", "ask_again": "remedies/ask_again", "close": "remedies/close", "withdraw": "remedies/withdraw",
    "extend": "remedies/extend", "refuse_time": "remedies/refuse_time", "remind": "remedies/remind",
}  # fmt: skip
OF_INTERVIEWS = {
    "move": "remedies/interview_move", "hold": "remedies/interview_hold", "cancel": "remedies/interview_cancel", "absent": "remedies/interview_absent",
}  # fmt: skip


def proposed(interview: Interview) -> None:
    _of_interview(interview, "remedies/interview_propose")


def _of_interview(interview: Interview, template: str) -> None:
    at = interview.meets_at.astimezone(clock.CHINA)
    to = _acting(interview.organisation_id)
    _write(interview, template, to, interview=interview, day=at.date(), hour=at.strftime("%H:%M"))


def _of_note(note: GuidanceNote, deed: str) -> None:
    acting = _acting(note.organisation_id)
    if deed == "escalate":
        # What is overdue as an obligation on record, everybody who acts hears of as such (association.standing).
        if not (note.is_obligation and note.received_at is not None):
            _write(note, "remedies/escalate", others(acting), note=note)
    elif deed in OF_NOTES:
        _write(note, OF_NOTES[deed], first(acting) if deed == "issue" else acting, note=note)


def _acting(organisation_id: int) -> list[Officer]:
    found = organisations.acting_officers([organisation_id], Post.CLERK, Post.SIGNER)
    return [officer for officer in found if officer.person_id is not None]


def first(acting: Iterable[Officer]) -> list[Officer]:
    """The clerks; the signers where there is no clerk."""
    everybody = list(acting)
    return [officer for officer in everybody if officer.post is Post.CLERK] or everybody


def others(acting: Iterable[Officer]) -> list[Officer]:
    """Those who were not written to first; the same again where there is nobody else."""
    everybody = list(acting)
    told = {officer.person_id for officer in first(everybody)}
    return [officer for officer in everybody if officer.person_id not in told] or everybody


def _write(about: GuidanceNote | Interview, template: str, to: Iterable[Officer], **context: Any) -> None:
    people = dict.fromkeys(officer.person_id for officer in to if officer.person_id is not None)
    for account in accounts.accounts_of(people):
        to_accounts.write_to(account, template, about=about, organisation=about.organisation, **context)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is NOTE:
        _of_note(taken.subject, taken.step.deed)
    elif taken.workflow is INTERVIEW and taken.step.deed in OF_INTERVIEWS:
        _of_interview(taken.subject, OF_INTERVIEWS[taken.step.deed])


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
