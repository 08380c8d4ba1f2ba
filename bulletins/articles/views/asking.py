"""Anybody asks that something in an article be put right."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel import pace
from association.kernel.errors import Unknown
from association.kernel.pages import form_page
from association.kernel.rendering import choose_locale
from association.kernel.web import actor, back_to, find_by, opening, public
from association.kernel.words import _
from bulletins.articles import actions, queries
from bulletins.articles.forms import AskForm
from bulletins.articles.models import ArticleState
from bulletins.articles.policy import P
from bulletins.articles.settings import how_many

bp = Blueprint("article_asking", __name__, url_prefix="/cases")
PER_MINUTE = 5


@bp.route("/<slug>/ask/", methods=["GET", "POST"])
@public
def ask(slug: str) -> ResponseReturnValue:
    """What is wrong, and where the answer goes."""
    article = find_by(queries.by_slug(slug), P.READ)
    if article.state is not ArticleState.PUBLISHED:
        raise Unknown
    form = AskForm()
    if not opening():
        pace.count("articles.ask", per_minute=PER_MINUTE)
    if form.accepts():
        actions.ask(
            article, what=form.what.data or "", who=form.who.data or "", email=form.email.data or "",
            language="en" if choose_locale() == "en" else "zh", actor=actor(),
        )  # fmt: skip
        flash(_("已收到，协会会在%(n)d个工作日内答复。", n=how_many("answer_days")), "done")
        return back_to("articles.show", slug=slug)
    return form_page(
        form, heading=_("请求更正：%(title)s", title=article.title), button=_("提交"), back=url_for("articles.show", slug=slug),
        crumbs=[(_("典型案例"), url_for("articles.index")), (article.number, url_for("articles.show", slug=slug))],
        lede=_("案例里写到的单位和人、知道实情的人，都可以提出。%(n)d个工作日内答复；确有不对的，公开更正。", n=how_many("answer_days")),
    )  # fmt: skip
