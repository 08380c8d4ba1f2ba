"""What answers most of a question when too little answers all of it: sentences as people speak, words that stand apart, a wrong sign.

The engine weighs the terms of the question's content words by their rarity and names those that have most of them; what stands in a title
counts again. The order is the same for every engine, up to how rare each thinks a term.
"""

import math
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from association.kernel.db import session
from association.kernel.search.analysis import Question, loosely
from association.kernel.search.engine import Filters
from association.kernel.search.models import SearchRecord
from association.kernel.search.ranking import READ, Weights, is_part, spread, wholes
from association.kernel.search.sifting import let_through
from association.kernel.search.site import search

CANDIDATES = 150
MOST = 50
LEAST_SHARE = 0.3
"""Of the weight of all terms."""
OF_THE_BEST = 0.45
NAME, NAME_OF_A_PART, TEXT_OF_A_WHOLE = 0.9, 0.35, 0.5
LENGTH, USUAL_LENGTH = 0.2, 300


def keys_near(q: str, filters: Filters, weights: Weights) -> tuple[str, ...]:
    """The nearest first."""
    question = loosely(q)
    if not question:
        return ()
    near = search().engine.near(question.terms, filters=filters, limit=CANDIDATES)
    passed = let_through(near.shares, Question(), filters)
    if not passed:
        return ()
    columns = (SearchRecord.key, SearchRecord.kind, SearchRecord.url, SearchRecord.plain_title)
    text = func.substr(SearchRecord.plain_body, 1, READ).label("text")
    statement = select(*columns, text, func.length(SearchRecord.plain_body).label("length"))
    rows = session.execute(statement.where(SearchRecord.key.in_(passed))).all()
    shown_in_parts = wholes(rows)
    scores = {row.key: _score(row, near.weights, weights, by_parts=row.key in shown_in_parts) for row in rows}
    best = max(scores.values())
    kept = [
        row for row in rows if near.shares[row.key] >= LEAST_SHARE and scores[row.key] >= OF_THE_BEST * best
    ]
    kept.sort(key=lambda row: (-scores[row.key], row.key))
    return tuple(row.key for row in spread(kept, {row.key: row.url for row in kept}))[:MOST]


def _score(row: Any, terms: Mapping[str, float], weights: Weights, *, by_parts: bool) -> float:
    """The share of the terms that its text has, and that its name has: a part is named by its text's title."""
    text, _line, also = row.text.partition("\n")
    whole = sum(terms.values()) or 1.0
    in_text = sum(weight for term, weight in terms.items() if term in text) / whole
    named = f"{row.plain_title} {also}"
    in_name = sum(weight for term, weight in terms.items() if term in named) / whole
    of_kind = weights.get(row.kind, 0.0) / 4
    if is_part(row.url):
        return in_text + NAME_OF_A_PART * in_name + of_kind
    dear = LENGTH * math.log10(max(row.length, USUAL_LENGTH) / USUAL_LENGTH)
    return in_text * (TEXT_OF_A_WHOLE if by_parts else 1 - dear) + NAME * in_name + of_kind
