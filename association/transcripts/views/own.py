"""One's own transcript."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel.forms import ButtonForm
from association.kernel.web import actor, back_to, signed_in
from association.kernel.words import _
from association.transcripts import actions, queries

bp = Blueprint("own_transcript", __name__, url_prefix="/my/training/transcript")


@bp.route("/", methods=["GET", "POST"])
@signed_in
def show() -> ResponseReturnValue:
    """What I have completed; the button draws it up as a sealed PDF."""
    form, person = ButtonForm(), actor().person_id
    if form.accepts():
        actions.draw_up(actor=actor())
        flash(_("已开具。PDF由系统生成，稍后可以下载。"), "done")
        return back_to("own_transcript.show")
    enrolments = queries.certified_of(person) if person is not None else []
    return render_template(
        "association/transcripts/own.html", form=form, enrolments=enrolments, newest=queries.newest_of(person) if person else None,
        hours=sum(e.session.course.hours for e in enrolments), back=url_for("own_training.index"),
    )  # fmt: skip
