"""How many there are of what, under the filters of a list: one statement over one index for all choices together, one more for the charts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, case, exists, func, select

from association.kernel.db import session
from bulletins.articles.models import ArticleClause, CaseArticle, SpokenClause

FACETS = ("fault", "party", "measure", "outcome", "year")
COLUMNS = tuple(getattr(CaseArticle, name) for name in FACETS)
SPANS = (30, 60, 90, 180)
"""Upper ends of the classes of days; the last class is open."""
_SPAN = case(*((CaseArticle.days <= end, place) for place, end in enumerate(SPANS)), else_=len(SPANS))

Combination = tuple[tuple[str, ...], int]


def combinations(rows: Select[Any]) -> list[Combination]:
    """Of the rows left by what narrows beyond the facets: each combination of their values, and how many have it."""
    counted = rows.with_only_columns(*COLUMNS, func.count()).options().order_by(None).group_by(*COLUMNS)
    return [(tuple(_word(value) for value in row[:-1]), int(row[-1])) for row in session.execute(counted)]


def _word(value: object) -> str:
    return "" if value is None else str(getattr(value, "value", value))


def by_choice(found: Iterable[Combination], chosen: Mapping[str, str]) -> dict[str, Counter[str]]:
    """For each facet, how many each of its values would leave, under the other facets chosen."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    wanted = [(place, chosen[name]) for place, name in enumerate(FACETS) if chosen.get(name)]
    for values, number in found:
        missed = [place for place, value in wanted if values[place] != value]
        if not missed:
            for name, value in zip(FACETS, values, strict=True):
                counts[name][value] += number
        elif len(missed) == 1:
            counts[FACETS[missed[0]]][values[missed[0]]] += number
    return counts


def by_month(rows: Select[Any]) -> dict[int, int]:
    """Issued in each month (202611), without those of none."""
    counted = (
        rows.with_only_columns(CaseArticle.month, func.count()).order_by(None).group_by(CaseArticle.month)
    )
    return {int(month): int(number) for month, number in session.execute(counted)}


def by_span(rows: Select[Any]) -> Sequence[int]:
    """Decided within so many days: one number for each class of `SPANS` and one for what took longer."""
    counted = (
        rows.with_only_columns(_SPAN, func.count())
        .where(CaseArticle.days.is_not(None))
        .order_by(None)
        .group_by(_SPAN)
    )
    found = {int(place): int(number) for place, number in session.execute(counted)}
    return [found.get(place, 0) for place in range(len(SPANS) + 1)]


def clauses() -> list[tuple[str, str]]:
    """Clauses some article in public speaks of: key and words, in the order of the key."""
    spoken = exists().where(ArticleClause.clause_id == SpokenClause.id)
    rows = select(SpokenClause.key, SpokenClause.words).where(spoken).order_by(SpokenClause.key)
    return [(key, words) for key, words in session.execute(rows)]
