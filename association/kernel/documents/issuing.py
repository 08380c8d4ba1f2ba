"""Papers the association hands to others: which kinds they are, and that one was made."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from association.kernel.documents.models import RenderedDocument

_issued: set[str] = set()


@dataclass(frozen=True, slots=True)
class DocumentMade:
    """A promised document has its bytes; raised in the transaction that marks it."""

    document: "RenderedDocument"


def issued(*kinds: str) -> None:
    """Say, where such papers are promised, that they are handed to others: the public log then speaks of their bytes."""
    _issued.update(kinds)


def issued_kinds() -> frozenset[str]:
    return frozenset(_issued)
