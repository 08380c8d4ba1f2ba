"""Tables of commentary: the essay or digest, what it found, and the works that are being tracked."""

from association.commentary.models.commentary import Commentary, CommentaryKind, CommentaryState
from association.commentary.models.finding import Finding, FindingKind
from association.commentary.models.tracked import TrackedState, TrackedWork

__all__ = [
    "Commentary",
    "CommentaryKind",
    "CommentaryState",
    "Finding",
    "FindingKind",
    "TrackedState",
    "TrackedWork",
]
