"""After the issue: corrections, and taking over what went on in the case."""

from association.kernel import audit
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from bulletins.articles import effects, scanning
from bulletins.articles.labels import TEXTS
from bulletins.articles.models import ArticleCorrection, ArticleState, CaseArticle
from bulletins.articles.policy import P


def propose_correction(
    article: CaseArticle, *, field: str, before: str, after: str, because: str, actor: Actor
) -> ArticleCorrection:
    """What is to be read instead; the words must stand in that part, so that nobody corrects what is not there."""
    lock(article)
    require(actor, P.CORRECT, article)
    check_public(article)
    if before not in getattr(article, field):
        raise Refused(_("“%(part)s”里没有这些文字，请照原文填写。", part=str(TEXTS[field])), field="before")
    if scanning.of_text(article.case, because):
        raise Refused(_("理由是公开的，不能有个人信息和单位的名称。"), field="because")
    correction = ArticleCorrection(
        article=article, article_id=article.id, field=field, before=before, after=after, because=because
    )
    session.add(correction)
    audit.record("propose_article_correction", correction, actor=actor, reason=because)
    return correction


def follow_up(article: CaseArticle, *, statement: str, put_right: str, actor: Actor) -> None:
    """Show what was added in the case since the issue, without what tells of people; or note that there is nothing to add."""
    lock(article)
    require(actor, P.CORRECT, article)
    check_public(article)
    article.statement, article.put_right, article.due = statement, put_right, ""
    if (why := scanning.sentence(article)) is not None:
        raise Refused(why, field="statement")
    audit.record("follow_up", article, actor=actor)
    effects.show(article)


def check_public(article: CaseArticle) -> None:
    if article.state is not ArticleState.PUBLISHED:
        raise Refused(_("只能更正已发布的案例。"))
