"""The studio's pages: hand in, follow, read the report, answer it point by point."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import documents, steps
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, allowed, back_to, decided_inside, find, find_by, needs, opening
from association.kernel.words import _
from association.review import actions, queries, settings
from association.review.effects import REPORT
from association.review.forms import AnswerForm, AnswerPointForm, ResubmitForm, SubmitForm
from association.review.labels import LABELS
from association.review.models import Genre, Reply, ReviewPoint, ReviewState, WorkReview
from association.review.policy import P
from association.review.views.desk import page_of
from association.review.workflow import REVIEW

bp = Blueprint("own_reviews", __name__, url_prefix="/my/reviews")


def crumbs(review: WorkReview | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("我的"), url_for("my.index")),
        (_("作品评议"), url_for("own_reviews.index")),
    ]
    return trail if review is None else [*trail, (review.called, url_for("own_reviews.show", id=review.id))]


def _ids() -> list[int]:
    return actor().ids("organisation", "clerk", "signer")


@bp.get("/")
@needs(P.SUBMIT)
def index() -> ResponseReturnValue:
    """All reviews of the organisations one acts for."""
    return render_template(
        "association/review/own.html",
        reviews=queries.of_organisations(_ids()),
        labels=LABELS,
        works=queries.to_submit(_ids()),
    )


@bp.route("/submit/", methods=["GET", "POST"])
@needs(P.SUBMIT)
def submit() -> ResponseReturnValue:
    """A work on the register, its newest version."""
    free = {work.id: work for work in queries.to_submit(_ids())}
    form = SubmitForm()
    form.work.choices = [(work.id, f"{work.title}（{work.organisation.name}）") for work in free.values()]
    if not free and opening():
        return render_template("association/review/nothing.html", crumbs_=crumbs())
    if form.accepts():
        review = actions.submit(
            free[form.work.data], genre=Genre(form.genre.data), wish=form.wish.data or "", actor=actor()
        )
        flash(_("已提交。受理、退回和报告都会写信告知。"), "done")
        return back_to("own_reviews.show", id=review.id)
    return form_page(
        form, heading=_("提交作品，请专家评议"), button=_("提交"), back=url_for("own_reviews.index"), crumbs=crumbs(),
        lede=_("提交的是最新版本；提交后这个版本不能再改。专家的意见供创作参考，不是审查结论，也不代替备案和许可。"),
    )  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Where it stands, and the reports."""
    review = find(WorkReview, id, P.SEE_OWN)
    rounds = queries.issued_rounds(review)
    pages = {deed: url_for(f"own_reviews.{deed}", id=id) for deed in ("resubmit", "answer")}
    return render_template(
        "association/review/own_review.html", review=review, rounds=rounds, labels=LABELS, crumbs_=crumbs(), most=settings.rounds(),
        may_answer=review.state is ReviewState.REPORTED and can(actor(), P.OWN, review), provisional=queries.is_provisional(review),
        buttons=steps.buttons(REVIEW, review, endpoint="own_reviews.step_work_review", own_pages=pages),
    )  # fmt: skip


steps.add_steps(bp, WorkReview, REVIEW, see=P.READ, page_of=page_of, title_of=lambda r: r.called)


@bp.route("/<int:id>/resubmit/", methods=["GET", "POST"])
@decided_inside
def resubmit(id: int) -> ResponseReturnValue:  # noqa: A002
    """With what the work holds now."""
    review = find(WorkReview, id, P.OWN)
    steps.ready(REVIEW, "resubmit", review)
    form = ResubmitForm(data={"wish": review.wish})
    if form.accepts():
        actions.resubmit(review, wish=form.wish.data or "", actor=actor())
        flash(_("已重新提交。"), "done")
        return back_to("own_reviews.show", id=id)
    return form_page(
        form, heading=_("补正后重新提交"), button=_("重新提交"), back=page_of(review), crumbs=crumbs(review),
        lede=_("退回的理由：%(why)s", why=review.returned_because),
    )  # fmt: skip


@bp.route("/points/<int:id>/", methods=["GET", "POST"])
@decided_inside
def answer_point(id: int) -> ResponseReturnValue:  # noqa: A002
    """The answer to one point."""
    point = session.get(ReviewPoint, id)
    review = allowed(point.round if point else None, P.READ_REPORT).review
    assert point is not None  # noqa: S101 - its round was allowed
    allowed(review, P.OWN)
    if opening() and review.state is not ReviewState.REPORTED:
        raise Refused(_("现在不是答复这份报告的时候。"))
    form = AnswerPointForm(data={"reply": point.reply.value if point.reply else None, "answer": point.answer})
    if form.accepts():
        actions.answer_point(
            point, reply=Reply(form.reply.data), answer=form.answer.data or "", actor=actor()
        )
        flash(_("已保存这一条答复。"), "done")
        return back_to("own_reviews.show", id=review.id)
    return form_page(
        form, heading=_("答复第%(n)d条", n=point.number), button=_("保存"), back=page_of(review), crumbs=crumbs(review),
        lede=f"{point.fact}　{point.proposal}",
    )  # fmt: skip


@bp.route("/<int:id>/answer/", methods=["GET", "POST"])
@decided_inside
def answer(id: int) -> ResponseReturnValue:  # noqa: A002
    """All points answered: hand the answer in."""
    review = find(WorkReview, id, P.OWN)
    steps.ready(REVIEW, "answer", review)
    form = AnswerForm()
    if form.accepts():
        actions.answer(review, with_version=bool(form.with_version.data), actor=actor())
        flash(_("已提交答复。"), "done")
        return back_to("own_reviews.show", id=id)
    last = review.round >= settings.rounds()
    return form_page(
        form, heading=_("提交答复"), button=_("提交答复"), back=page_of(review), crumbs=crumbs(review),
        lede=_("这是最后一轮，新版本只存档，不再复核。") if last else _("提交后不能再改。"),
    )  # fmt: skip


@bp.get("/<int:id>/report/<int:number>/document.pdf")
@decided_inside
def pdf(id: int, number: int) -> ResponseReturnValue:  # noqa: A002
    """The report on paper."""
    round_ = find_by(queries.round_of(id, number), P.READ_REPORT)
    return documents.answer(documents.document_of(round_, REPORT))
