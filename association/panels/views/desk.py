"""The desk of those who keep panels."""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.panels import actions, matters, queries
from association.panels.forms import ExtendForm, MinutesForm
from association.panels.models import Panel, PanelState
from association.panels.policy import P
from association.panels.views.shown import opened
from association.panels.workflow import PANEL

bp = Blueprint("panel_desk", __name__, url_prefix="/desk/panels")


def page_of(panel: Panel) -> str:
    return url_for("panel_desk.show", id=panel.id)


steps.add_steps(bp, Panel, PANEL, see=P.SEE, page_of=page_of, title_of=matters.title_of)


def crumbs(panel: Panel) -> list[tuple[object, str | None]]:
    return [
        (_("工作台"), url_for("desk.index")),
        (_("评审组"), url_for("panel_desk.index")),
        (matters.title_of(panel), page_of(panel)),
    ]


@bp.get("/")
@needs(P.LIST)
def index() -> ResponseReturnValue:
    """Panels of every business in every state. What an opinion says is in no column."""
    titles: dict[int, str] = {}

    def prepare(panels: Sequence[Panel]) -> None:
        titles.update(matters.titles(panels))

    kinds = [(word, matter.label) for word, matter in matters.matters().items()]
    listing = Listing(
        queries.all_panels(), url_of=page_of, prepare=prepare,
        columns=(
            Column("title", _l("事项"), lambda p: titles[p.id]),
            Column("matter", _l("类别"), lambda p: str(matters.matter_of(p).label)),
            Column("round", _l("第几轮"), lambda p: p.number),
            Column("state", _l("状态"), lambda p: str(p.state.label)),
            Column("members", _l("成员数"), lambda p: len(p.sitting)),
            Column("given", _l("已提交"), lambda p: p.voted),
            Column("due_on", _l("截止日"), lambda p: p.due_on),
        ),
        filters=[
            Words("q", _l("成员姓名"), queries.with_member_called),
            Choice("matter", _l("类别"), lambda rows, v: rows.where(Panel.matter == v), pairs=kinds),
            Choice("state", _l("状态"), lambda rows, v: rows.where(Panel.state == PanelState(v)), pairs=[(s.value, s.label) for s in PanelState], as_links=True),
        ],
        orders={"due": (_l("截止日最早"), (Panel.due_on, Panel.id)), "newest": (_l("最近组成"), (Panel.id.desc(),))},
    )  # fmt: skip
    return listing.answer("association/panels/all.html", titles=titles, matters=matters.matters())


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who sits, who has declared and given an opinion; once opened, the opinions and the minutes."""
    panel = find(Panel, id, P.SEE)
    keeps, minutes = can(actor(), P.KEEP, panel), queries.minutes_of(panel)
    matter, subject = matters.matter_of(panel), matters.subject_of(panel)
    return render_template(
        "association/panels/file.html", panel=panel, matter=matter, title=matter.title_of(subject), file_of=matter.file_of(subject),
        buttons=steps.buttons(PANEL, panel, endpoint="panel_desk.step_panel", own_pages={"extend": url_for("panel_desk.extend", id=id)}),
        keeps=keeps, manages=keeps and panel.state is PanelState.OPEN and not matter.names_there, minutes=minutes, opened=opened(panel, actor()), votes=matter.votes,
        reads=can(actor(), P.READ_OPINIONS, panel), may_write=actions.may_write(panel, actor=actor()),
        taken={seat.instead_of_id for seat in panel.seats}, lines=history.panel(panel, *panel.seats),
    )  # fmt: skip


@bp.route("/<int:id>/extend/", methods=["GET", "POST"])
@decided_inside
def extend(id: int) -> ResponseReturnValue:  # noqa: A002
    """A later last day."""
    panel = find(Panel, id, P.KEEP)
    steps.ready(PANEL, "extend", panel)
    form = ExtendForm()
    if form.accepts():
        actions.extend(panel, **form.values, actor=actor())
        flash(_("已延长，并写信告知没有提交的成员。"), "done")
        return back_to("panel_desk.show", id=id)
    return form_page(
        form, heading=_("延长截止日"), button=_("延长"), back=page_of(panel), crumbs=crumbs(panel)
    )


@bp.route("/<int:id>/minutes/", methods=["GET", "POST"])
@decided_inside
def minutes(id: int) -> ResponseReturnValue:  # noqa: A002
    """Write the minutes, as who keeps the panel."""
    panel = find(Panel, id, P.WRITE)
    return write_minutes(panel, back=page_of(panel), trail=crumbs(panel))


def write_minutes(panel: Panel, *, back: str, trail: list[tuple[object, str | None]]) -> ResponseReturnValue:
    """The form, from whichever side one comes; where the feature has a page of its own for it, that page."""
    if (elsewhere := matters.matter_of(panel).minutes_at) is not None:
        return redirect(elsewhere(panel), 303)
    if opening():
        actions.check_writable(panel, actor=actor())
    known = queries.minutes_of(panel)
    form = MinutesForm(
        matters.matter_of(panel), data={"conclusion": known.conclusion, "text": known.text} if known and opening() else None
    )  # fmt: skip
    if form.accepts():
        actions.write_minutes(
            panel, conclusion=form.conclusion.data, text=form.text.data or "", actor=actor()
        )
        flash(_("已写好，请其他成员确认。"), "done")
        return redirect(back, 303)
    return form_page(form, heading=_("写纪要"), button=_("写好，请成员确认"), back=back, crumbs=trail)
