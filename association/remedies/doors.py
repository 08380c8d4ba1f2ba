"""Links that features above put on the page of a note, for those who may see it. Remedies know nothing of what they lead to."""

from collections.abc import Callable, Iterable

from association.remedies.models import GuidanceNote

Door = tuple[str, str]
"""Words and address."""
_of_notes: list[Callable[[GuidanceNote], Iterable[Door]]] = []


def at_note(doors: Callable[[GuidanceNote], Iterable[Door]]) -> None:
    if doors not in _of_notes:
        _of_notes.append(doors)


def of_note(note: GuidanceNote) -> list[Door]:
    return [door for doors in _of_notes for door in doors(note)]
