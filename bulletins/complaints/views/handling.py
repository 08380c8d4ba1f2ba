"""Talking with whoever complained, and what a complaint is about."""

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue

from association.kernel import steps
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from bulletins.complaints import actions
from bulletins.complaints.forms import ConcernForm, JoinForm, LookForm, ReplyForm
from bulletins.complaints.models import Complaint
from bulletins.complaints.policy import P
from bulletins.complaints.views.file import crumbs, page, page_of
from bulletins.complaints.workflow import COMPLAINT

bp = Blueprint("complaint_handling", __name__, url_prefix="/desk/complaints")


@bp.route("/<int:id>/reply/", methods=["GET", "POST"])
@decided_inside
def reply(id: int) -> ResponseReturnValue:  # noqa: A002
    """Ask or tell whoever holds the code."""
    complaint = find(Complaint, id, P.READ)
    if opening():
        actions.check_open(complaint)
    form = ReplyForm()
    if form.accepts():
        actions.reply(complaint, **form.values, actor=actor())
        flash(_("已写下，投诉人凭回执码看到。"), "done")
        return back_to("complaint_desk.show", id=id)
    return form_page(
        form, heading=_("问投诉人"), button=_("写下"), back=page_of(complaint), crumbs=crumbs(complaint)
    )


@bp.route("/<int:id>/concern/", methods=["GET", "POST"])
@decided_inside
def concern(id: int) -> ResponseReturnValue:  # noqa: A002
    """Which organisation it is about."""
    complaint = find(Complaint, id, P.READ)
    if opening():
        actions.check_open(complaint)
    form = ConcernForm()
    if form.accepts():
        actions.concern(complaint, **form.values, actor=actor())
        flash(_("已注明；同这家单位有关联的人员须回避。"), "done")
        return back_to("complaint_desk.index")
    return form_page(
        form, heading=_("注明被反映的单位"), button=_("注明"), back=page_of(complaint), crumbs=crumbs(complaint),
    )  # fmt: skip


@bp.route("/<int:id>/join/", methods=["GET", "POST"])
@decided_inside
def join(id: int) -> ResponseReturnValue:  # noqa: A002
    """Handle it together with another one."""
    complaint = find(Complaint, id, P.READ)
    steps.ready(COMPLAINT, "join", complaint)
    form = JoinForm()
    if form.accepts():
        COMPLAINT.take("join", complaint, **form.values, actor=actor())
        flash(_("已合并办理。"), "done")
        return back_to("complaint_desk.show", id=id)
    return steps.form_page_of(COMPLAINT, "join", form, back=page_of(complaint), crumbs=crumbs(complaint))


@bp.route("/<int:id>/who/", methods=["GET", "POST"])
@decided_inside
def who(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who complained, on this one answer."""
    complaint = find(Complaint, id, P.SEE_INFORMANT)
    form = LookForm()
    if form.accepts():
        found = actions.look_at_informant(complaint, **form.values, actor=actor())
        return page(complaint, found or _("没有留下姓名，或已按期限清除"))
    return form_page(
        form, heading=_("查看举报人"), button=_("查看"), back=page_of(complaint), crumbs=crumbs(complaint),
        lede=_("只在核实确有需要时查看。谁在什么时候为什么看，都留在操作记录里。"),
    )  # fmt: skip
