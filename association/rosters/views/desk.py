"""The desk: ceremonies planned, their batches put together, their lists printed."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, subjects
from association.kernel.forms import ButtonForm
from association.kernel.lists import Column, Listing
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _, _l
from association.pledges.pages import pledge_called
from association.rosters import actions, effects, queries
from association.rosters.forms import CeremonyForm, ChooseForm
from association.rosters.labels import LABELS
from association.rosters.models import Ceremony, Roster
from association.rosters.policy import P

bp = Blueprint("ceremonies", __name__, url_prefix="/desk/pledges")

COLUMNS = (
    Column("pledge", LABELS["pledge"], lambda c: c.pledge.title),
    Column("batch", LABELS["batch"], lambda c: c.batch),
    Column("held_on", LABELS["held_on"], lambda c: c.held_on),
    Column("place", LABELS["place"], lambda c: c.place),
)


def page_of(ceremony: Ceremony) -> str:
    return url_for("rosters.ceremony", slug=ceremony.pledge.document.slug, number=ceremony.number)


subjects.known(
    Ceremony, see=P.SEE_CEREMONY, title_of=lambda c: f"{c.pledge.title} {c.batch}", page_of=page_of
)
subjects.known(Roster, see=P.READ, title_of=effects.title_of, page_of=effects.address_of)


def _crumbs() -> list[tuple[object, str | None]]:
    return [(_("工作台"), url_for("desk.index")), (_("公约的签署"), url_for("pledge_signatures.index"))]


@bp.get("/ceremonies/")
@needs(P.LIST_CEREMONIES)
def index() -> ResponseReturnValue:
    """All ceremonies."""
    listing = Listing(
        queries.ceremonies(), columns=COLUMNS, url_of=page_of,
        orders={"newest": (_l("最近举行"), (Ceremony.held_on.desc(), Ceremony.id.desc()))},
    )  # fmt: skip
    return listing.answer("association/rosters/ceremonies.html")


@bp.route("/<slug>/ceremonies/new/", methods=["GET", "POST"])
@needs(P.ARRANGE)
def plan(slug: str) -> ResponseReturnValue:
    """A batch with its day and place."""
    pledge = pledge_called(slug)
    form = CeremonyForm()
    if form.accepts():
        ceremony = actions.plan(
            pledge, batch=form.batch.data or "", held_on=form.held_on.data or clock.today(), place=form.place.data or "", actor=actor()
        )  # fmt: skip
        flash(_("已安排。请选参加的单位。"), "done")
        return back_to("ceremonies.choose", id=ceremony.id)
    return form_page(
        form, heading=_("安排集体签署：《%(title)s》", title=pledge.title), button=_("安排"), back=url_for("rosters.index", slug=slug),
        crumbs=_crumbs(), lede=_("各单位仍在平台上由授权签署人签署，由协会确认；名单按批次印出，用于签署仪式。"),
    )  # fmt: skip


@bp.route("/ceremonies/<int:id>/choose/", methods=["GET", "POST"])
@decided_inside
def choose(id: int) -> ResponseReturnValue:  # noqa: A002
    """Which signatures under way belong to the batch."""
    ceremony = find(Ceremony, id, P.ARRANGE)
    open_ones = queries.may_join(ceremony, reader=actor())
    form = ChooseForm(signatures=[s.id for s in open_ones if s.batch == ceremony.batch])
    form.signatures.choices = [(s.id, f"{s.name}　{s.state.label}") for s in open_ones]
    if form.accepts():
        actions.choose(ceremony, ids=form.signatures.data or [], actor=actor())
        flash(_("已保存。"), "done")
        return back_to("rosters.ceremony", slug=ceremony.pledge.document.slug, number=ceremony.number)
    return form_page(
        form, heading=_("参加集体签署的单位（%(batch)s）", batch=ceremony.batch), button=_("保存"), back=page_of(ceremony), crumbs=_crumbs(),
        lede="" if open_ones else _("现在没有办理中的签署。"),
    )  # fmt: skip


@bp.route("/ceremonies/<int:id>/print/", methods=["GET", "POST"])
@decided_inside
def print_list(id: int) -> ResponseReturnValue:  # noqa: A002
    """The list as it is now, on paper."""
    ceremony = find(Ceremony, id, P.ARRANGE)
    form = ButtonForm()
    if form.accepts():
        actions.print_list(ceremony, actor=actor())
        flash(_("名单随后印好。"), "done")
        return back_to("rosters.ceremony", slug=ceremony.pledge.document.slug, number=ceremony.number)
    return form_page(
        form, heading=_("印名单（%(batch)s）", batch=ceremony.batch), button=_("印名单"), back=page_of(ceremony), crumbs=_crumbs(),
        lede=_("照现在的名单印成PDF。名单上的单位都已确认的，PDF公开；还有没有确认的，只供秘书处使用。"),
    )  # fmt: skip
