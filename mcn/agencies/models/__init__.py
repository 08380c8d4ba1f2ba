"""Tables of the register: an agency's stay with what its file holds, and what it files."""

from mcn.agencies.models.agency import (
    STANDING,
    Agency,
    AgencyAccount,
    AgencyAgent,
    AgencySection,
    AgencyState,
    AgencyTerm,
)
from mcn.agencies.models.filing import OVER, WITH_STAFF, Filing, FilingKind, FilingSection, FilingState

__all__ = [
    "OVER", "STANDING", "WITH_STAFF", "Agency", "AgencyAccount", "AgencyAgent", "AgencySection", "AgencyState", "AgencyTerm",
    "Filing", "FilingKind", "FilingSection", "FilingState",
]  # fmt: skip
