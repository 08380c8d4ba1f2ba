"""What concerns oneself as a candidate or expert: data, consents, days away, the letter of appointment."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.experts import actions, papers, queries
from association.experts.forms import AbsenceForm, ApplyForm, ConsentForm, DataForm
from association.experts.models import OPEN, SERVING, ConsentKind, Expert
from association.experts.policy import P
from association.experts.views.typed import data_of, known
from association.experts.workflow import EXPERT
from association.kernel import clock, steps
from association.kernel.day_words import day_words
from association.kernel.errors import Unknown
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _

bp = Blueprint("own_expert", __name__, url_prefix="/review/expert")


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """All candidacies and appointments of mine, and what became of my objections."""
    return render_template(
        "association/experts/own_index.html", experts=queries.own(actor()), objections=queries.own_objections(actor().account_id or 0)
    )  # fmt: skip


def _mine(id_: int) -> Expert:
    return find(Expert, id_, P.OWN)


def _crumbs(expert: Expert) -> list[tuple[object, str | None]]:
    return [(_("我的专家资料"), url_for("own_expert.show", id=expert.id))]


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One of them, whole."""
    expert = _mine(id)
    pages = {deed: url_for(f"own_expert.{deed}", id=id) for deed in ("accept", "resubmit")}
    return render_template(
        "association/experts/own.html", expert=expert, certificate=papers.of(expert), kinds=list(ConsentKind),
        buttons=steps.buttons(EXPERT, expert, endpoint="expert_desk.step_expert", own_pages=pages),
        may_change=expert.state in (*OPEN[1:], *SERVING), absences=[a for a in expert.absences if a.to_on >= clock.today()],
    )  # fmt: skip


@bp.route("/<int:id>/accept/", methods=["GET", "POST"])
@decided_inside
def accept(id: int) -> ResponseReturnValue:  # noqa: A002
    """Agree to a recommendation and say who one is."""
    expert = _mine(id)
    steps.ready(EXPERT, "accept", expert)
    form = ApplyForm(data={"employer": expert.employer, "title": expert.title} if opening() else None)
    if form.accepts():
        actions.accept(expert, data_of(form), actor=actor())
        flash(_("已提交。请看下面，决定哪些资料可以公开。"), "done")
        return back_to("own_expert.show", id=id)
    return form_page(
        form,
        heading=_("同意并填报资料"),
        button=_("提交"),
        back=url_for("own_expert.show", id=id),
        crumbs=_crumbs(expert),
    )


@bp.route("/<int:id>/resubmit/", methods=["GET", "POST"])
@decided_inside
def resubmit(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was missing."""
    expert = _mine(id)
    steps.ready(EXPERT, "resubmit", expert)
    form = DataForm(data=known(expert))
    if form.accepts():
        actions.resubmit(expert, data_of(form), actor=actor())
        flash(_("已重新提交。"), "done")
        return back_to("own_expert.show", id=id)
    return form_page(
        form, heading=_("补充资料"), button=_("重新提交"), back=url_for("own_expert.show", id=id), crumbs=_crumbs(expert),
        lede=expert.decided_because,
    )  # fmt: skip


@bp.route("/<int:id>/data/", methods=["GET", "POST"])
@decided_inside
def data(id: int) -> ResponseReturnValue:  # noqa: A002
    """Keep it true."""
    expert = _mine(id)
    if opening():
        actions.candidacy.check_living(expert)
    form = DataForm(data=known(expert))
    if form.accepts():
        actions.change_data(expert, data_of(form), actor=actor())
        flash(_("已保存。"), "done")
        return back_to("own_expert.show", id=id)
    return form_page(
        form,
        heading=_("修改专家资料"),
        button=_("保存"),
        back=url_for("own_expert.show", id=id),
        crumbs=_crumbs(expert),
    )


@bp.route("/<int:id>/consents/", methods=["GET", "POST"])
@decided_inside
def consents(id: int) -> ResponseReturnValue:  # noqa: A002
    """What the public may see."""
    expert = _mine(id)
    if opening():
        actions.candidacy.check_living(expert)
    form = ConsentForm(data={"kinds": [k.value for k in ConsentKind if expert.consents_to(k)]})
    if form.accepts():
        actions.set_consents(expert, kinds=[ConsentKind(k) for k in form.kinds.data or []], actor=actor())
        flash(_("已记录，名册随即按此显示。"), "done")
        return back_to("own_expert.show", id=id)
    return form_page(
        form,
        heading=_("公开哪些资料"),
        button=_("保存"),
        back=url_for("own_expert.show", id=id),
        crumbs=_crumbs(expert),
    )


@bp.route("/<int:id>/absent/", methods=["GET", "POST"])
@decided_inside
def absent(id: int) -> ResponseReturnValue:  # noqa: A002
    """Days on which one takes nothing."""
    expert = _mine(id)
    if opening():
        actions.candidacy.check_living(expert)
    form = AbsenceForm()
    if form.accepts():
        actions.be_absent(expert, **form.values, actor=actor())
        flash(_("已登记，这段时间不分派任务。"), "done")
        return back_to("own_expert.show", id=id)
    return form_page(
        form,
        heading=_("登记不在的时间"),
        button=_("登记"),
        back=url_for("own_expert.show", id=id),
        crumbs=_crumbs(expert),
    )


@bp.route("/<int:id>/absent/<int:absence>/back/", methods=["GET", "POST"])
@decided_inside
def back(id: int, absence: int) -> ResponseReturnValue:  # noqa: A002
    """Take a stay away back."""
    expert = _mine(id)
    found = next((a for a in expert.absences if a.id == absence), None)
    if found is None:
        raise Unknown
    form = ButtonForm()
    if form.accepts():
        actions.be_back(expert, absence, actor=actor())
        flash(_("已取消。"), "done")
        return back_to("own_expert.show", id=id)
    return form_page(
        form, heading=_("取消不在的时间"), button=_("取消这段时间"), back=url_for("own_expert.show", id=id), crumbs=_crumbs(expert),
        lede=f"{day_words(found.from_on)} – {day_words(found.to_on)}",
    )  # fmt: skip
