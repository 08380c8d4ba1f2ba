"""What fills the blanks of those features that need nothing but the demo's rows."""

from collections.abc import Callable
from typing import Any

from tests.walk import (
    agencies,
    articles,
    cases,
    commendations,
    commentary,
    complaints,
    exams,
    hints,
    incubation,
    panels,
    productions,
    reviewing,
    training,
)  # fmt: skip

_ROOMS = (
    agencies,
    articles,
    cases,
    commendations,
    commentary,
    complaints,
    exams,
    hints,
    incubation,
    panels,
    productions,
    reviewing,
    training,
)


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    return {kind: found for room in _ROOMS for kind, found in room.subjects(first).items()}
