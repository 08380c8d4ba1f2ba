"""What is sent about complaints. To those on duty, that there is something to do: no word of a complaint stands in a letter. To whoever
complained and left an address, that there is news: not of what, and under which code they know themselves."""

from association.accounts import letters as to_accounts
from association.accounts.models import Role
from association.kernel import events, letters
from association.kernel.workflow import StepTaken
from bulletins.complaints import queries
from bulletins.complaints.models import Complaint, ComplaintState, ComplaintTransfer
from bulletins.complaints.workflow import COMPLAINT

_TOLD = frozenset({"accept", "refuse", "join", "part", "bring", "extend", "answer", "check_again", "close"})
"""Steps of which whoever complained hears."""


def arrived(complaint: Complaint) -> None:
    to_accounts.write_to_role(Role.INTAKE, "complaints/arrived", about=complaint, complaint=complaint)


def said(complaint: Complaint) -> None:
    """To whose turn it is."""
    role = Role.INTAKE if complaint.led.state is ComplaintState.RECEIVED else Role.INVESTIGATOR
    to_accounts.write_to_role(role, "complaints/said", about=complaint, complaint=complaint)


def news(complaint: Complaint) -> None:
    """In confidence: no row holds address and complaint together, and none names whom it went to."""
    if complaint.email:
        letters.send(
            "complaints/news", to_address=complaint.email, language=complaint.language, in_confidence=True
        )


def to_be_sent(transfer: ComplaintTransfer) -> None:
    to_accounts.write_to_role(Role.INTAKE, "complaints/transfer", about=transfer, transfer=transfer)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is COMPLAINT:
        _on_step_of_complaint(taken)


def _on_step_of_complaint(taken: StepTaken) -> None:
    complaint: Complaint = taken.subject
    deed = taken.step.deed
    if deed == "accept":
        to_accounts.write_to_role(
            Role.INVESTIGATOR, "complaints/accept", about=complaint, complaint=complaint
        )
    if deed in _TOLD:
        for one in [complaint] if complaint.leading_id else queries.matter_of(complaint):
            news(one)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
