"""Staff: one comment, its answer, the clause it is about, what it changed."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.consultations import actions, queries, texts
from association.consultations.actions.answering import check_answerable
from association.consultations.forms import AnswerForm, ReassignForm
from association.consultations.labels import LABELS
from association.consultations.models import Comment, CommentChange
from association.consultations.naming import NamedClauseForm
from association.consultations.policy import P
from association.consultations.workflow import COMMENT
from association.kernel import history, steps
from association.kernel.errors import Unknown
from association.kernel.forms import ButtonForm
from association.kernel.pages import Crumb, form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _

bp = Blueprint("consultation_comments", __name__, url_prefix="/desk/consultations/comments")


def page_of(comment: Comment) -> str:
    return url_for("consultation_comments.show", id=comment.id)


def title_of(comment: Comment) -> str:
    return _("%(title)s第%(n)d条意见", title=comment.consultation.title, n=comment.number or 0)


def _crumbs(comment: Comment) -> list[Crumb]:
    consultation = comment.consultation
    return [
        (consultation.title, url_for("consultation_desk.show", id=consultation.id)),
        (_("第%(n)d条意见", n=comment.number or 0), page_of(comment)),
    ]


steps.add_steps(bp, Comment, COMMENT, see=P.READ_FILE, page_of=page_of, title_of=title_of)


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was said, by whom, what became of it."""
    comment = find(Comment, id, P.READ_FILE)
    if comment.number is None:
        raise Unknown
    return render_template(
        "association/consultations/one.html",
        comment=comment,
        consultation=comment.consultation,
        labels=LABELS,
        changes=queries.changes_of(comment),
        may_link=can(actor(), P.ANSWER, comment),
        may_answer=can(actor(), P.ANSWER, comment) and not comment.consultation.is_over,
        buttons=steps.buttons(COMMENT, comment, endpoint="consultation_comments.step_consultation_comment"),
        lines=history.panel(comment, labels=LABELS, reveal=can(actor(), P.LOOK, comment)),
    )


@bp.route("/<int:id>/answer/", methods=["GET", "POST"])
@decided_inside
def answer(id: int) -> ResponseReturnValue:  # noqa: A002
    """Taken, partly, not taken, out of scope, and why."""
    comment = find(Comment, id, P.ANSWER)
    if opening():
        check_answerable(comment.consultation)
    form = AnswerForm(data={"outcome": comment.outcome, "because": comment.answer})
    if form.accepts():
        actions.answer(comment, outcome=form.outcome.data, because=form.because.data or "", actor=actor())
        flash(_("已答复，办结时公布并写信告知提出人。"), "done")
        return back_to("consultation_comments.show", id=id)
    return render_template(
        "association/consultations/answer.html", form=form, comment=comment, crumbs=_crumbs(comment)
    )


@bp.route("/<int:id>/reassign/", methods=["GET", "POST"])
@decided_inside
def reassign(id: int) -> ResponseReturnValue:  # noqa: A002
    """The clause it is really about."""
    comment = find(Comment, id, P.ANSWER)
    form = ReassignForm(data={"path": comment.path})
    form.path.choices = texts.choices(comment.consultation.edition)
    if form.accepts():
        actions.reassign(comment, path=form.path.data or "", actor=actor())
        flash(_("已改归%(place)s。", place=comment.place), "done")
        return back_to("consultation_comments.show", id=id)
    return form_page(
        form, heading=_("改归其他条款"), button=_("改归"), back=page_of(comment), crumbs=_crumbs(comment),
        lede=_("意见的文字不变，只改它列在哪一条之下。"),
    )  # fmt: skip


@bp.route("/<int:id>/changes/", methods=["GET", "POST"])
@decided_inside
def link(id: int) -> ResponseReturnValue:  # noqa: A002
    """The clause of a later edition it changed."""
    comment = find(Comment, id, P.ANSWER)
    form = NamedClauseForm()
    editions = texts.later_editions(comment.consultation.edition)
    form.offer(editions)
    if form.accepts():
        edition, path = form.named()
        change = actions.link_change(comment, edition=edition, path=path, actor=actor())
        flash(_("已登记：这条意见改了%(clause)s。", clause=change.clause), "done")
        return back_to("consultation_comments.show", id=id)
    return form_page(
        form, heading=_("登记意见改了哪一条"), button=_("登记"), back=page_of(comment), crumbs=_crumbs(comment),
        lede=_("公布答复后，新版本的这一条旁边会注明依据了这条意见。")
        if editions
        else _("这份文本还没有之后的版本，有了再来登记。"),
    )  # fmt: skip


@bp.route("/changes/<int:id>/remove/", methods=["GET", "POST"])
@decided_inside
def unlink(id: int) -> ResponseReturnValue:  # noqa: A002
    """The note was a mistake."""
    change = find(CommentChange, id, P.ANSWER)
    comment = change.comment
    form = ButtonForm()
    if form.accepts():
        actions.unlink_change(change, actor=actor())
        flash(_("已删去。"), "done")
        return back_to("consultation_comments.show", id=comment.id)
    return form_page(
        form, heading=_("删去“改了%(clause)s”", clause=change.clause), button=_("删去"), back=page_of(comment),
        crumbs=_crumbs(comment), danger=True,
    )  # fmt: skip
