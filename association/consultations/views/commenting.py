"""Handing in a comment, and proving a visitor's address."""

from typing import Any

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.consultations import actions, proofs, texts
from association.consultations.actions.commenting import check_open
from association.consultations.forms import AccountCommentForm, CommentForm, ProofForm, VisitorCommentForm
from association.consultations.models import Consultation
from association.consultations.policy import P
from association.consultations.views.public import address, found
from association.kernel.day_words import is_english
from association.kernel.errors import Unknown
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, needs, opening, public
from association.kernel.words import _

bp = Blueprint("commenting", __name__, url_prefix="/consultations")


@bp.route("/<slug>/comment/", methods=["GET", "POST"])
@bp.route("/<slug>/comment/<path>/", methods=["GET", "POST"])
@needs(P.COMMENT)
def comment(slug: str, path: str = "") -> ResponseReturnValue:
    """Say something of a clause, or of the whole."""
    consultation = found(slug)
    clause = texts.clause_of(consultation.edition, path)
    if clause is None:
        raise Unknown
    if opening():
        check_open(consultation)
    form = _form(clause)
    if form.accepts():
        typed: dict[str, Any] = form.values
        said = actions.comment(
            consultation, path=path, language="en" if is_english() else "zh", machine=request.remote_addr or "",
            actor=actor(), **{"proposed": ""} | typed,
        )  # fmt: skip
        if said.number is None:
            return back_to("commenting.sent", slug=slug)
        flash(_("意见已收到，编号%(n)d。经查看后公开，回执已写信给你。", n=said.number), "done")
        return back_to("own_comments.index")
    return render_template(
        "association/consultations/comment.html", form=form, consultation=consultation, clause=clause
    )


def _form(clause: texts.Clause) -> CommentForm:
    """The form of whoever asks; a wording can be proposed for a clause only."""
    filled = {"proposed": clause.text}
    form = (
        VisitorCommentForm(data=filled)
        if actor().is_visitor
        else AccountCommentForm(actor=actor(), data=filled)
    )
    if not clause.path:
        del form.proposed
        form.body.description = _("请不要写手机号、身份证号等个人信息；意见经查看后公开。")
        form.body.flags.required = True
    return form


@bp.get("/<slug>/sent/")
@public
def sent(slug: str) -> ResponseReturnValue:
    """What a visitor does next; the same page whatever happened to the address before."""
    consultation: Consultation = found(slug)
    return render_template("association/consultations/sent.html", consultation=consultation)


@bp.route("/prove/<token>/", methods=["GET", "POST"])
@needs(P.COMMENT)
def prove(token: str) -> ResponseReturnValue:
    """Opening the link changes nothing (mail programs open links); the button proves."""
    form = ProofForm()
    proof = proofs.find(token)
    form.offer(proof.comments if proof else [])
    if form.accepts():
        theirs = actions.prove(token, chosen=form.chosen.data or [], actor=actor())
        flash(_("已确认%(n)d条意见，经查看后公开。回执和以后的答复都寄到你的邮箱。", n=len(theirs)), "done")
        return back_to("consultations.show", slug=theirs[0].consultation.slug)
    if proof is None:
        return render_template("association/consultations/dead_link.html", form=form), 410
    return form_page(
        form, heading=_("确认是你的意见"), button=_("确认"), back=url_for("consultations.index"),
        crumbs=[(_("征求意见"), url_for("consultations.index")), (proof.comments[0].consultation.title, address(proof.comments[0].consultation))],
        lede=_("有人用你的邮箱提出了下面的意见。是你提的请确认；不是的不要勾选，它们会被删除。"),
    )  # fmt: skip
