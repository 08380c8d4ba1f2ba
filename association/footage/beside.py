"""What a feature above puts beside a file that is being seen: the way back to its own page, and a note at the page one has come to.

A feature registers `puts(actor, viewing, page)` in its `init_app`; None says that the reading is none of its business.
"""

from collections.abc import Callable
from dataclasses import dataclass

from association.footage.models import Viewing
from association.kernel.policy import Actor


@dataclass(frozen=True, slots=True)
class Beside:
    """Two links, as words and address. `note` is None where nothing can be noted any more."""

    back: tuple[str, str]
    note: tuple[str, str] | None


Puts = Callable[[Actor, Viewing, int | None], Beside | None]
_puts: list[Puts] = []


def put_by(puts: Puts) -> Puts:
    """Register one. It is called with the number of the page that is shown, None where there are no pages."""
    if puts not in _puts:
        _puts.append(puts)
    return puts


def beside(actor: Actor, viewing: Viewing, page: int | None) -> Beside | None:
    return next((found for puts in _puts if (found := puts(actor, viewing, page)) is not None), None)
