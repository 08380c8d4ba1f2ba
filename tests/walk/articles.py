"""What fills the blanks of case articles."""

from collections.abc import Callable
from typing import Any

from bulletins.articles.models import (
    ArticleCorrection,
    ArticleRequest,
    ArticleState,
    CaseArticle,
    CorrectionState,
)

ID_OF = {
    "article_desk": "case_article", "article_desk.begin": "case_file", "article_desk.take_pass_back": "article_pass", "article_lessons": "case_article", "article_retention": "case_article",
    "article_correcting": "case_article", "article_correcting.answer": "article_request",
}  # fmt: skip
BLANKS = {
    ("articles.show", "slug"): "article_slug", ("articles.pdf", "slug"): "article_slug", ("article_asking.ask", "slug"): "article_slug",
    ("article_desk.pass_place", "field"): "article_field", ("article_desk.pass_place", "mark"): "article_mark",
}  # fmt: skip


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    public = first(CaseArticle, state=ArticleState.PUBLISHED)
    return {
        "case_article": {
            "public article": public.id,
            "article under review": first(CaseArticle, state=ArticleState.FIRST).id,
        },
        "article_slug": {"public article": public.slug},
        "case_article_correction": {
            "issued correction": first(ArticleCorrection, state=CorrectionState.ISSUED).id
        },
        "article_request": {"asked correction": first(ArticleRequest).id},
        "article_pass": {"no place passed": 0},
        "article_field": {"what happened": "happened"},
        "article_mark": {"no such place": "nowhere"},
    }
