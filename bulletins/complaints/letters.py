"""What is sent about complaints: to those on duty, that there is something to do. No word of a complaint stands in a letter."""

from association.accounts import letters as to_accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.workflow import StepTaken
from bulletins.complaints.models import Complaint, ComplaintState
from bulletins.complaints.workflow import COMPLAINT


def arrived(complaint: Complaint) -> None:
    to_accounts.write_to_role(Role.INTAKE, "complaints/arrived", about=complaint, complaint=complaint)


def said(complaint: Complaint) -> None:
    """To whose turn it is."""
    role = Role.INTAKE if complaint.state is ComplaintState.RECEIVED else Role.INVESTIGATOR
    to_accounts.write_to_role(role, "complaints/said", about=complaint, complaint=complaint)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is COMPLAINT and taken.step.deed == "accept":
        to_accounts.write_to_role(
            Role.INVESTIGATOR, "complaints/accept", about=taken.subject, complaint=taken.subject
        )


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
