"""Whom to ask: a proposal for the whole queue, and one work by hand."""

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue

from association.kernel import steps
from association.kernel.forms import ButtonForm
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _
from association.review import actions, explaining, queries, queue
from association.review.forms import AssignForm
from association.review.models import WorkReview
from association.review.policy import P
from association.review.views.desk import crumbs
from association.review.workflow import REVIEW

bp = Blueprint("review_assigning", __name__, url_prefix="/desk/reviews")


@bp.route("/assign/", methods=["GET", "POST"])
@needs(P.ASSIGN)
def index() -> ResponseReturnValue:
    """The queue with a proposal for each work, pair by pair in words."""
    waiting = queue.waiting()
    form = ButtonForm()
    if form.accepts():
        done = actions.assign_all(actor=actor())
        flash(_("已指定%(n)d部作品的专家，并写信请他们声明。", n=done), "done")
        return back_to("review_assigning.index")
    proposals = waiting.proposals()
    rows = [
        (
            review,
            [(waiting.experts[p.candidate], explaining.reasons(p)) for p in proposals[review.id].pairs],
            proposals[review.id].short,
            explaining.shortage(waiting, review) if proposals[review.id].short else "",
        )
        for review in waiting.reviews
        if can(actor(), P.ASSIGN, review)
    ]
    return render_template(
        "association/review/assign_all.html", rows=rows, form=form, crumbs_=crumbs(), seats=queries.seats, ready=any(not row[2] for row in rows)
    )  # fmt: skip


@bp.route("/<int:id>/assign/", methods=["GET", "POST"])
@decided_inside
def assign(id: int) -> ResponseReturnValue:  # noqa: A002
    """Everybody of the pool with why or why not; the proposal is ticked."""
    review = find(WorkReview, id, P.ASSIGN)
    steps.ready(REVIEW, "assign", review)
    waiting = queue.waiting()
    proposal = waiting.proposals().get(id)
    pairs = {pair.candidate: pair for pair in proposal.pairs} if proposal else {}
    listed = [
        (person_id, expert, explaining.why_not(waiting, review, person_id), explaining.reasons(pairs.get(person_id) or waiting.pair(review, person_id)))
        for person_id, expert in waiting.experts.items()
    ] if proposal else []  # fmt: skip
    form = AssignForm(data={"people": list(pairs)})
    form.people.choices = [
        (person_id, expert.name) for person_id, expert, why_not, _r in listed if not why_not
    ]
    if form.accepts():
        actions.assign(review, people=form.people.data or [], reason=form.reason.data or "", actor=actor())
        flash(_("已指定，并写信请专家声明有无利害关系。"), "done")
        return back_to("review_desk.show", id=id)
    return render_template(
        "association/review/assign.html", review=review, form=form, crumbs_=crumbs(review), seats=queries.seats(review.genre),
        rows=sorted(listed, key=lambda row: (row[0] not in pairs, bool(row[2]), row[0])),
        short=proposal.short if proposal else 0, why=explaining.shortage(waiting, review) if proposal and proposal.short else "",
    )  # fmt: skip
