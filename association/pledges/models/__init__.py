"""Tables of pledges: the pledge, its versions on their way, signatures, and the spells in which an organisation stands by it."""

from association.pledges.models.pledge import (
    UNDER_REVIEW,
    WRITTEN_IN,
    Pledge,
    PledgeVersion,
    VersionState,
)
from association.pledges.models.signature import (
    BOUND,
    GONE,
    Invitation,
    Signature,
    SignatureState,
    Spell,
    Standing,
)

__all__ = [
    "BOUND", "GONE", "UNDER_REVIEW", "WRITTEN_IN", "Invitation", "Pledge", "PledgeVersion", "Signature", "SignatureState", "Spell", "Standing", "VersionState",
]  # fmt: skip
