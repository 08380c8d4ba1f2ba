"""Public calls: read, answered, and kept by the desk."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.experts import actions, queries
from association.experts.forms import ApplyForm, CallForm
from association.experts.models import ExpertCall
from association.experts.policy import P
from association.experts.views.typed import data_of
from association.experts.workflow import CALL
from association.kernel import clock, history, steps
from association.kernel.feeds import Feed
from association.kernel.lists import Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening, public, signed_in
from association.kernel.words import _, _l

bp = Blueprint("expert_calls", __name__)

COLUMNS = (
    Column("title", _l("标题"), lambda c: c.title),
    Column("published_at", _l("发布"), lambda c: c.published_at),
    Column("closes_on", _l("应征的最后一天"), lambda c: c.closes_on),
)
FEED = Feed(
    title=_l("专家征集"), newest=(ExpertCall.published_at.desc(), ExpertCall.id.desc()), at=lambda c: clock.day_of(c.published_at),
    called=lambda c: c.title, says=lambda c: c.text,
)  # fmt: skip

steps.add_steps(
    bp,
    ExpertCall,
    CALL,
    see=P.SEE_CALL,
    page_of=lambda c: url_for("expert_calls.file", id=c.id),
    title_of=lambda c: c.title,
)


@bp.get("/experts/calls/")
@public
def index() -> ResponseReturnValue:
    """Published calls, the newest first."""
    listing = Listing(
        queries.calls_in_public(), columns=COLUMNS, url_of=lambda c: url_for("expert_calls.show", id=c.id), feed=FEED,
        filters=[Words("q", _l("标题"), lambda rows, words: rows.where(ExpertCall.title.contains(words, autoescape=True)))],
        orders={"newest": (_l("最新在前"), (ExpertCall.published_at.desc(), ExpertCall.id.desc()))},
    )  # fmt: skip
    return listing.answer("association/experts/calls.html")


@bp.get("/experts/calls/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One call."""
    return render_template("association/experts/call.html", wanted=find(ExpertCall, id, P.SEE_CALL))


@bp.route("/experts/calls/<int:id>/apply/", methods=["GET", "POST"])
@signed_in
def apply(id: int) -> ResponseReturnValue:  # noqa: A002
    """Answer it for oneself."""
    call = find(ExpertCall, id, P.SEE_CALL)
    form = ApplyForm()
    if form.accepts():
        expert = actions.apply(call, data_of(form), actor=actor())
        flash(_("已提交。请看下面，决定哪些资料可以公开。"), "done")
        return back_to("own_expert.show", id=expert.id)
    return form_page(
        form, heading=_("应征"), button=_("提交"), back=url_for("expert_calls.show", id=id),
        crumbs=[(_("专家名册"), url_for("experts.index")), (call.title, url_for("expert_calls.show", id=id))],
        lede=_("秘书处审核后公示，再由协会聘任。你可以决定公示和名册公开哪些资料。"),
    )  # fmt: skip


def _crumbs() -> list[tuple[object, str | None]]:
    return [(_("工作台"), url_for("desk.index")), (_("专家库"), url_for("expert_desk.index"))]


@bp.get("/desk/experts/calls/<int:id>/")
@needs(P.LIST_ALL)
def file(id: int) -> ResponseReturnValue:  # noqa: A002
    """A call at the desk."""
    call = find(ExpertCall, id, P.SEE_CALL)
    return render_template(
        "association/experts/call_file.html", wanted=call, buttons=steps.buttons(CALL, call, endpoint="expert_calls.step_expert_call"),
        lines=history.panel(call),
    )  # fmt: skip


@bp.route("/desk/experts/calls/new/", methods=["GET", "POST"])
@needs(P.CALL)
def new() -> ResponseReturnValue:
    """Write one."""
    form = CallForm()
    if form.accepts():
        call = actions.draft_call(**form.values, actor=actor())
        flash(_("已保存，请签发人看过后发布。"), "done")
        return back_to("expert_calls.file", id=call.id)
    return form_page(
        form, heading=_("起草专家征集"), button=_("保存"), back=url_for("expert_desk.index"), crumbs=_crumbs()
    )


@bp.route("/desk/experts/calls/<int:id>/edit/", methods=["GET", "POST"])
@decided_inside
def edit(id: int) -> ResponseReturnValue:  # noqa: A002
    """Change it while it is a draft."""
    call = find(ExpertCall, id, P.CALL)
    if opening():
        actions.calling.check_draft(call)
    form = CallForm(obj=call)
    if form.accepts():
        actions.change_call(call, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("expert_calls.file", id=id)
    return form_page(
        form,
        heading=_("修改专家征集"),
        button=_("保存"),
        back=url_for("expert_calls.file", id=id),
        crumbs=_crumbs(),
    )
