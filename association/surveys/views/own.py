"""To answer, once. Nothing about the answer is shown afterwards, to whoever gave it neither."""

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue

from association.kernel import clock, pace
from association.kernel.web import actor, allowed, back_to, decided_inside, opening, signed_in
from association.kernel.words import _
from association.surveys import actions, queries
from association.surveys.forms import answer_form
from association.surveys.models import SurveyState
from association.surveys.policy import P

bp = Blueprint("own_surveys", __name__, url_prefix="/my/surveys")
PER_MINUTE = 20


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """Those that wait for me."""
    return render_template("association/surveys/own.html", surveys=queries.own(actor(), clock.today()))


@bp.route("/<int:id>/", methods=["GET", "POST"])
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """The survey of one session (its number), or that it is answered or over."""
    survey = allowed(queries.of_session(id), P.ANSWER)
    mine = queries.attendee(survey, actor())
    is_over = survey.state is not SurveyState.OPEN or survey.closes_on < clock.today()
    has_answered = mine is not None and queries.has_answered(survey, mine)
    form = answer_form(survey, asks_number=mine is None)
    if not opening() and mine is None:  # a number could be guessed
        pace.count("surveys.answer", per_minute=PER_MINUTE)
    if form.accepts():
        actions.answer(survey, said=form.said, number=form.typed_number, actor=actor())
        flash(_("已收到，谢谢。回答不记名，也不能再改。"), "done")
        return back_to("own_surveys.index")
    return render_template(
        "association/surveys/answer.html", survey=survey, row=survey.session, form=form, is_over=is_over,
        has_answered=has_answered,
    )  # fmt: skip
