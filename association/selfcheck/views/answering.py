"""One question, answered and kept; and what is done about a gap."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments
from association.kernel.attachments import Attachment
from association.kernel.db import session
from association.kernel.errors import Refused, Unknown
from association.kernel.forms import StepForm
from association.kernel.pages import form_page
from association.kernel.web import actor, allowed, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.selfcheck import actions, queries
from association.selfcheck.forms import AnswerForm, PlanForm
from association.selfcheck.models import CheckAnswer, CheckQuestion, CheckState, SelfCheck
from association.selfcheck.policy import P
from association.selfcheck.views.own import bp, crumbs, page_of, whole


def _question(check: SelfCheck, id_: int) -> tuple[int, CheckQuestion]:
    """Its place and itself; Unknown where this self-check does not ask it."""
    for place, question in enumerate(check.questions, 1):
        if question.id == id_:
            return place, question
    raise Unknown


def _officers(check: SelfCheck) -> list[str]:
    """Names to choose from for who puts it right."""
    acting = organisations.acting_officers([check.organisation_id], Post.CLERK, Post.SIGNER, Post.TRAINING)
    return list(dict.fromkeys(officer.name for officer in acting))


@bp.route("/<int:id>/<int:question>/", methods=["GET", "POST"])
@decided_inside
def question(id: int, question: int) -> ResponseReturnValue:  # noqa: A002
    """A page a question: what is asked, how to understand it, what proves it; kept at once, then on to the next."""
    check = allowed(whole(id), P.FILL)
    place, asked = _question(check, question)
    if opening() and check.state is not CheckState.OPEN:
        raise Refused(_("这次自查已经完成，不能再改回答；要改请先重新填写。"))
    found = next((a for a in check.answers if a.question_id == asked.id), None)
    form = AnswerForm(data=_typed(found))
    if form.accepts():
        actions.answer(check, asked, **form.values, actor=actor())
        return (
            back_to("own_selfcheck.question", id=id, question=after.id)
            if (after := _next(check, place))
            else back_to("own_selfcheck.show", id=id)
        )
    if form.refusals and found is not None:  # what a colleague has answered meanwhile is told now
        form.seen.data, form.seen.raw_data = found.revision, None
    return render_template(
        "association/selfcheck/question.html", check=check, question=asked, place=place, total=len(check.questions), form=form,
        answer=found, papers=attachments.of_many([found], actions.EVIDENCE)[found.id] if found else [],
        place_of_clause=queries.places([asked]).get(asked.id), officers=_officers(check),
        before=check.questions[place - 2] if place > 1 else None, after=_next(check, place),
    )  # fmt: skip


def _next(check: SelfCheck, place: int) -> CheckQuestion | None:
    return check.questions[place] if place < len(check.questions) else None


def _typed(found: CheckAnswer | None) -> dict[str, object]:
    if found is None:
        return {"seen": 0}
    return {
        "value": found.value.value, "note": found.note, "owner": found.owner, "due_on": found.due_on, "seen": found.revision,
    }  # fmt: skip


@bp.route("/answers/<int:id>/evidence/<int:file>/remove/", methods=["GET", "POST"])
@decided_inside
def remove_evidence(id: int, file: int) -> ResponseReturnValue:  # noqa: A002
    """Take a file back while it is being filled in."""
    answer = find(CheckAnswer, id, P.FILL)
    paper = session.get(Attachment, file)
    if paper is None or paper not in attachments.attachments_of(answer, actions.EVIDENCE):
        raise Unknown
    form = StepForm()
    del form.reason
    back = url_for("own_selfcheck.question", id=answer.check_id, question=answer.question_id)
    if form.accepts():
        actions.remove_evidence(answer, paper, actor=actor())
        flash(_("已移除。"), "done")
        return back_to("own_selfcheck.question", id=answer.check_id, question=answer.question_id)
    return form_page(
        form,
        heading=_("移除“%(name)s”", name=paper.name),
        button=_("移除"),
        back=back,
        crumbs=crumbs(answer.check),
        danger=True,
    )


@bp.route("/answers/<int:id>/plan/", methods=["GET", "POST"])
@decided_inside
def plan(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who puts a gap right, by when, whether it is done."""
    answer = find(CheckAnswer, id, P.FILL)
    if opening() and not answer.is_gap:
        raise Refused(_("这一题没有缺项。"))
    form = PlanForm(
        data={
            "owner": answer.owner,
            "due_on": answer.due_on,
            "is_done": answer.done_on is not None,
            "done_note": answer.done_note,
        }
    )
    if form.accepts():
        actions.plan(answer, **form.values, actor=actor())
        flash(_("已登记。"), "done")
        return back_to("own_selfcheck.show", id=answer.check_id)
    return render_template(
        "association/selfcheck/plan.html", form=form, answer=answer, check=answer.check, officers=_officers(answer.check),
        back=page_of(answer.check), place_of_clause=queries.places([answer.question]).get(answer.question_id),
    )  # fmt: skip
