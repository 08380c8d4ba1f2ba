"""What features above want done before a note is closed. Each says in a sentence why not yet, or nothing."""

from collections.abc import Callable

from association.remedies.models import GuidanceNote

Condition = Callable[[GuidanceNote], object | None]
_before_closing: list[Condition] = []


def before_closing(condition: Condition) -> None:
    if condition not in _before_closing:
        _before_closing.append(condition)


def unmet(note: GuidanceNote) -> object | None:
    return next(
        (sentence for condition in _before_closing if (sentence := condition(note)) is not None), None
    )
