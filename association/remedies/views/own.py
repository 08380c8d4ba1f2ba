"""The page of a note, read by the organisation and by staff on duty, each with their own buttons; and what the organisation does about it."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments, history, steps
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, signed_in
from association.kernel.words import _
from association.remedies import actions, doors, queries
from association.remedies.forms import ReportForm, TextForm, UntilForm
from association.remedies.models import GuidanceNote, NoteState, words_of
from association.remedies.policy import P
from association.remedies.workflow import NOTE

bp = Blueprint("own_remedies", __name__, url_prefix="/my/remedies")
OWN_PAGES = ("plan", "report", "wish_time")
STAFF_PAGES = ("return_note", "extend", "close", "ask_again", "withdraw")


def page_of(note: GuidanceNote) -> str:
    return url_for("own_remedies.show", id=note.id)


steps.add_steps(bp, GuidanceNote, NOTE, see=P.SEE, page_of=page_of, title_of=lambda n: n.called)


def crumbs(note: GuidanceNote | None = None) -> list[tuple[object, str | None]]:
    """The way to a note, from the organisation's own list or from the desk's."""
    trail: list[tuple[object, str | None]]
    if can(actor(), P.READ_DESK):
        trail = [(_("工作台"), url_for("desk.index")), (_("指导意见"), url_for("remedies_desk.index"))]
    else:
        trail = [(_("收到的指导意见和约谈"), url_for("own_remedies.index"))]
    return trail if note is None else [*trail, (note.number or note.title, page_of(note))]


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """What the organisations one acts for were sent."""
    ids = actor().ids("organisation", "clerk", "signer")
    return render_template(
        "association/remedies/own.html", notes=queries.notes_of(ids), interviews=queries.interviews_of(ids)
    )


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What is asked, by when, what was done about it."""
    note = find(GuidanceNote, id, P.SEE)
    reports = queries.reports_of(note)
    own_pages = {deed: url_for(f"own_remedies.{deed}", id=id) for deed in OWN_PAGES}
    own_pages |= {deed: url_for(f"remedy_notes.{deed}", id=id) for deed in STAFF_PAGES}
    is_staff = can(actor(), P.READ_DESK)
    return render_template(
        "association/remedies/note.html", note=note, reports=reports, papers=attachments.of_many(reports, actions.EVIDENCE),
        bound_by=words_of(note.bound_by), is_staff=is_staff, crumbs=crumbs(), related=doors.of_note(note),
        is_draft=note.state is NoteState.DRAFT and can(actor(), P.WRITE, note), lines=history.panel(note) if is_staff else None,
        buttons=steps.buttons(NOTE, note, endpoint="own_remedies.step_guidance_note", own_pages=own_pages),
    )  # fmt: skip


@bp.route("/<int:id>/plan/", methods=["GET", "POST"])
@decided_inside
def plan(id: int) -> ResponseReturnValue:  # noqa: A002
    """How it will be done."""
    note = find(GuidanceNote, id, P.ANSWER)
    steps.ready(NOTE, "plan", note)
    form = TextForm(data={"text": note.plan})
    form.text.label.text = _("打算怎样办理")
    if form.accepts():
        NOTE.take("plan", note, actor=actor(), text=form.text.data)
        flash(_("已报送计划。"), "done")
        return back_to("own_remedies.show", id=id)
    return form_page(form, heading=_("报送计划"), button=_("报送"), back=page_of(note), crumbs=crumbs(note))


@bp.route("/<int:id>/report/", methods=["GET", "POST"])
@decided_inside
def report(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was done, with evidence."""
    note = find(GuidanceNote, id, P.ANSWER)
    steps.ready(NOTE, "report", note)
    form = ReportForm()
    if form.accepts():
        actions.report(note, **form.values, actor=actor())
        flash(_("已报送，由另一位工作人员复查。"), "done")
        return back_to("own_remedies.show", id=id)
    return form_page(
        form, heading=_("报送材料"), button=_("报送"), back=page_of(note), crumbs=crumbs(note),
        lede=_("材料只有你单位和当值的工作人员能看到。"),
    )  # fmt: skip


@bp.route("/<int:id>/more-time/", methods=["GET", "POST"])
@decided_inside
def wish_time(id: int) -> ResponseReturnValue:  # noqa: A002
    """Ask for more time."""
    note = find(GuidanceNote, id, P.ANSWER)
    steps.ready(NOTE, "wish_time", note)
    form = UntilForm()
    form.until.label.text, form.text.label.text = _("希望的期限"), _("为什么需要更多时间")
    if form.accepts():
        NOTE.take("wish_time", note, actor=actor(), **form.values)
        flash(_("已申请延期，同意之前期限不变。"), "done")
        return back_to("own_remedies.show", id=id)
    return form_page(form, heading=_("申请延期"), button=_("申请"), back=page_of(note), crumbs=crumbs(note))
