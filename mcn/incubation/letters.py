"""What is sent: the young person hears of every answer, the office of what waits, a mentor of being asked and of reports. No letter says who a
guardian is, or how old somebody is.
"""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.words import _l
from association.kernel.workflow import StepTaken
from mcn.incubation.models import IncubatedWork, Mentor, MentorState, Milestone, Talent
from mcn.incubation.workflow import MENTOR, MILESTONE, TALENT, WORK

OWN = {
    TALENT.name: ("ask", "select", "refuse", "dismiss", "complete"),
    MILESTONE.name: ("meet", "send_back", "drop"),
    WORK.name: ("show", "decline", "take_down", "propose"),
}
"""Deeds of others, of which the young person is told."""
OFFICE = {
    TALENT.name: ("resubmit", "withdraw", "leave"),
    MENTOR.name: ("accept", "decline", "resign"),
    WORK.name: ("take_back",),
}
"""Deeds of which the office is told."""


def _to(person_id: int | None, template: str, talent: Talent, **told: object) -> None:
    for account in accounts.accounts_of([person_id] if person_id else []):
        to_accounts.write_to(account, f"incubation/{template}", about=talent, talent=talent, **told)


def to_person(talent: Talent, *, what: str, word: object, reason: str) -> None:
    _to(talent.person_id, "moved", talent, what=what, word=word, reason=reason)


def to_office(talent: Talent, *, word: object) -> None:
    to_accounts.write_to_role(
        Role.COURSES, "incubation/office", about=talent, talent=talent, name=talent.name, word=word
    )


def _to_mentor(mentor: Mentor, template: str, **told: object) -> None:
    if mentor.expert is not None:
        _to(mentor.expert.person_id, template, mentor.talent, name=mentor.talent.name, **told)


def asked(mentor: Mentor) -> None:
    _to_mentor(mentor, "asked")


def milestone(row: Milestone, *, is_reminder: bool = False) -> None:
    _to(row.talent.person_id, "milestone", row.talent, milestone=row, is_reminder=is_reminder)


def offered(work: IncubatedWork) -> None:
    """Whoever decides about showing it."""
    to_accounts.write_to_role(
        Role.ISSUER, "incubation/offered", about=work, title=work.title, id=work.talent_id
    )


def _reported(row: Milestone) -> None:
    """To those who guide; to the office where nobody does by an account."""
    guides = [m for m in row.talent.mentors if m.state is MentorState.ACTIVE and m.expert is not None]
    for mentor in guides:
        _to_mentor(mentor, "reported", milestone=row)
    if not guides:
        to_office(row.talent, word=_l("报送进展"))


def _on_step(taken: StepTaken) -> None:
    deed, subject, name = taken.step.deed, taken.subject, taken.workflow.name
    if taken.workflow is MILESTONE and deed == "report":
        _reported(subject)
    if taken.workflow is MENTOR and deed == "stop":
        _to_mentor(subject, "stopped", reason=taken.reason)
    talent: Talent | None = subject if taken.workflow is TALENT else getattr(subject, "talent", None)
    if talent is None:
        return
    if deed in OWN.get(name, ()):
        to_person(
            talent,
            what=getattr(subject, "title", "") or talent.call.title,
            word=taken.step.label,
            reason=taken.reason,
        )
    elif deed in OFFICE.get(name, ()):
        to_office(talent, word=taken.step.label)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
