"""What fills the blanks of commentary's addresses."""

from collections.abc import Callable
from typing import Any

from association.commentary.models import Commentary, CommentaryKind, CommentaryState, Finding, TrackedWork

ID_OF = {
    "commentary_desk": "commentary", "commentary_file": "commentary", "commentary_findings": "commentary",
    "commentary_findings.drop": "commentary_finding",
}  # fmt: skip


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    issued = first(Commentary, state=CommentaryState.PUBLISHED)
    return {
        "commentary": {
            "issued commentary": issued.id,
            "commentary being written": first(Commentary, state=CommentaryState.DRAFT).id,
            "digest": first(Commentary, kind=CommentaryKind.DIGEST).id,
        },
        "commentary_slug": {"issued commentary": issued.slug},
        "commentary_finding": {"a finding": first(Finding).id},
        "commentary_tracked_work": {"a work followed": first(TrackedWork).id},
    }
