"""Features above may hold a work fast: while one of them gives a reason, its maker cannot take it off the register."""

from collections.abc import Callable

from association.works.models import Work

Why = Callable[[Work], object | None]
_holds: list[Why] = []


def held_by(why: Why) -> Why:
    """Register one: a sentence that says why not, or None."""
    if why not in _holds:
        _holds.append(why)
    return why


def held(work: Work) -> object | None:
    """The first reason why this work must stay."""
    return next((said for why in _holds if (said := why(work)) is not None), None)
