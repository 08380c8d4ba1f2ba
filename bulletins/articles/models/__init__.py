"""Tables of articles: the text made from a case file, the clauses it is found by, places passed on purpose, corrections, and what people ask."""

from bulletins.articles.models.article import (
    ArticleClause,
    ArticlePass,
    ArticleState,
    CaseArticle,
    SpokenClause,
)
from bulletins.articles.models.correction import ArticleCorrection, CorrectionState
from bulletins.articles.models.request import ArticleRequest, RequestState

__all__ = [
    "ArticleClause", "ArticleCorrection", "ArticlePass", "ArticleRequest", "ArticleState", "CaseArticle", "CorrectionState", "RequestState",
    "SpokenClause",
]  # fmt: skip
