"""Checking a contract against the model clauses: pasted or uploaded and forgotten, or by a short list whose address is the answer."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from association.kernel import clock, pace
from association.kernel.web import public
from mcn.contracts import checking, queries, reading
from mcn.contracts.forms import ANSWERS, CheckForm
from mcn.contracts.models import Outcome

bp = Blueprint("contract_check", __name__, url_prefix="/contracts")

PER_MINUTE = 20
"""Contracts one machine may have read; reading Word is dear."""


@bp.route("/check/", methods=["GET", "POST"])
@public
def text() -> ResponseReturnValue:
    """Paste or upload. The words live for this one answer: they are in no row, file, job, trail or log."""
    form = CheckForm()
    findings = None
    if form.accepts():
        pace.count("contract_check", per_minute=PER_MINUTE)
        findings = checking.check_text(_handed_in(form), queries.in_force(clock.today()))
    return render_template(
        "mcn/contracts/check.html", form=form, findings=findings, tally=checking.tally(findings or []), longest=reading.largest() // 1024,
        order=list(Outcome),
    )  # fmt: skip


def _handed_in(form: CheckForm) -> str:
    """The file's words where there is a file, else what was pasted."""
    paper = form.paper.data
    if paper and paper.filename:
        return reading.checked_length(
            reading.words_of(paper.filename, paper.stream.read(reading.largest() + 1))
        )
    return reading.checked_length(form.text.data or "")


@bp.get("/list/")
@public
def questions() -> ResponseReturnValue:
    """The short list; answered ones give the same findings."""
    clauses = queries.in_force(clock.today())
    answers = {c.topic: request.args.get(c.topic, "") for c in clauses}
    findings = checking.check_answers(answers, clauses)
    return render_template(
        "mcn/contracts/list.html", clauses=clauses, answers=answers, choices=ANSWERS, findings=findings, tally=checking.tally(findings),
        left=len(clauses) - len(findings), not_this=checking.NOT_THIS,
    )  # fmt: skip
