"""How many there are of what, under the filters of a list: one statement for all choices together, one more for each chart."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, String, case, cast, exists, func, literal, select, union_all

from association.kernel.db import session
from bulletins.articles.models import ArticleClause, CaseArticle, SpokenClause
from bulletins.articles.models.article import FACETS

SPANS = (30, 60, 90, 180)
"""Upper ends of the classes of days; the last class is open."""
_SPAN = case(*((CaseArticle.days <= end, place) for place, end in enumerate(SPANS)), else_=len(SPANS))


def by_choice(rows: Select[Any], chosen: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """For each facet, how many each of its values would leave, under the other facets chosen: one statement, its parts over one index.
    `rows` are narrowed by what is no facet; `chosen` are values as the columns hold them."""
    parts = [_numbers_of(rows, name, chosen) for name in FACETS]
    counts: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    for name, value, number in session.execute(union_all(*parts)):
        counts[name][value or ""] = int(number)
    return counts


def _numbers_of(rows: Select[Any], name: str, chosen: Mapping[str, Any]) -> Select[str, str, int]:
    column = getattr(CaseArticle, name)
    others = [getattr(CaseArticle, other) == value for other, value in chosen.items() if other != name]
    value = cast(column, String).label("value")
    return (
        rows.with_only_columns(literal(name).label("facet"), value, func.count().label("number"))
        .where(*others)
        .order_by(None)
        .group_by(column)
    )


def by_month(rows: Select[Any], *, first: int) -> dict[int, int]:
    """Issued in each month (202611) from the first one on, without those of none."""
    counted = (
        rows.with_only_columns(CaseArticle.month, func.count())
        .where(CaseArticle.month >= first)
        .order_by(None)
        .group_by(CaseArticle.month)
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
