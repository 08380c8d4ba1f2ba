"""Marking, for teachers of the course: papers carry a number, no name and no organisation."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.exams import queries
from association.exams.forms import mark_form
from association.exams.models import QuestionKind, Sitting, SittingState
from association.exams.policy import P
from association.exams.workflow import SITTING
from association.kernel import clock, steps
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _

bp = Blueprint("exam_marking", __name__, url_prefix="/review/exams")


@bp.get("/")
@needs(P.MARK)
def index() -> ResponseReturnValue:
    """What I may mark; papers of people I am tied to, and appeals against my own marks, are a colleague's."""
    papers = [s for s in queries.to_mark(actor(), clock.today()) if can(actor(), P.MARK, s)]
    return render_template("association/exams/marking.html", papers=SITTING.turns_of(actor(), papers))


@bp.route("/<int:id>/", methods=["GET", "POST"])
@decided_inside
def paper(id: int) -> ResponseReturnValue:  # noqa: A002
    """Written answers; of a paper under appeal every answer, and why it should be looked at again."""
    sitting = find(Sitting, id, P.MARK)
    is_appeal = sitting.state is SittingState.APPEALED
    deed = "review" if is_appeal else "mark"
    steps.ready(SITTING, deed, sitting)
    items = queries.items_of(sitting)
    marked = items if is_appeal else [i for i in items if i.question.kind is QuestionKind.WRITTEN and i.is_answered]  # fmt: skip
    step = SITTING.by_deed[deed]
    form = mark_form(marked, reason=step.reason)
    if form.accepts():
        reason = form.values.get("reason", "")
        SITTING.take(deed, sitting, actor=actor(), reason=reason, marks=form.marks)
        flash(_("已评阅，结果已写信告知本人。"), "done")
        return back_to("exam_marking.index")
    return render_template(
        "association/exams/mark.html", sitting=sitting, items=marked, form=form, step=step, is_appeal=is_appeal,
        back=url_for("exam_marking.index"),
    )  # fmt: skip
