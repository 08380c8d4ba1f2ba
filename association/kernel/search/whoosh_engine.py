"""The index on disk, for one machine: Whoosh under the settings PERFORMANCE.md measured.

Written by one process at a time (the worker), read by all. Of Whoosh it uses writing, merging and reading
postings; sifting, ranking and filters are ours, in `Segment` and here, because Whoosh's own cost ten times as
much for what this site asks.
"""

import heapq
import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from association.kernel.search.analysis import Question, terms
from association.kernel.search.engine import (
    EVERYTHING,
    RANKED,
    Damaged,
    Document,
    Filters,
    Hits,
    Near,
    Order,
    rarities,
    read_for,
)
from association.kernel.search.whoosh_folder import PATIENCE, IndexFolder
from association.kernel.search.whoosh_library import TermNotFound, create_in, index_in
from association.kernel.search.whoosh_segments import Columns, Segment, State, about, schema

LOOK = 1.0
"""Seconds between two looks at whether the index has changed."""
LOOKS = 5
"""How often something gone is looked for before the index counts as damaged."""
POOL_MB = 128
TITLE_WEIGHT = 4
"""A term in the title counts as so many in the body."""
K1, B = 1.2, 0.75
"""BM25: how soon repetition stops counting, and how much long texts pay for their length."""

_Match = tuple[Segment, int]


class WhooshEngine:
    """See engine.SearchEngine."""

    def __init__(self, folder: Path, *, patience: float = PATIENCE) -> None:
        self._folder = IndexFolder(folder, patience=patience)
        # Whoosh's readers seek in shared files, so threads take turns; it is all one interpreter's work
        # anyway.
        self._reading = Lock()
        self._state: State | None = None
        self._columns: dict[str, Columns] = {}
        self._looked_at = float("-inf")

    def alone(self) -> AbstractContextManager[None]:
        return self._folder.alone()

    @property
    def generation(self) -> str:
        with self._opened() as state:
            return state.generation if state else "none"

    def contents(self) -> Mapping[str, int]:
        self._look_now()
        with self._opened() as state:
            return {
                segment.columns.keys[n]: segment.columns.versions[n]
                for segment in (state.segments if state else ())
                for n in segment.living()
            }

    # Asking

    def find(
        self,
        question: Question,
        *,
        filters: Filters = EVERYTHING,
        order: Order = "best",
        offset: int = 0,
        limit: int,
    ) -> Hits:
        with self._opened() as state:
            if state is None or not question:
                return Hits()
            matches = [
                (segment, number)
                for segment in state.segments
                for number in segment.columns.fitting(segment.numbers_with(question.terms), filters)
            ]
            ranked = order == "best" and len(matches) <= RANKED
            value = _scores(state, matches, question.terms) if ranked else None
            best = heapq.nsmallest(offset + limit, matches, key=lambda match: _place(match, value))
            keys = tuple(segment.columns.keys[number] for segment, number in best[offset:])
            return Hits(keys=keys, more=len(matches) > offset + limit, ranked=ranked)

    def near(self, terms: Sequence[str], *, filters: Filters = EVERYTHING, limit: int) -> Near:
        with self._opened() as state:
            if state is None:
                return Near()
            held = {term: sum(segment.frequency(term) for segment in state.segments) for term in terms}
            weights = rarities(held, sum(len(segment.columns.keys) for segment in state.segments))
            whole = sum(weights.values())
            shares: dict[_Match, float] = {}
            for segment in state.segments:
                for term in read_for(held):
                    for number in segment.numbers_with([term]):
                        match = (segment, number)
                        shares[match] = shares.get(match, 0.0) + weights[term] / whole
            passing = [
                (share, segment.columns.keys[number])
                for (segment, number), share in shares.items()
                if segment.columns.fitting([number], filters)
            ]
            best = heapq.nsmallest(limit, passing, key=lambda found: (-found[0], found[1]))
            return Near(shares={key: share for share, key in best}, weights=weights)

    # Writing

    def apply(self, *, put: Iterable[Document] = (), remove: Iterable[str] = ()) -> None:
        with self.alone():
            serving = self._folder.serving
            if serving is None:
                self.rebuild(put)
                return
            try:
                with index_in(serving, schema()) as index:
                    writer = index.writer(compound=False, limitmb=POOL_MB)
            except Exception as error:
                raise Damaged(str(error)) from error
            try:
                documents = list(put)
                _forget(writer, [*remove, *(document.key for document in documents)])
                for document in documents:
                    _add(writer, document)
            except BaseException:
                writer.cancel()
                raise
            writer.commit()
            self._look_now()

    def rebuild(self, documents: Iterable[Document]) -> None:
        with self.alone():
            new = self._folder.begin()
            writer = create_in(str(new), schema()).writer(compound=False, limitmb=POOL_MB)
            try:
                for document in documents:
                    _add(writer, document)
            except BaseException:
                writer.cancel()
                raise
            writer.commit()
            self._folder.take_over(new)
            self._look_now()

    # The opened state

    @contextmanager
    def _opened(self) -> Iterator[State | None]:
        """The newest state, looked for at most once a second; None while there is no index."""
        with self._reading:
            if not 0 <= time.monotonic() - self._looked_at < LOOK:
                self._refresh()
                self._looked_at = time.monotonic()
            yield self._state

    def _look_now(self) -> None:
        # Waits for a look in progress, which may have begun before what must be seen now.
        with self._reading:
            self._looked_at = float("-inf")

    def _refresh(self) -> None:
        """A writer may clear away what we are about to open; whoever finds something gone looks again from the start."""
        for left in reversed(range(LOOKS)):
            serving = self._folder.serving
            try:
                if serving is None:
                    self._replace(None)
                elif self._state is None or self._state.generation != _latest(serving):
                    self._replace(State(serving, self._columns))
            except Exception as error:
                # A broken file shows itself as almost any error of unpickling, seeking or counting.
                if not left:
                    raise Damaged(str(error)) from error
            else:
                return

    def _replace(self, state: State | None) -> None:
        if self._state is not None:
            self._state.close()
        self._state = state


def _latest(folder: Path) -> str:
    with index_in(folder, schema()) as index:
        return f"{folder.name}.{index.latest_generation()}"


def _place(match: _Match, scores: Mapping[_Match, float] | None) -> tuple[float, int, str]:
    """What orders matches, smallest first: the better, then the newer, then by key so that pages do not
    overlap."""
    segment, number = match
    return (
        -scores[match] if scores is not None else 0.0,
        -segment.columns.days[number],
        segment.columns.keys[number],
    )


def _scores(state: State, matches: list[_Match], asked: Iterable[str]) -> dict[_Match, float]:
    """BM25 over the matches, with lengths read once instead of from disk for each posting."""
    scores = dict.fromkeys(matches, 0.0)
    documents = sum(len(segment.columns.keys) for segment in state.segments) or 1
    average = sum(sum(segment.columns.lengths) for segment in state.segments) / documents or 1.0
    by_segment: dict[Segment, list[int]] = {}
    for segment, number in matches:
        by_segment.setdefault(segment, []).append(number)
    for term in asked:
        held = sum(segment.frequency(term) for segment in state.segments)
        rarity = math.log(1 + (documents - held + 0.5) / (held + 0.5))
        for segment, numbers in by_segment.items():
            lengths = segment.columns.lengths
            for number, count in zip(numbers, segment.counts(numbers, term), strict=True):
                damped = count + K1 * (1 - B + B * lengths[number] / average)
                scores[segment, number] += rarity * count * (K1 + 1) / damped
    return scores


def _add(writer: Any, document: Document) -> None:
    counted = terms(document.body)
    for term, count in terms(document.title).items():
        counted[term] += TITLE_WEIGHT * count
    writer.add_document(key=document.key, terms=counted, about=about(document, counted.total()))


def _forget(writer: Any, keys: Iterable[str]) -> None:
    """Mark the documents with these keys deleted. Whoosh's own way opens the index anew for each key."""
    reader = writer.reader()
    try:
        for key in keys:
            try:
                writer.delete_document(reader.first_id("key", key))
            except TermNotFound:
                continue
    finally:
        reader.close()
