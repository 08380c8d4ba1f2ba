"""The expert's room: what one was asked to teach, and the lesson."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel.lists import Column, Listing
from association.kernel.web import actor, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _, _l
from bulletins.articles import actions, queries
from bulletins.articles.forms import LessonForm
from bulletins.articles.labels import LABELS, TEXTS
from bulletins.articles.models import CaseArticle
from bulletins.articles.policy import P
from bulletins.cases.queries import public

bp = Blueprint("article_lessons", __name__, url_prefix="/review/lessons")

COLUMNS = (
    Column("title", LABELS["title"], lambda a: a.title),
    Column("lesson_by", _l("交稿期限"), lambda a: a.lesson_by),
    Column("state", _l("状态"), lambda a: str(a.state.label)),
)


def page_of(article: CaseArticle) -> str:
    return url_for("article_lessons.show", id=article.id)


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """What one was asked for."""
    listing = Listing(
        queries.of_teacher(actor().account_id or 0), columns=COLUMNS, url_of=page_of,
        orders={"newest": (_l("最近约请"), (CaseArticle.id.desc(),))},
    )  # fmt: skip
    return listing.answer("bulletins/articles/lessons.html")


@bp.route("/<int:id>/", methods=["GET", "POST"])
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What will be read in public, without who it is about, and the lesson."""
    article = find(CaseArticle, id, P.TEACH)
    if not opening():
        actions.check_draft(article)
    form = LessonForm(
        data={"lesson": article.lesson, "shows_teacher": article.shows_teacher} if opening() else None
    )
    if form.accepts():
        actions.teach(
            article, lesson=form.lesson.data or "", shows_teacher=bool(form.shows_teacher.data), actor=actor()
        )
        flash(_("已交给编辑。"), "done")
        return back_to("article_lessons.show", id=id)
    return render_template(
        "bulletins/articles/lesson.html", form=form, article=article, texts=TEXTS, charges=public.found(article.case) or article.case.charges,
        crumbs_=[(_("我的以案说法"), url_for("article_lessons.index")), (article.title, None)],
    )  # fmt: skip
