"""Named reads of articles: reading for pages and desks, counts what a list's choices and charts say."""

from bulletins.articles.queries.called import MOST, Called
from bulletins.articles.queries.reading import (
    all_articles,
    at_work,
    by_slug,
    chain_of,
    corrections_waiting,
    for_case,
    in_public,
    lessons_of,
    named,
    newest,
    of_clause,
    of_organisation,
    of_teacher,
    related,
    requests_at_work,
    requests_of,
    shown_with_name,
    tellable,
    to_look_at,
    years,
)

__all__ = [
    "MOST", "Called", "all_articles", "at_work", "by_slug", "chain_of", "corrections_waiting", "for_case", "in_public", "lessons_of", "named", "newest", "of_clause",
    "of_organisation", "of_teacher", "related", "requests_at_work", "requests_of", "shown_with_name", "tellable", "to_look_at", "years",
]  # fmt: skip
