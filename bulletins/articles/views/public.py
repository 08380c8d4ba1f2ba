"""What everybody reads: the list, an article, the article on paper, and why one is gone."""

from flask import Blueprint, current_app, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, documents
from association.kernel.errors import Unknown
from association.kernel.policy import can
from association.kernel.settings import Settings
from association.kernel.web import actor, find_by, public
from association.organisations.models import Organisation
from bulletins.articles import naming, queries
from bulletins.articles.effects import address
from bulletins.articles.labels import LABELS, TEXTS
from bulletins.articles.models import ArticleState, CaseArticle, CorrectionState
from bulletins.articles.policy import P
from bulletins.articles.views import figures
from bulletins.articles.views.listed import chosen, count, is_cut, listed, measures, narrowed, said
from bulletins.articles.views.telling import told

bp = Blueprint("articles", __name__, url_prefix="/cases")


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Everything issued, the newest first."""
    listing = listed()
    return listing.answer(
        "bulletins/articles/index.html", counted=lambda: count(listing), called=naming.called, named=naming.named, measures=measures(),
        months=lambda: figures.by_month(narrowed(listing)), figures_url=url_for("articles.in_figures", **chosen(listing)),
        is_cut=lambda: is_cut(listing), most=queries.MOST,
    )  # fmt: skip


@bp.get("/figures/")
@public
def in_figures() -> ResponseReturnValue:
    """The same set in charts, each with its table."""
    listing = listed()
    count(listing)
    rows = narrowed(listing)
    return render_template(
        "bulletins/articles/figures.html", listing=listing, labels=LABELS, chosen=said(listing), list_url=url_for("articles.index", **chosen(listing)),
        months=figures.by_month(rows), spans=figures.by_span(rows), faults=figures.by_facet(listing, "fault"),
        measured=figures.by_facet(listing, "measure"),
    )  # fmt: skip


@bp.get("/<slug>/")
@public
def show(slug: str) -> ResponseReturnValue:
    """An article as it stands today; of one that is gone, why (410)."""
    article = find_by(queries.by_slug(slug), P.READ)
    may_read_file = can(actor(), P.READ_FILE, article)
    if article.state is not ArticleState.PUBLISHED:
        return render_template(
            "bulletins/articles/gone.html", article=article, may_read_file=may_read_file
        ), 410
    return page(article, named=naming.named(article))


def page(article: CaseArticle, *, named: Organisation | None, preview: str = "") -> str:
    """As it reads with or without the name; `preview` says on which day, to the desk."""
    return render_template(
        "bulletins/articles/show.html", article=article, case=article.case, labels=LABELS, texts=TEXTS, named=named, preview=preview,
        anonymous=naming.anonymous(article), chain=queries.chain_of(article), related=queries.related(article),
        may_read_file=can(actor(), P.READ_FILE, article), corrections=[c for c in article.corrections if c.state is CorrectionState.ISSUED],
        today=clock.today(), permanent=address_in_full(article), **told(article),
    )  # fmt: skip


def address_in_full(article: CaseArticle) -> str:
    """For citations: where it stands for good."""
    settings: Settings = current_app.extensions["settings"]
    return settings.base_url + address(article)


@bp.get("/<slug>/document.pdf")
@public
def pdf(slug: str) -> ResponseReturnValue:
    """On paper: without the name, because what people keep cannot be called back."""
    article = find_by(queries.by_slug(slug), P.READ)
    if article.state is not ArticleState.PUBLISHED:
        raise Unknown
    return documents.answer(documents.document_of(article, "case_article"), public=True)
