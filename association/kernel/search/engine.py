"""What an index must be able to do. Features never see it: they write rows (records.publish) and ask
(records.find).

An engine answers exact terms of analysis.py and knows neither Chinese nor people. It may be behind the rows,
may lose everything, and may answer too much; what is shown is decided in the database (finding.py). So a
further engine is one more class that passes tests/kernel/search/test_engines.py.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from association.kernel.search.analysis import Question

Order = Literal["best", "newest"]

RANKED = 2000
"""Above this many candidates an engine gives the newest first: a word so common ranks nothing, and ranking is
the cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing to find. `facets` are words such as `province=99`; title and body may be plain or folded."""

    key: str
    version: int
    kind: str
    audience: str
    dated_on: date
    facets: frozenset[str] = frozenset()
    title: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What narrows a search. Empty sets do not narrow; days are inclusive.

    `facets` holds groups: one word of each group must fit.
    """

    kinds: frozenset[str] = frozenset()
    audiences: frozenset[str] = frozenset()
    facets: frozenset[frozenset[str]] = frozenset()
    since: date | None = None
    until: date | None = None
    behind: frozenset[str] = frozenset()
    """Things (`organisation=12`) whose records that are not public are left out; the database does it, an index need not."""

    def fit(self, *, kind: str, audience: str, dated_on: date, facets: frozenset[str]) -> bool:
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.audiences or audience in self.audiences)
            and (self.since is None or dated_on >= self.since)
            and (self.until is None or dated_on <= self.until)
            and not any(group.isdisjoint(facets) for group in self.facets)
        )


EVERYTHING = Filters()
OF_NONE = 0.25


def rarities(held: Mapping[str, int], documents: int) -> dict[str, float]:
    """What each term weighs, by how many documents have it. One that none has was asked for and counts too, but little: pairs that
    reach from one word into the next are mostly such."""
    return {
        term: math.log(1 + (documents + 0.5) / (count + 0.5)) * (1.0 if count else OF_NONE)
        for term, count in held.items()
    }


def read_for(held: Mapping[str, int]) -> list[str]:
    """Terms to read for what is near, the rarest first: all but the very common, and never none."""
    known = sorted((term for term, count in held.items() if count), key=lambda term: (held[term], term))
    return [term for term in known if held[term] <= 4 * RANKED] or known[:1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Keys of documents that have every term, best or newest first; whether more follow; whether they are
    ranked."""

    keys: tuple[str, ...] = ()
    more: bool = False
    ranked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """By key, the share of the weight of all terms that a document has; what each term weighs, the rarer the more."""

    shares: Mapping[str, float] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)


class SearchEngine(Protocol):
    """An index, derived from the rows."""

    def find(
        self,
        question: Question,
        *,
        filters: Filters = EVERYTHING,
        order: Order = "best",
        offset: int = 0,
        limit: int,
    ) -> Hits:
        """Documents with all terms of the question. Raises Damaged. Without an index there are no hits."""

    def near(self, terms: Sequence[str], *, filters: Filters = EVERYTHING, limit: int) -> Near:
        """Documents that have some of the terms, the greatest share of their weight first. Raises Damaged."""

    def apply(self, *, put: Iterable[Document] = (), remove: Iterable[str] = ()) -> None:
        """Add or replace documents and forget keys, in one commit; seen by this process at once, by others
        within a second. Raises Busy, Damaged."""

    def rebuild(self, documents: Iterable[Document]) -> None:
        """Make the index anew from these documents alone. The old one serves until the new one is whole;
        stopped anywhere, one of the two is there. Raises Busy."""

    def alone(self) -> AbstractContextManager[None]:
        """Keep every other process from writing: whoever reads rows to write them here holds this from before
        reading. May be entered again by who holds it. Raises Busy after a while."""

    def contents(self) -> Mapping[str, int]:
        """Every key and its version. Raises Damaged."""

    @property
    def generation(self) -> str:
        """A word that is another one after every change (noticed within a second)."""


class Busy(Exception):
    """Somebody else is writing the index, and went on for longer than we wait."""


class Damaged(Exception):
    """The index cannot be read; rebuild it from the rows."""
