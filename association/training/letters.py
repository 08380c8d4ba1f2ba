"""What is sent: whoever signed up – the person, or the officers of their organisation – hears of every movement; the office of what waits. No letter carries
an identity number.
"""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account, Role
from association.kernel import clock, events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Organisation, Post
from association.training import queries
from association.training.events import SessionMoved
from association.training.models import CourseSession, Enrolment, EnrolmentState
from association.training.workflow import ENROLMENT

TOLD = (
    "lapse", "deny_employer", "approve", "ask", "refuse", "confirm_payment", "return_payment", "call_off", "confirm_employer",
)  # fmt: skip
OFFICE = ("pay", "resubmit", "swap")


def _officers(organisation_id: int) -> list[Account]:
    acting = organisations.acting_officers([organisation_id], Post.TRAINING, Post.CLERK)
    return accounts.accounts_of([o.person_id for o in acting if o.person_id])


def _theirs(enrolment: Enrolment) -> list[Account]:
    """Who is written to about an enrolment."""
    if enrolment.person_id is not None:
        return accounts.accounts_of([enrolment.person_id])
    return _officers(enrolment.organisation_id or 0)


def _tell(enrolment: Enrolment, template: str, **told: object) -> None:
    for account in _theirs(enrolment):
        to_accounts.write_to(
            account,
            f"training/{template}",
            about=enrolment,
            enrolment=enrolment,
            row=enrolment.session,
            **told,
        )


def signed_up(enrolment: Enrolment) -> None:
    """A place, or which rank on the list; the employer is asked to confirm."""
    _tell(enrolment, "joined", rank=queries.rank(enrolment))
    if enrolment.organisation_id is not None and enrolment.needs_employer:
        for account in _officers(enrolment.organisation_id):
            to_accounts.write_to(
                account,
                "training/confirm",
                about=enrolment,
                enrolment=enrolment,
                row=enrolment.session,
                name=enrolment.name,
            )


def booked(row: CourseSession, organisation: Organisation, *, held: int, waiting: int) -> None:
    """One letter for many places."""
    for account in _officers(organisation.id):
        to_accounts.write_to(
            account,
            "training/booked",
            about=row,
            row=row,
            organisation=organisation,
            held=held,
            waiting=waiting,
        )


def soon(row: CourseSession) -> None:
    """One letter to each, however many people of an organisation come."""
    admitted = [e for e in queries.living(row) if e.state is EnrolmentState.ADMITTED]
    _to_each(row, admitted, "soon")


def _to_each(row: CourseSession, enrolments: list[Enrolment], template: str, **told: object) -> None:
    known = {account.id: account for e in _one_of_each(enrolments) for account in _theirs(e)}
    for account in known.values():
        to_accounts.write_to(account, f"training/{template}", about=row, row=row, **told)


def _one_of_each(enrolments: list[Enrolment]) -> list[Enrolment]:
    return list({(e.person_id, None if e.person_id else e.organisation_id): e for e in enrolments}.values())


def certified(enrolment: Enrolment) -> None:
    """A certificate was issued."""
    _tell(enrolment, "certified", certificate=enrolment.certificate, name=enrolment.name)


def revoked(enrolment: Enrolment, reason: str) -> None:
    _tell(enrolment, "revoked", certificate=enrolment.certificate, name=enrolment.name, reason=reason)


def expiring(enrolment: Enrolment) -> None:
    _tell(enrolment, "expiring", certificate=enrolment.certificate, name=enrolment.name)


def _on_move(moved: SessionMoved) -> None:
    _to_each(moved.session, queries.living(moved.session), "session_moved", reason=moved.reason)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not ENROLMENT:
        return
    enrolment, deed = taken.subject, taken.step.deed
    if deed == "offer":
        _tell(enrolment, "offer", until=enrolment.offered_until.astimezone(clock.CHINA))
    elif deed in TOLD:
        _tell(enrolment, "moved", word=taken.step.label, reason=taken.reason, name=enrolment.name)
    elif deed in OFFICE:
        to_accounts.write_to_role(
            Role.COURSES, "training/office", about=enrolment, enrolment=enrolment, row=enrolment.session,
            word=taken.step.label,
        )  # fmt: skip


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
    events.subscribe(SessionMoved, _on_move)
