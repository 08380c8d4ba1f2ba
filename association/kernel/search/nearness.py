"""What answers most of a question when too little answers all of it: sentences as people speak, words that stand apart, a wrong sign.

The engine weighs the terms of the question's content words by their rarity and names those that have most of them; what stands in a title
counts again. The order is the same for every engine, up to how rare each thinks a term.
"""

import math
from typing import Any

from sqlalchemy import func, select

from association.kernel.db import session
from association.kernel.search.analysis import Question, loosely
from association.kernel.search.engine import Filters
from association.kernel.search.models import SearchRecord
from association.kernel.search.ranking import Weights, spread
from association.kernel.search.sifting import let_through
from association.kernel.search.site import search

CANDIDATES = 150
MOST = 50
LEAST_SHARE = 0.3
"""Of the weight of all terms."""
OF_THE_BEST = 0.45
TITLE, LENGTH, USUAL_LENGTH = 0.7, 0.12, 300


def keys_near(q: str, filters: Filters, weights: Weights) -> tuple[str, ...]:
    """The nearest first."""
    question = loosely(q)
    if not question:
        return ()
    shares = search().engine.near(question.terms, filters=filters, limit=CANDIDATES)
    passed = let_through(shares, Question(), filters)
    if not passed:
        return ()
    columns = (SearchRecord.key, SearchRecord.kind, SearchRecord.url, SearchRecord.plain_title)
    statement = select(*columns, func.length(SearchRecord.plain_body).label("length"))
    rows = session.execute(statement.where(SearchRecord.key.in_(passed))).all()
    scores = {row.key: _score(row, shares[row.key], question, weights) for row in rows}
    best = max(scores.values())
    kept = [row for row in rows if shares[row.key] >= LEAST_SHARE and scores[row.key] >= OF_THE_BEST * best]
    kept.sort(key=lambda row: (-scores[row.key], row.key))
    return tuple(row.key for row in spread(kept, {row.key: row.url for row in kept}))[:MOST]


def _score(row: Any, share: float, question: Question, weights: Weights) -> float:
    in_title = sum(term in row.plain_title for term in question.words) / len(question.words)
    dear = LENGTH * math.log10(max(row.length, USUAL_LENGTH) / USUAL_LENGTH)
    return share * (1 - dear) + TITLE * in_title + weights.get(row.kind, 0.0) / 4
