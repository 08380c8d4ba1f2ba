"""Seats, as those who keep a panel handle them: named, replaced, given up, and a guest's paper."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import steps
from association.kernel.errors import Refused
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.panels import actions, matters
from association.panels.effects import check_open
from association.panels.forms import GuestForm, NameForm, OpinionForm, ReplaceForm
from association.panels.models import Panel, PanelSeat
from association.panels.policy import P
from association.panels.views.desk import crumbs, page_of
from association.panels.workflow import SEAT

bp = Blueprint("panel_seats", __name__, url_prefix="/desk/panels")


def _page_of(seat: PanelSeat) -> str:
    """Where its reader keeps it: their own page, or the panel's."""
    if seat.person_id is not None and seat.person_id == actor().person_id:
        return url_for("own_panels.show", id=seat.id)
    return page_of(seat.panel)


steps.add_steps(
    bp,
    PanelSeat,
    SEAT,
    see=P.SEE,
    page_of=_page_of,
    title_of=lambda seat: f"{matters.title_of(seat.panel)} {seat.called}",
)


def _check_named_here(panel: Panel) -> None:
    """Opened, and not posted: who may is another question."""
    if opening():
        check_open(panel)
        if matters.matter_of(panel).names_there:
            raise Refused(_("这类事项的成员在其办理页面上增减。"))


def _people(panel: Panel) -> list[tuple[int, str]]:
    """Who holds a role the business asks for and does not sit there; ties are asked when one is chosen."""
    sitting = {seat.person_id for seat in panel.sitting}
    roles = sorted(matters.matter_of(panel).seats)
    found = {a.person_id: a.name for role in roles for a in accounts.with_role(Role(role))}
    return [
        (id_, name) for id_, name in sorted(found.items(), key=lambda pair: pair[1]) if id_ not in sitting
    ]


@bp.route("/<int:id>/name/", methods=["GET", "POST"])
@decided_inside
def name(id: int) -> ResponseReturnValue:  # noqa: A002
    """One member more."""
    panel = find(Panel, id, P.KEEP)
    _check_named_here(panel)
    form = NameForm(_people(panel))
    if form.accepts():
        actions.name(panel, person_id=form.person.data, actor=actor())
        flash(_("已列入名单，并写信邀请。"), "done")
        return back_to("panel_desk.show", id=id)
    return form_page(
        form, heading=_("增加成员"), button=_("列入名单"), back=page_of(panel), crumbs=crumbs(panel)
    )


@bp.route("/<int:id>/guest/", methods=["GET", "POST"])
@decided_inside
def guest(id: int) -> ResponseReturnValue:  # noqa: A002
    """Somebody without an account."""
    panel = find(Panel, id, P.KEEP)
    _check_named_here(panel)
    form = GuestForm()
    if form.accepts():
        actions.name_guest(panel, **form.values, actor=actor())
        flash(_("已列入名单。"), "done")
        return back_to("panel_desk.show", id=id)
    return form_page(
        form, heading=_("增加没有账户的成员"), button=_("列入名单"), back=page_of(panel), crumbs=crumbs(panel),
        lede=_("须已收到本人签名的无利害关系声明，由秘书处存档；意见以书面提交，由你登记。"),
    )  # fmt: skip


@bp.route("/seats/<int:id>/replace/", methods=["GET", "POST"])
@decided_inside
def replace(id: int) -> ResponseReturnValue:  # noqa: A002
    """Somebody else in their place."""
    seat = find(PanelSeat, id, P.KEEP)
    _check_named_here(seat.panel)
    steps.ready(SEAT, "replace", seat)
    form = ReplaceForm(_people(seat.panel))
    if form.accepts():
        actions.replace(seat, person_id=form.person.data, reason=form.reason.data or "", actor=actor())
        flash(_("已更换，并写信告知两人。"), "done")
        return back_to("panel_desk.show", id=seat.panel_id)
    return form_page(
        form, heading=_("更换%(name)s", name=seat.called), button=_("更换"), back=page_of(seat.panel), crumbs=crumbs(seat.panel)
    )  # fmt: skip


@bp.route("/seats/<int:id>/paper/", methods=["GET", "POST"])
@decided_inside
def paper(id: int) -> ResponseReturnValue:  # noqa: A002
    """A guest's opinion on paper. What was written down before is not shown again."""
    seat = find(PanelSeat, id, P.KEEP)
    _check_named_here(seat.panel)
    form = OpinionForm(matters.matter_of(seat.panel))
    if form.accepts():
        actions.record_vote(seat, **form.given, actor=actor())
        flash(_("已登记书面意见，开封前不再显示。"), "done")
        return back_to("panel_desk.show", id=seat.panel_id)
    return form_page(
        form, heading=_("登记%(name)s的书面意见", name=seat.called), button=_("登记"), back=page_of(seat.panel),
        crumbs=crumbs(seat.panel), lede=_("照原件登记；开封前可以重新登记。原件由秘书处存档。"),
    )  # fmt: skip
