"""Asking that something be put right, and the answer."""

from association.kernel import audit, clock, mail_address, working_days
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from bulletins.articles import letters
from bulletins.articles.actions.afterwards import check_public
from bulletins.articles.models import ArticleRequest, CaseArticle, RequestState
from bulletins.articles.policy import P
from bulletins.articles.settings import how_many


def ask(
    article: CaseArticle, *, what: str, who: str, email: str, language: str, actor: Actor
) -> ArticleRequest:
    """By anybody; answered within days. Whoever has an account need not say where the answer goes."""
    require(actor, P.READ, article)
    check_public(article)
    if not email and actor.account_id is None:
        raise Refused(_("请写明答复送到哪里。"), field="email")
    address = mail_address.normal(email) if email else ""
    if address is None:
        raise Refused(_("这不是一个邮箱地址。"), field="email")
    request = ArticleRequest(
        article=article, article_id=article.id, what=what, who=who, email=address, language=language, account_id=actor.account_id,
        due_on=working_days.add(clock.today(), how_many("answer_days")).on,
    )  # fmt: skip
    session.add(request)
    audit.record("ask_correction", request, actor=actor)
    letters.correction_asked(request)
    return request


def answer(request: ArticleRequest, *, accepted: bool, words: str, actor: Actor) -> None:
    """With reasons, by letter. What is accepted is then put right through a correction."""
    lock(request)
    require(actor, P.ANSWER, request)
    if request.state is not RequestState.RECEIVED:
        raise Refused(_("已经答复过。"))
    request.state = RequestState.ACCEPTED if accepted else RequestState.DECLINED
    request.answer, request.answered_at = words, clock.now()
    audit.record("answer_correction", request, actor=actor, reason=words)
    letters.answered(request)
