"""What fills the blanks of the register of works."""

from collections.abc import Callable
from typing import Any

from association.works.models import Work, WorkState

ID_OF = {"own_works": "work", "own_works.enter": "organisation"}


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    return {
        "work": {
            "a work of aurora": first(Work, state=WorkState.KEPT).id,
            "a draft of aurora": first(Work, state=WorkState.DRAFT).id,
        },
    }
