"""What fills the blanks of the register of works."""

from collections.abc import Callable
from typing import Any

from association.footage.models import FileKind, Viewing, WorkFile, WorkVersion
from association.works.models import Work, WorkState

ID_OF = {
    "own_works": "work", "own_works.enter": "organisation", "footage": "work", "footage.add": "work_version", "footage.remove": "work_file",
    "footage.download": "work_file", "footage_desk": "work", "watching": "viewing", "watching.begin": "work_file",
}  # fmt: skip


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    return {
        "work": {
            "a work of aurora": first(Work, state=WorkState.KEPT).id,
            "a draft of aurora": first(Work, state=WorkState.DRAFT).id,
        },
        "work_version": {
            "aurora's first version": first(WorkVersion, number=1).id,
            "aurora's second version": first(WorkVersion, number=2).id,
        },
        "work_file": {"an episode of aurora": first(WorkFile, kind=FileKind.EPISODE).id},
        "viewing": {"a viewing of aurora's signer": first(Viewing).id},
    }
