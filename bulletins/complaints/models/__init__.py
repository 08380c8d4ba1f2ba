"""Tables of complaints."""

from bulletins.complaints.models.complaint import (
    Channel,
    Complaint,
    ComplaintMessage,
    ComplaintState,
)
from bulletins.complaints.models.evidence import ComplaintEvidence, EvidenceCopy
from bulletins.complaints.models.transfer import ComplaintTransfer, TransferState

__all__ = [
    "Channel",
    "Complaint",
    "ComplaintEvidence",
    "ComplaintMessage",
    "ComplaintState",
    "ComplaintTransfer",
    "EvidenceCopy",
    "TransferState",
]
