"""After the issue: corrections, what was added in the case, answers to those who ask."""

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue

from association.kernel import steps
from association.kernel.errors import Refused
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from bulletins.articles import actions
from bulletins.articles.actions.afterwards import check_public
from bulletins.articles.forms import AnswerForm, CorrectionForm, FollowForm
from bulletins.articles.models import ArticleCorrection, ArticleRequest, CaseArticle, RequestState
from bulletins.articles.policy import P
from bulletins.articles.views.desk import crumbs, page_of
from bulletins.articles.workflow import CORRECTION

bp = Blueprint("article_correcting", __name__, url_prefix="/desk/articles")

steps.add_steps(
    bp, ArticleCorrection, CORRECTION, see=P.READ_FILE, page_of=lambda c: page_of(c.article), title_of=lambda c: c.article.title
)  # fmt: skip


@bp.route("/<int:id>/correct/", methods=["GET", "POST"])
@decided_inside
def correct(id: int) -> ResponseReturnValue:  # noqa: A002
    """Propose a correction; another signs it."""
    article = find(CaseArticle, id, P.CORRECT)
    if opening():
        check_public(article)
    form = CorrectionForm()
    form.offer(article)
    if form.accepts():
        actions.propose_correction(article, **form.values, actor=actor())
        flash(_("已提出更正，等待签发。"), "done")
        return back_to("article_desk.show", id=id)
    return form_page(
        form, heading=_("更正案例"), button=_("提出更正"), back=page_of(article), crumbs=crumbs(article),
        lede=_("签发以后，正文照此改正，案例后面列一条有日期的更正记录。"),
    )  # fmt: skip


@bp.route("/<int:id>/follow-up/", methods=["GET", "POST"])
@decided_inside
def follow_up(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was added in the case since."""
    article = find(CaseArticle, id, P.CORRECT)
    if opening():
        check_public(article)
    case = article.case
    form = FollowForm(
        data={"statement": case.statement, "put_right": case.carried_out} if opening() else None
    )
    if form.accepts():
        actions.follow_up(article, **form.values, actor=actor())
        flash(_("已补记。"), "done")
        return back_to("article_desk.show", id=id)
    return form_page(
        form, heading=_("补记案件的后续"), button=_("补记"), back=page_of(article), crumbs=crumbs(article),
        lede=_("下面是案卷里现在的内容。有别人的个人信息的，遮住以后才能公开。"),
    )  # fmt: skip


@bp.route("/requests/<int:id>/answer/", methods=["GET", "POST"])
@decided_inside
def answer(id: int) -> ResponseReturnValue:  # noqa: A002
    """Answer somebody who asked for a correction."""
    request = find(ArticleRequest, id, P.ANSWER)
    if opening() and request.state is not RequestState.RECEIVED:
        raise Refused(_("已经答复过。"))
    form = AnswerForm()
    if form.accepts():
        actions.answer(
            request, accepted=form.accepted.data == "yes", words=form.words.data or "", actor=actor()
        )
        flash(_("已答复。"), "done")
        return back_to("article_desk.show", id=request.article_id)
    return form_page(
        form,
        heading=_("答复更正请求"),
        button=_("答复"),
        back=page_of(request.article),
        crumbs=crumbs(request.article),
        lede=request.what,
    )
