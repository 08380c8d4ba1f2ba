"""A member's pages: what they sit on, their declaration, their opinion, their word on the minutes."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import steps
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, allowed, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _
from association.panels import actions, gates, matters, queries
from association.panels.forms import ConfirmForm, OpinionForm, TieForm
from association.panels.models import PanelSeat, PanelState
from association.panels.policy import P
from association.panels.views.desk import write_minutes
from association.panels.views.shown import opened
from association.panels.workflow import SEAT

bp = Blueprint("own_panels", __name__, url_prefix="/review/panels")


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """Every seat of mine, also those that are over."""
    seats = queries.seats_of(actor().person_id or 0)
    return render_template(
        "association/panels/own_index.html", seats=seats, titles=matters.titles([seat.panel for seat in seats]), matters=matters.matters()
    )  # fmt: skip


def _crumbs(seat: PanelSeat) -> list[tuple[object, str | None]]:
    return [
        (_("我的评审组"), url_for("own_panels.index")),
        (matters.title_of(seat.panel), url_for("own_panels.show", id=seat.id)),
    ]


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One seat: what is judged, what is next. Who else sits there is told when the opinions are opened."""
    seat = find(PanelSeat, id, P.OWN)
    panel, matter, subject = seat.panel, matters.matter_of(seat.panel), matters.subject_of(seat.panel)
    may_read, minutes = can(actor(), P.READ, seat), queries.minutes_of(panel)
    return render_template(
        "association/panels/seat.html", seat=seat, panel=panel, matter=matter, title=matter.title_of(subject),
        parties=list(matter.parties_of(subject)), read_at=matter.read_at(seat) if may_read else None,
        buttons=steps.buttons(SEAT, seat, endpoint="panel_seats.step_panel_seat", own_pages={"declare_tie": url_for("own_panels.tie", id=id)}),
        vote_at=_vote_at(seat) if may_read and panel.state is PanelState.OPEN else None,
        opinion=queries.own_opinion(seat, reader=actor()), votes=matter.votes, opened=opened(panel, actor()), minutes=minutes,
        may_declare=can(actor(), P.DECLARE, seat),
        may_write=actions.may_write(panel, actor=actor()) and matter.minutes_at is None, may_confirm=minutes is not None and panel.state is PanelState.CLOSED and can(actor(), P.CONFIRM, seat)
        and seat in gates.asked(minutes),
    )  # fmt: skip


def _vote_at(seat: PanelSeat) -> str:
    matter = matters.matter_of(seat.panel)
    return matter.read_at(seat) if matter.votes_there else url_for("own_panels.vote", id=seat.id)


@bp.route("/<int:id>/tie/", methods=["GET", "POST"])
@decided_inside
def tie(id: int) -> ResponseReturnValue:  # noqa: A002
    """There is a tie: stand down."""
    seat = find(PanelSeat, id, P.DECLARE)
    steps.ready(SEAT, "declare_tie", seat)
    form = TieForm()
    if form.accepts():
        actions.declare_tie(seat, **form.values, actor=actor())
        flash(_("已回避，由秘书处更换。谢谢你说明。"), "done")
        return back_to("own_panels.show", id=id)
    return form_page(
        form, heading=_("有利害关系，回避"), button=_("回避"), back=url_for("own_panels.show", id=id), crumbs=_crumbs(seat), danger=True,
        lede=_("回避后不再看到材料；已经提交的意见不打开，随即销毁。你写的关系由秘书处登记。"),
    )  # fmt: skip


@bp.route("/<int:id>/vote/", methods=["GET", "POST"])
@decided_inside
def vote(id: int) -> ResponseReturnValue:  # noqa: A002
    """One's own opinion; it may be kept as a draft. Businesses with a form of their own have it on their page."""
    seat = find(PanelSeat, id, P.READ)
    matter = matters.matter_of(seat.panel)
    if matter.votes_there:
        return redirect(matter.read_at(seat), 303)
    known = queries.own_opinion(seat, reader=actor())
    form = OpinionForm(
        matter, data={"word": known.word, "because": known.because} if known and opening() else None
    )
    if form.accepts():
        if request.form.get("deed") == "keep":
            actions.save_draft(seat, **form.given, actor=actor())
            flash(_("草稿已保存，只有你看得到。"), "done")
            return back_to("own_panels.vote", id=id)
        actions.vote(seat, **form.given, actor=actor())
        flash(_("已提交。开封以前可以重新提交。"), "done")
        return back_to("own_panels.show", id=id)
    return render_template(
        "association/panels/vote.html", form=form, seat=seat, title=matters.title_of(seat.panel), read_at=matter.read_at(seat),
        trail_to=_crumbs(seat),
    )  # fmt: skip


@bp.route("/<int:id>/minutes/", methods=["GET", "POST"])
@decided_inside
def minutes(id: int) -> ResponseReturnValue:  # noqa: A002
    """Write the minutes, as a member who has given an opinion."""
    seat = find(PanelSeat, id, P.OWN)
    panel = allowed(seat.panel, P.WRITE)
    return write_minutes(panel, back=url_for("own_panels.show", id=id), trail=_crumbs(seat))


@bp.route("/<int:id>/confirm/", methods=["GET", "POST"])
@decided_inside
def confirm(id: int) -> ResponseReturnValue:  # noqa: A002
    """One's word on the minutes."""
    seat = find(PanelSeat, id, P.CONFIRM)
    if opening():
        actions.check_confirmable(seat)
    form = ConfirmForm()
    if form.accepts():
        actions.confirm(seat, agrees=form.agrees.data == "yes", note=form.note.data or "", actor=actor())
        flash(_("已记下。"), "done")
        return back_to("own_panels.show", id=id)
    return form_page(
        form, heading=_("确认纪要"), button=_("提交"), back=url_for("own_panels.show", id=id), crumbs=_crumbs(seat),
    )  # fmt: skip
