"""Objections, for those who answer them. Nobody else reads their words; who made one is shown for a reason that is logged."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps, subjects
from association.kernel.errors import Unknown
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find
from association.kernel.words import _
from bulletins.commendations import actions
from bulletins.commendations.forms import AnswerForm, LookForm
from bulletins.commendations.models import Objection
from bulletins.commendations.policy import P
from bulletins.commendations.workflow import OBJECTION

bp = Blueprint("commendation_objections", __name__, url_prefix="/desk/commendations/objections")


def page_of(objection: Objection) -> str:
    return url_for("commendation_objections.show", id=objection.id)


subjects.known(Objection, see=P.READ_OBJECTIONS, title_of=lambda o: o.nomination.title, page_of=page_of)


def _crumbs(objection: Objection) -> list[tuple[object, str | None]]:
    round_ = objection.nomination.round
    return [
        (_("工作台"), url_for("desk.index")), (round_.title, url_for("commendation_desk.show", id=round_.id)), (_("异议"), page_of(objection)),
    ]  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What is said, and the answer."""
    objection = find(Objection, id, P.READ_OBJECTIONS)
    pages = {deed: url_for("commendation_objections.answer", id=id, deed=deed) for deed in OBJECTION.by_deed}
    return render_template(
        "bulletins/commendations/objection.html", objection=objection, nomination=objection.nomination, lines=history.panel(objection),
        crumbs=_crumbs(objection), buttons=steps.buttons(OBJECTION, objection, endpoint="", own_pages=pages), who=None,
    )  # fmt: skip


@bp.route("/<int:id>/answer/<deed>/", methods=["GET", "POST"])
@decided_inside
def answer(id: int, deed: str) -> ResponseReturnValue:  # noqa: A002
    """Uphold it or not, with the answer its author reads."""
    objection = find(Objection, id, P.READ_OBJECTIONS)
    if deed not in OBJECTION.by_deed:
        raise Unknown
    steps.ready(OBJECTION, deed, objection)
    form = AnswerForm()
    if form.accepts():
        actions.answer(objection, deed, **form.values, actor=actor())
        flash(_("已答复。"), "done")
        return back_to("commendation_objections.show", id=id)
    return form_page(
        form,
        heading=str(OBJECTION.by_deed[deed].label),
        button=_("答复"),
        back=page_of(objection),
        crumbs=_crumbs(objection),
    )


@bp.route("/<int:id>/who/", methods=["GET", "POST"])
@decided_inside
def who(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who made it, on this one answer."""
    objection = find(Objection, id, P.SEE_OBJECTOR)
    form = LookForm()
    if form.accepts():
        found = actions.look_at_objector(objection, **form.values, actor=actor())
        return render_template(
            "bulletins/commendations/objection.html", objection=objection, nomination=objection.nomination, lines=[], buttons=[],
            crumbs=_crumbs(objection), who=found or _("没有留下姓名"),
        )  # fmt: skip
    return form_page(
        form, heading=_("查看异议的提出人"), button=_("查看"), back=page_of(objection), crumbs=_crumbs(objection),
        lede=_("只在核实确有需要时查看。谁在什么时候为什么看，都留在操作记录里。"),
    )  # fmt: skip
