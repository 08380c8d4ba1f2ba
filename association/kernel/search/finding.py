"""From a question to what is shown: the engine names candidates, the database decides.

Every candidate is looked at again in `search_record` (sifting.py), so what is withdrawn, or was changed, is gone
at once however far the index is behind. ranking.py orders what is left, the same for every engine.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

import structlog
from sqlalchemy import func, select

from association.kernel.db import session
from association.kernel.policy import Actor, all_permissions, can
from association.kernel.search import highlight
from association.kernel.search.analysis import LONGEST_QUESTION, Question, ask, ask_reading, loosely
from association.kernel.search.engine import Damaged, Filters, Order
from association.kernel.search.models import NOBODY, PUBLIC, Facets, SearchRecord, facet_words, thing_words
from association.kernel.search.nearness import keys_near
from association.kernel.search.ranking import WEIGHED, Weights, best_first
from association.kernel.search.sifting import is_open, let_through
from association.kernel.search.site import search

T = TypeVar("T")
log = structlog.get_logger(__name__)

COUNTED = 1000
"""Hits are counted up to here ("1,000+"), or as far as a caller asks."""
AT_ONCE = 1000
"""Candidates looked at by one statement."""
FARTHEST = 50_000
"""Candidates looked at for one question. Only a long question of very common pairs has so many that do not
fit."""


class Hit:
    """One thing found. Its title and snippet are `highlight.Segment`s: (text, is_hit)."""

    def __init__(self, record: SearchRecord, question: Question) -> None:
        self.key, self.kind, self.url, self.dated_on = record.key, record.kind, record.url, record.dated_on
        self.title, self.facets = record.title, record.facets
        self._body, self._question = record.body, question

    @cached_property
    def title_segments(self) -> list[highlight.Segment]:
        return highlight.segments(self.title, self._question)

    @cached_property
    def snippet(self) -> list[highlight.Segment]:
        return highlight.snippet(self._body, self._question)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of hits. With `capped` there are at least `count` hits, else exactly."""

    hits: list[Hit] = field(default_factory=list)
    count: int = 0
    capped: bool = False
    ranked: bool = False
    """False: there are so many that the newest come first."""
    kinds: Mapping[str, int] = field(default_factory=dict)
    """How many of each kind, whatever kinds were asked for; of the counted ones if capped."""
    question: Question = field(default_factory=Question)
    near: list[Hit] = field(default_factory=list)
    """What has most of the words, after all that have every one."""
    is_available: bool = True
    """False when the index must be rebuilt."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """Keys the database has let through, in order, with their kinds."""

    keys: tuple[str, ...]
    kinds: tuple[str, ...]
    more: bool
    ranked: bool


_NOTHING = _Seen(keys=(), kinds=(), more=False, ranked=True)


def find(
    q: str,
    actor: Actor,
    *,
    kinds: Collection[str] = (),
    facets: Facets | None = None,
    since: date | None = None,
    until: date | None = None,
    order: Order = "best",
    offset: int = 0,
    limit: int = 10,
    near: int = 0,
    weights: Weights | None = None,
) -> Found:
    """What this actor may find for the words of `q`.

    All words must stand in title or body; the last one, of letters or figures, may be the beginning of a
    longer one; letters that are found nowhere are read as pinyin. The best come first (ranking.py; `weights` of
    kinds), or the newest when there are too many to rank or `order` says so. With `near`, a page that is not full
    goes on with up to so many that have most of the words.
    """
    filters = Filters(
        audiences=_audiences(actor),
        facets=frozenset(facet_words({name: values}) for name, values in (facets or {}).items()),
        since=since,
        until=until,
        behind=frozenset(thing_words(actor.walls)),
    )
    cap = max(COUNTED, offset + limit)
    asking = _Asking(filters=filters, kinds=frozenset(kinds), order=order, cap=cap, weights=weights or {})
    question = ask(q[:LONGEST_QUESTION])
    try:
        everything = asking.seen(question) if question else _NOTHING
        if question and not everything.keys and (reading := ask_reading(q[:LONGEST_QUESTION])):
            question, everything = reading, asking.seen(reading)
        wanted = everything if not kinds else asking.of_kinds(everything, question)
        close = []
        if near and offset + limit > len(wanted.keys) and len(wanted.keys) < near:
            known = set(everything.keys)
            close = [key for key in asking.near(q[:LONGEST_QUESTION]) if key not in known][:near]
    except Damaged:
        log.exception("index_damaged")
        return Found(question=question, is_available=False)
    loose = loosely(q[:LONGEST_QUESTION]) if close else question
    return Found(
        hits=_hits(wanted.keys[offset : offset + limit], question, filters),
        count=len(wanted.keys),
        capped=wanted.more,
        ranked=wanted.ranked,
        kinds=_counted(everything.kinds),
        question=question,
        near=_hits(tuple(close), loose, filters),
    )


def _audiences(actor: Actor) -> frozenset[str]:
    """Whose records the actor may find. What was meant for a permission since renamed is nobody's."""
    if actor.is_visitor:
        return frozenset({PUBLIC})
    closed = SearchRecord.audience.not_in([PUBLIC, NOBODY])
    in_use = set(session.scalars(select(SearchRecord.audience).where(closed).distinct()))
    permissions = [p for p, _predicates in all_permissions() if p.code in in_use] if in_use else []
    return frozenset({PUBLIC, *(p.code for p in permissions if can(actor, p))})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """What one asks within, whatever the words are."""

    filters: Filters
    kinds: frozenset[str]
    order: Order
    cap: int
    weights: Weights

    def seen(self, question: Question) -> _Seen:
        """Hits up to `cap`, from what was answered lately if neither rows nor index have changed since."""
        what = ("exactly", question, self.order, self.cap)
        return self._remembered(what, self.filters, lambda: self._look(question, self.filters))

    def of_kinds(self, everything: _Seen, question: Question) -> _Seen:
        if everything.more:
            return self._look(question, replace(self.filters, kinds=self.kinds))
        pairs = zip(everything.keys, everything.kinds, strict=True)
        kept = [(key, kind) for key, kind in pairs if kind in self.kinds]
        return _Seen(
            keys=tuple(key for key, _ in kept), kinds=tuple(kind for _, kind in kept), more=False, ranked=everything.ranked
        )  # fmt: skip

    def near(self, q: str) -> tuple[str, ...]:
        """What answers most of the words, though not all."""
        filters = replace(self.filters, kinds=self.kinds)
        return self._remembered(("nearly", q), filters, lambda: keys_near(q, filters, self.weights))

    def _remembered(self, what: Any, filters: Filters, work_out: Callable[[], T]) -> T:
        engine, answers = search().engine, search().answers
        latest = session.scalar(select(func.max(SearchRecord.version)))
        name = (what, filters, latest, engine.generation, tuple(sorted(self.weights.items())))
        kept: T | None = answers.get(name)
        if kept is None:
            kept = work_out()
            answers.keep(name, kept)
        return kept

    def _look(self, question: Question, filters: Filters) -> _Seen:
        engine = search().engine
        passed: dict[str, Any] = {}
        offset, ranked = 0, True
        while True:
            hits = engine.find(question, filters=filters, order=self.order, offset=offset, limit=AT_ONCE)
            ranked = ranked and hits.ranked
            passed |= let_through(hits.keys, question, filters)
            offset += AT_ONCE
            if not hits.more or len(passed) > self.cap or offset >= FARTHEST:
                break
        rows = list(passed.values())
        more = hits.more or len(rows) > self.cap
        if self.order == "best" and not more:
            if len(rows) <= WEIGHED:
                rows, ranked = best_first(rows, question, self.weights), True
            else:
                rows.sort(key=lambda row: not row.in_title)
        rows = rows[: self.cap]
        return _Seen(
            keys=tuple(row.key for row in rows),
            kinds=tuple(row.kind for row in rows),
            more=more,
            ranked=ranked and not more,
        )


def _counted(kinds: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def _hits(keys: tuple[str, ...], question: Question, filters: Filters) -> list[Hit]:
    """The rows to show, as they are now."""
    hits: list[Hit] = []
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        rows = session.scalars(
            select(SearchRecord).where(
                SearchRecord.key.in_(some),
                SearchRecord.withdrawn.is_(False),
                SearchRecord.audience.in_(filters.audiences),
            )
        )
        by_key = {row.key: row for row in rows if is_open(row, filters)}
        hits += [Hit(by_key[key], question) for key in some if key in by_key]
    return hits
