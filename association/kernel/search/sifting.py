"""Which candidates of the engine may be shown: every one is looked at again in `search_record` – still there, for this audience, and
with the words of the question in the text as it is now."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, true

from association.kernel.db import session
from association.kernel.search.analysis import Question
from association.kernel.search.engine import Filters
from association.kernel.search.models import PUBLIC, Facets, SearchRecord, facet_words


def let_through(keys: Iterable[str], question: Question, filters: Filters) -> dict[str, Any]:
    """Those candidates the database lets through, in the candidates' order. An empty question asks for no words."""
    candidates = list(keys)
    in_title = and_(
        true(), *(SearchRecord.plain_title.contains(word, autoescape=True) for word in question.words)
    )
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
        rows = {k: row for k, row in rows.items() if is_open(row, filters)}
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


def is_open(row: Any, filters: Filters) -> bool:
    """What is public is found by everybody; the rest not behind a wall from what it concerns."""
    return row.audience == PUBLIC or filters.behind.isdisjoint(row.concerns)


def _answers(question: Question) -> ColumnElement[bool]:
    """The words stand in the text as it is now. Where the terms say so already, a row the index knows is not
    read."""
    if not question:
        # Only terms were asked for: what the index does not yet know as it is now may have lost the very words.
        return SearchRecord.indexed_at.is_not(None)
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
