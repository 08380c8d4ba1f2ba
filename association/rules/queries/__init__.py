"""Named reads of documents, editions, clauses, mappings and citations."""

from association.rules.queries.citing import citations_of, citing_by_clause
from association.rules.queries.clauses import (
    clause_at,
    clauses_of,
    descent_of,
    mappings,
    mappings_of,
    marks_of,
    ways,
)
from association.rules.queries.descent import lines_between, provisions_changed
from association.rules.queries.documents import (
    LATEST,
    before,
    by_number,
    by_slug,
    by_title,
    chain_to,
    citable,
    drafts,
    edition_by_slug,
    editions_of,
    editions_of_many,
    in_force_on,
    in_public,
    newest_of,
    read_of,
    same_text,
    tree,
)

__all__ = [
    "LATEST", "before", "by_number", "by_slug", "by_title", "chain_to", "citable", "citations_of", "citing_by_clause", "clause_at", "clauses_of", "descent_of", "drafts", "edition_by_slug",
    "editions_of", "editions_of_many", "in_force_on", "in_public", "lines_between", "mappings", "mappings_of", "marks_of", "newest_of", "provisions_changed", "read_of", "same_text",
    "tree", "ways",
]  # fmt: skip
