"""What fills the blanks of complaints."""

from collections.abc import Callable
from typing import Any

from bulletins.complaints.models import Complaint, ComplaintEvidence, ComplaintState, ComplaintTransfer


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    return {
        "complaint": {
            "closed complaint": first(Complaint, state=ComplaintState.CLOSED).id,
            "new complaint": first(Complaint, state=ComplaintState.RECEIVED).id,
        },
        "complaint_evidence": {"evidence of a complaint": first(ComplaintEvidence).id},
        "complaint_transfer": {"transfer sent": first(ComplaintTransfer).id},
    }
