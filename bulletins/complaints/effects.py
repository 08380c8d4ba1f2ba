"""What steps do beyond moving a state."""

from association.kernel import clock
from association.kernel.policy import Actor
from bulletins.complaints.models import Complaint
from bulletins.complaints.settings import after


def accepted(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    complaint.due_on = after("answer_days")


def refused(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    complaint.answer, complaint.due_on, complaint.ended_at = reason, None, clock.now()


def answered(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Read under the code of the receipt."""
    complaint.answer, complaint.due_on = reason, None


def reopened(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    complaint.due_on = after("answer_days")


def closed(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    complaint.ended_at = clock.now()
