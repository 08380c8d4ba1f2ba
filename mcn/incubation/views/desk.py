"""The desk: calls and their drafts, everybody who has applied, mentors and milestones."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.forms import Form
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from mcn.incubation import actions, queries
from mcn.incubation.forms import CallForm, ExpertForm, MilestoneForm, NamedForm
from mcn.incubation.models import CallState, IncubationCall, Talent, TalentState
from mcn.incubation.policy import P
from mcn.incubation.views.own import page_of
from mcn.incubation.workflow import CALL

bp = Blueprint("incubation_desk", __name__, url_prefix="/desk/incubation")

COLUMNS = (
    Column("name", _l("姓名"), lambda t: t.name),
    Column("call", _l("孵化征集"), lambda t: t.call.title),
    Column("state", _l("状态"), lambda t: str(t.state.label)),
    Column("submitted_at", _l("提交"), lambda t: t.submitted_at),
)


def _call_page(call: IncubationCall) -> str:
    return url_for("incubation_desk.call", id=call.id)


steps.add_steps(bp, IncubationCall, CALL, see=P.SEE_CALL, page_of=_call_page, title_of=lambda c: c.title)


def _crumbs() -> list[tuple[object, str | None]]:
    return [(_("工作台"), url_for("desk.index")), (_("青年人才孵化"), url_for("incubation_desk.index"))]


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """Everybody who has applied; calls beside them."""
    state = Choice(
        "state", _l("状态"), lambda rows, v: rows.where(Talent.state == TalentState(v)), pairs=[(s.value, s.label) for s in TalentState],
        as_links=True,
    )  # fmt: skip
    listing = Listing(
        queries.talents(), columns=COLUMNS, url_of=page_of, filters=[Words("q", _l("姓名"), queries.called), state],
        orders={"newest": (_l("最近提交"), (Talent.submitted_at.desc(), Talent.id.desc()))},
    )  # fmt: skip
    return listing.answer(
        "mcn/incubation/all.html", calls=queries.all_calls(), may_draft=can(actor(), P.DRAFT)
    )


@bp.get("/calls/<int:id>/")
@needs(P.LIST_ALL)
def call(id: int) -> ResponseReturnValue:  # noqa: A002
    """A call at the desk."""
    wanted = find(IncubationCall, id, P.SEE_CALL)
    return render_template(
        "mcn/incubation/call_file.html", wanted=wanted, lines=history.panel(wanted),
        buttons=steps.buttons(CALL, wanted, endpoint="incubation_desk.step_incubation_call"),
        may_change=wanted.state is CallState.DRAFT and can(actor(), P.DRAFT, wanted),
    )  # fmt: skip


@bp.route("/calls/new/", methods=["GET", "POST"])
@needs(P.DRAFT)
def new() -> ResponseReturnValue:
    """Write one."""
    form = CallForm()
    if form.accepts():
        call = actions.draft_call(**form.values, actor=actor())
        flash(_("已保存，请签发人看过后发布。"), "done")
        return back_to("incubation_desk.call", id=call.id)
    return form_page(
        form,
        heading=_("起草孵化征集"),
        button=_("保存"),
        back=url_for("incubation_desk.index"),
        crumbs=_crumbs(),
    )


@bp.route("/calls/<int:id>/edit/", methods=["GET", "POST"])
@decided_inside
def edit(id: int) -> ResponseReturnValue:  # noqa: A002
    """Change it while it is a draft."""
    call = find(IncubationCall, id, P.DRAFT)
    if opening():
        actions.check_draft(call)
    form = CallForm(obj=call)
    if form.accepts():
        actions.change_call(call, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("incubation_desk.call", id=id)
    return form_page(
        form, heading=_("修改孵化征集"), button=_("保存"), back=_call_page(call), crumbs=_crumbs()
    )


def _page(form: Form, talent: Talent, heading: str, lede: str = "") -> str:
    return form_page(
        form, heading=heading, button=heading, back=page_of(talent), crumbs=[*_crumbs(), (talent.name, page_of(talent))], lede=lede
    )  # fmt: skip


@bp.route("/<int:id>/expert/", methods=["GET", "POST"])
@decided_inside
def ask_expert(id: int) -> ResponseReturnValue:  # noqa: A002
    """An expert in office, who answers."""
    talent, form = find(Talent, id, P.KEEP), ExpertForm()
    if form.accepts():
        actions.ask_expert(talent, **form.values, actor=actor())
        flash(_("已写信请本人答复。"), "done")
        return back_to("own_incubation.show", id=id)
    return _page(
        form,
        talent,
        _("邀请导师"),
        _("导师看到申请、节点和报告，看不到出生日期和监护人。须回避的专家不能担任。"),
    )


@bp.route("/<int:id>/named/", methods=["GET", "POST"])
@decided_inside
def name_mentor(id: int) -> ResponseReturnValue:  # noqa: A002
    """Somebody outside the pool."""
    talent, form = find(Talent, id, P.KEEP), NamedForm()
    if form.accepts():
        actions.name_mentor(talent, **form.values, actor=actor())
        flash(_("已安排。"), "done")
        return back_to("own_incubation.show", id=id)
    return _page(form, talent, _("安排库外的导师"))


@bp.route("/<int:id>/milestone/", methods=["GET", "POST"])
@decided_inside
def milestone(id: int) -> ResponseReturnValue:  # noqa: A002
    """Something to be reached by a day."""
    talent, form = find(Talent, id, P.KEEP), MilestoneForm()
    if form.accepts():
        actions.set_milestone(talent, **form.values, actor=actor())
        flash(_("已设定，并写信告知本人。"), "done")
        return back_to("own_incubation.show", id=id)
    return _page(form, talent, _("设定节点"))
