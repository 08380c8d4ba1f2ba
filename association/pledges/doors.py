"""Links that features above put on the pages of a pledge and of a signature. Pledges know nothing of what they lead to."""

from collections.abc import Callable, Iterable

from association.pledges.models import Pledge, Signature

Door = tuple[str, str]
"""Words and address."""
_of_pledges: list[Callable[[Pledge], Iterable[Door]]] = []
_of_signatures: list[Callable[[Signature], Iterable[Door]]] = []


def at_pledge(doors: Callable[[Pledge], Iterable[Door]]) -> None:
    """On the page of a pledge, for everybody."""
    if doors not in _of_pledges:
        _of_pledges.append(doors)


def at_signature(doors: Callable[[Signature], Iterable[Door]]) -> None:
    """On the page of a signature, for those who may see it."""
    if doors not in _of_signatures:
        _of_signatures.append(doors)


def of_pledge(pledge: Pledge) -> list[Door]:
    return [door for doors in _of_pledges for door in doors(pledge)]


def of_signature(signature: Signature) -> list[Door]:
    return [door for doors in _of_signatures for door in doors(signature)]
