"""One opened state of a Whoosh index: its segments, each with what filters and order need read once into
plain lists.

Whoosh reads stored fields from disk one document at a time, which is what makes its own filters and facets
slow.
"""

import weakref
from array import array
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from sys import intern
from typing import Any

from association.kernel.search.engine import Document, Filters
from association.kernel.search.whoosh_library import (
    ID,
    STORED,
    Existence,
    FieldType,
    Schema,
    TermNotFound,
    index_in,
)


class TermsField(FieldType):
    """A field fed with counted terms: what analysis has done, Whoosh's analysers need not do again.

    Pickled into the index, so it keeps its name and its place in this module.
    """

    def __init__(self) -> None:
        super().__init__(format=Existence(), analyzer=None)

    def index(self, value: Any, **_options: Any) -> list[tuple[bytes, int, float, bytes]]:
        return [(term.encode(), count, float(count), b"") for term, count in value.items()]


def schema() -> Schema:
    """Passed whenever an index is opened, so that none is unpickled from disk."""
    return Schema(key=ID(unique=True), terms=TermsField(), about=STORED())


def about(document: Document, length: int) -> tuple[Any, ...]:
    """What is stored with a document, in the order `Columns` reads it. `length` is the number of its
    terms."""
    return (
        document.key,
        document.version,
        document.kind,
        document.audience,
        document.dated_on.toordinal(),
        length,
        tuple(sorted(document.facets)),
    )


class Columns:
    """What is stored with the documents of one segment, by document number."""

    def __init__(self, reader: Any) -> None:
        self.keys: list[str] = []
        self.versions = array("q")
        self.days = array("l")
        self.lengths = array("l")
        self._kinds: list[str] = []
        self._audiences: list[str] = []
        self._facets: list[frozenset[str]] = []
        known: dict[tuple[str, ...], frozenset[str]] = {}
        for number in range(reader.doc_count_all()):
            key, version, kind, audience, day, length, facets = reader.stored_fields(number)["about"]
            self.keys.append(key)
            self.versions.append(version)
            self.days.append(day)
            self.lengths.append(length)
            self._kinds.append(intern(kind))
            self._audiences.append(intern(audience))
            self._facets.append(known.setdefault(facets, frozenset(facets)))

    def fitting(self, numbers: Sequence[int], filters: Filters) -> Sequence[int]:
        """Those document numbers the filters let pass."""
        if filters.audiences:
            numbers = [n for n in numbers if self._audiences[n] in filters.audiences]
        if filters.kinds:
            numbers = [n for n in numbers if self._kinds[n] in filters.kinds]
        if filters.since is not None:
            first = filters.since.toordinal()
            numbers = [n for n in numbers if self.days[n] >= first]
        if filters.until is not None:
            last = filters.until.toordinal()
            numbers = [n for n in numbers if self.days[n] <= last]
        for group in filters.facets:
            numbers = [n for n in numbers if not group.isdisjoint(self._facets[n])]
        return numbers

    def day(self, number: int) -> date:
        return date.fromordinal(self.days[number])


class Segment:
    """A part of the index that never changes, save that documents in it are marked deleted."""

    def __init__(self, reader: Any, columns: Columns) -> None:
        self.reader = reader
        self.columns = columns

    def holds(self, terms: Sequence[str]) -> bool:
        return all(("terms", term) in self.reader for term in terms)

    def frequency(self, term: str) -> int:
        """In how many documents the term is, deleted ones counted."""
        return int(self.reader.doc_frequency("terms", term))

    def numbers_with(self, terms: Sequence[str]) -> list[int]:
        """Documents that have all terms, ascending: the rarest term's, sifted by the others."""
        if not self.holds(terms):
            return []
        rarest, *others = sorted(terms, key=self.frequency)
        numbers = list(self._postings(rarest).all_ids())
        for term in others:
            if not numbers:
                break
            if len(numbers) * 8 < self.frequency(term):
                numbers = self._sifted(numbers, term)
            else:
                also = set(self._postings(term).all_ids())
                numbers = [n for n in numbers if n in also]
        return numbers

    def _sifted(self, numbers: list[int], term: str) -> list[int]:
        """Skipping from block to block is worth it when few numbers meet many postings."""
        kept, postings = [], self._postings(term)
        for number in numbers:
            if not postings.is_active():
                break
            postings.skip_to(number)
            if postings.is_active() and postings.id() == number:
                kept.append(number)
        return kept

    def counts(self, numbers: Sequence[int], term: str) -> list[float]:
        """How often the term stands in each of these documents, all of which have it; ascending numbers."""
        counts, postings = [], self._postings(term)
        for number in numbers:
            postings.skip_to(number)
            counts.append(postings.weight())
        return counts

    def _postings(self, term: str) -> Any:
        return self.reader.postings("terms", term)

    def number_of(self, key: str) -> int | None:
        """The document with this key, unless it is deleted."""
        try:
            return int(self.reader.first_id("key", key))
        except TermNotFound:
            return None

    def living(self) -> list[int]:
        """Documents that are not deleted."""
        return list(self.reader.all_doc_ids())


class State:
    """The index as it was at one commit. Close it when nobody reads it any more."""

    def __init__(self, folder: Path, known: dict[str, Columns]) -> None:
        """`known` are columns of segments read before; those of segments that are no more leave it."""
        self.folder = folder
        self.segments: list[Segment] = []
        present = set()
        with index_in(folder, schema()) as index:
            reader = index.reader()
            self.generation = f"{folder.name}.{reader.generation()}"
            for leaf, _offset in reader.leaf_readers():
                if not leaf.doc_count_all():
                    continue
                name = f"{folder.name}/{leaf.segment().segment_id()}"
                present.add(name)
                if name not in known:
                    known[name] = Columns(leaf)
                self.segments.append(Segment(leaf, known[name]))
        for name in known.keys() - present:
            del known[name]
        # Files are closed at the end of the process too, should nobody have done it before.
        self.close = weakref.finalize(self, index.storage.release)
