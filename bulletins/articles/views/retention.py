"""How long each name is still shown, and how an article reads on the day after."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from association.kernel.day_words import day_words
from association.kernel.errors import Unknown
from association.kernel.lists import Column, Listing
from association.kernel.web import decided_inside, find, needs
from association.kernel.words import _, _l
from bulletins.articles import naming, queries
from bulletins.articles.labels import LABELS
from bulletins.articles.models import CaseArticle
from bulletins.articles.policy import P
from bulletins.articles.views.desk import crumbs
from bulletins.articles.views.public import page
from bulletins.cases.models import CaseFile, CasePublicity

bp = Blueprint("article_retention", __name__, url_prefix="/desk/articles")

COLUMNS = (
    Column("number", LABELS["number"], lambda a: a.number),
    Column("title", LABELS["title"], lambda a: a.title),
    Column("name", _l("当事方"), lambda a: a.case.organisation.name),
    Column("until_on", _l("名称显示到"), lambda a: a.case.publicity.until_on),
)


@bp.get("/names/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """Those in which somebody is named today, by the day on which the name leaves."""
    rows = queries.shown_with_name().join(CaseArticle.case).join(CaseFile.publicity)
    listing = Listing(
        rows, columns=COLUMNS, url_of=lambda a: url_for("article_retention.after", id=a.id),
        orders={"soonest": (_l("最早撤下"), (CasePublicity.until_on, CaseArticle.id))},
    )  # fmt: skip
    return listing.answer("bulletins/articles/names.html", crumbs_=crumbs(), anonymous=naming.anonymous)


@bp.get("/<int:id>/after/")
@decided_inside
def after(id: int) -> ResponseReturnValue:  # noqa: A002
    """The article as it will read when the name has left."""
    article = find(CaseArticle, id, P.READ_FILE)
    publicity = article.case.publicity
    if article.slug is None or publicity is None:
        raise Unknown
    told = _("这是%(day)s以后读者看到的样子：名称已经撤下，其余不变。", day=day_words(publicity.until_on))
    return page(article, named=None, preview=told)
