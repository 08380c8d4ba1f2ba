"""Who the respondent is, as far as it may be said today. The only door to the name: the article's own texts never hold it."""

from association.kernel.words import _
from association.organisations.models import Kind, Organisation
from bulletins.articles.models import ArticleState, CaseArticle
from bulletins.cases.models import CaseFile
from bulletins.cases.queries import public


def named(article: CaseArticle) -> Organisation | None:
    """The organisation, on the days on which the case is shown with its name; else None. `queries.named` says the same in SQL."""
    if article.state is not ArticleState.PUBLISHED or not public.may_be_named(article.case):
        return None
    return article.case.organisation


def called(article: CaseArticle) -> str:
    """The name while it may be said, else what kind of organisation it is."""
    organisation = named(article)
    return organisation.name if organisation is not None else anonymous(article)


def anonymous(article: CaseArticle) -> str:
    kind = article.party or party_of(article.case)
    return _("一家%(kind)s（名称不公开）", kind=str(kind.label)) if kind else _("一家单位（名称不公开）")


def party_of(case: CaseFile) -> Kind | None:
    """What kind of organisation it is; of several, the first of the table's order."""
    kinds = set(case.organisation.kinds)
    return next((kind for kind in Kind if kind in kinds), None)
