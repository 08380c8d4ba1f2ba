"""From a question to what is shown: the engine names candidates, the database decides.

Every candidate is looked at again in `search_record` – still there, for this audience, and with the words of
the question in the text as it is now – so what is withdrawn, or was changed, is gone at once however far the
index is behind.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import structlog
from sqlalchemy import ColumnElement, and_, func, or_, select

from association.kernel.db import session
from association.kernel.policy import Actor, all_permissions, can
from association.kernel.search import highlight
from association.kernel.search.analysis import LONGEST_QUESTION, Question, ask
from association.kernel.search.engine import Damaged, Filters, Order
from association.kernel.search.models import NOBODY, PUBLIC, Facets, SearchRecord, facet_words, thing_words
from association.kernel.search.site import search

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
    is_available: bool = True
    """False when the index must be rebuilt."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """Keys the database has let through, in order, with their kinds."""

    keys: tuple[str, ...]
    kinds: tuple[str, ...]
    more: bool
    ranked: bool


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
) -> Found:
    """What this actor may find for the words of `q`.

    All words must stand in title or body; the last one, of letters or figures, may be the beginning of a
    longer one. Hits in titles come first, then the best, or the newest when there are too many to rank or
    `order` says so.
    """
    question = ask(q[:LONGEST_QUESTION])
    if not question:
        return Found()
    filters = Filters(
        audiences=_audiences(actor),
        facets=frozenset(facet_words({name: values}) for name, values in (facets or {}).items()),
        since=since,
        until=until,
        behind=frozenset(thing_words(actor.walls)),
    )
    cap = max(COUNTED, offset + limit)
    try:
        everything = _seen(question, filters, order, cap)
        wanted = (
            everything
            if not kinds
            else _of_kinds(everything, question, filters, frozenset(kinds), order, cap)
        )
    except Damaged:
        log.exception("index_damaged")
        return Found(question=question, is_available=False)
    return Found(
        hits=_hits(wanted.keys[offset : offset + limit], question, filters),
        count=len(wanted.keys),
        capped=wanted.more,
        ranked=wanted.ranked,
        kinds=_counted(everything.kinds),
        question=question,
    )


def _audiences(actor: Actor) -> frozenset[str]:
    """Whose records the actor may find. What was meant for a permission since renamed is nobody's."""
    if actor.is_visitor:
        return frozenset({PUBLIC})
    closed = SearchRecord.audience.not_in([PUBLIC, NOBODY])
    in_use = set(session.scalars(select(SearchRecord.audience).where(closed).distinct()))
    permissions = [p for p, _predicates in all_permissions() if p.code in in_use] if in_use else []
    return frozenset({PUBLIC, *(p.code for p in permissions if can(actor, p))})


def _of_kinds(
    everything: _Seen, question: Question, filters: Filters, kinds: frozenset[str], order: Order, cap: int
) -> _Seen:
    if everything.more:
        narrowed = Filters(
            kinds=kinds,
            audiences=filters.audiences,
            facets=filters.facets,
            since=filters.since,
            until=filters.until,
            behind=filters.behind,
        )
        return _seen(question, narrowed, order, cap)
    kept = [(k, kind) for k, kind in zip(everything.keys, everything.kinds, strict=True) if kind in kinds]
    return _Seen(
        keys=tuple(k for k, _ in kept),
        kinds=tuple(kind for _, kind in kept),
        more=False,
        ranked=everything.ranked,
    )


def _seen(question: Question, filters: Filters, order: Order, cap: int) -> _Seen:
    """Hits up to `cap`, from what was answered lately if neither rows nor index have changed since."""
    engine, answers = search().engine, search().answers
    latest = session.scalar(select(func.max(SearchRecord.version)))
    key = (question, filters, order, cap, latest, engine.generation)
    kept = answers.get(key)
    if kept is None:
        kept = _look(question, filters, order, cap)
        answers.keep(key, kept)
    return kept


def _look(question: Question, filters: Filters, order: Order, cap: int) -> _Seen:
    engine = search().engine
    let_through: dict[str, Any] = {}
    offset, ranked = 0, True
    while True:
        hits = engine.find(question, filters=filters, order=order, offset=offset, limit=AT_ONCE)
        ranked = ranked and hits.ranked
        let_through |= _looked_at(hits.keys, question, filters)
        offset += AT_ONCE
        if not hits.more or len(let_through) > cap or offset >= FARTHEST:
            break
    rows = list(let_through.values())
    more = hits.more or len(rows) > cap
    if order == "best" and not more:
        rows.sort(key=lambda row: not row.in_title)
    rows = rows[:cap]
    return _Seen(
        keys=tuple(row.key for row in rows),
        kinds=tuple(row.kind for row in rows),
        more=more,
        ranked=ranked and not more,
    )


def _looked_at(keys: Iterable[str], question: Question, filters: Filters) -> dict[str, Any]:
    """Those candidates the database lets through, in the candidates' order."""
    candidates = list(keys)
    in_title = and_(*(SearchRecord.plain_title.contains(word, autoescape=True) for word in question.words))
    columns = [SearchRecord.key, SearchRecord.kind, SearchRecord.audience, in_title.label("in_title")]
    if filters.facets:
        columns.append(SearchRecord.facets)
    if filters.behind:
        columns.append(SearchRecord.concerns)
    statement = select(*columns)
    statement = statement.where(SearchRecord.key.in_(candidates), _fits(filters), _answers(question))
    rows = {row.key: row for row in session.execute(statement)}
    if filters.facets:
        rows = {k: row for k, row in rows.items() if _facets_fit(row.facets, filters)}
    if filters.behind:
        rows = {k: row for k, row in rows.items() if _is_open(row, filters)}
    return {key: rows[key] for key in candidates if key in rows}


def _fits(filters: Filters) -> ColumnElement[bool]:
    clauses: list[ColumnElement[bool]] = [
        SearchRecord.withdrawn.is_(False),
        SearchRecord.audience.in_(filters.audiences),
    ]
    if filters.kinds:
        clauses.append(SearchRecord.kind.in_(filters.kinds))
    if filters.since is not None:
        clauses.append(SearchRecord.dated_on >= filters.since)
    if filters.until is not None:
        clauses.append(SearchRecord.dated_on <= filters.until)
    return and_(*clauses)


def _facets_fit(facets: Facets, filters: Filters) -> bool:
    words = facet_words(facets)
    return not any(group.isdisjoint(words) for group in filters.facets)


def _is_open(row: Any, filters: Filters) -> bool:
    """What is public is found by everybody; the rest not behind a wall from what it concerns."""
    return row.audience == PUBLIC or filters.behind.isdisjoint(row.concerns)


def _answers(question: Question) -> ColumnElement[bool]:
    """The words stand in the text as it is now. Where the terms say so already, a row the index knows is not
    read."""
    stands = and_(
        *(
            or_(
                SearchRecord.plain_title.contains(word, autoescape=True),
                SearchRecord.plain_body.contains(word, autoescape=True),
            )
            for word in question.words
        )
    )
    return or_(SearchRecord.indexed_at.is_not(None), stands) if question.is_exact else stands


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
        by_key = {row.key: row for row in rows if _is_open(row, filters)}
        hits += [Hit(by_key[key], question) for key in some if key in by_key]
    return hits
