"""The whole file of one organisation: for its officers, for staff, for the auditor. Also staff's list of all."""

from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from association.kernel import attachments, history, steps
from association.kernel.lists import Choice, Listing, Words
from association.kernel.pages import Crumb, form_page
from association.kernel.personal import mask_phone
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _, _l
from association.organisations import actions, effects, queries
from association.organisations.forms import AskForm, CodeForm, EndForm, PublicBasisForm
from association.organisations.models import (
    PROVINCES,
    ChangeState,
    Kind,
    Organisation,
    OrganisationChange,
    OrganisationState,
    SuccessionKind,
)
from association.organisations.models.labels import LABELS
from association.organisations.policy import P
from association.organisations.views.public import COLUMNS, ORDERS, filters
from association.organisations.workflow import CHANGE, OFFICER, ORGANISATION

bp = Blueprint("organisation_file", __name__, url_prefix="/organisations/file")


def address(organisation: Organisation) -> str:
    return url_for("organisation_file.show", id=organisation.id)


def _trail(organisation: Organisation) -> list[Crumb]:
    return [(organisation.name, address(organisation))]


steps.add_steps(
    bp, Organisation, ORGANISATION, see=P.READ_FILE, page_of=address, title_of=lambda o: str(o.name)
)


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """All organisations in every state, newest business first on request."""
    state = Choice(
        "state", _l("状态"), lambda rows, value: rows.where(Organisation.state == OrganisationState(value)),
        pairs=[(s.value, s.label) for s in OrganisationState], as_links=True,
    )  # fmt: skip
    wanted: list[Words | Choice] = [*filters(), state]
    orders = ORDERS | {"newest": (_l("最近提交"), (Organisation.made_at.desc(), Organisation.id.desc()))}
    listing = Listing(select(Organisation), columns=COLUMNS, url_of=address, orders=orders, filters=wanted)
    return listing.answer("association/organisations/all.html")


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Everything on file, what is open to do, and the history."""
    organisation = find(Organisation, id, P.READ_FILE)
    officers = queries.officers_of(organisation)
    changes = queries.changes_of(organisation)
    came_from, went_into = queries.successions_of(organisation)
    reveal = can(actor(), P.VERIFY, organisation)
    return render_template(
        "association/organisations/file.html",
        organisation=organisation,
        officers=officers,
        papers=attachments.of_many(officers, effects.AUTHORITY),
        changes=changes,
        has_open_change=any(c.state is ChangeState.SUBMITTED for c in changes),
        change_rows={c.id: _difference(c, reveal=reveal) for c in changes},
        came_from=came_from,
        went_into=went_into,
        labels=LABELS,
        reveal=reveal,
        phone=organisation.contact_phone if reveal else mask_phone(organisation.contact_phone or ""),
        buttons=steps.buttons(ORGANISATION, organisation, endpoint="organisation_file.step_organisation", own_pages={
            "ask": url_for("organisation_file.ask", id=id),
            "amend": url_for("applying.amend", id=id),
            "end": url_for("organisation_file.end", id=id),
        }),
        officer_buttons={o.id: steps.buttons(OFFICER, o, endpoint="officers.step_officer") for o in officers},
        change_buttons={
            c.id: steps.buttons(CHANGE, c, endpoint="changing.step_organisation_change") for c in changes
        },
        lines=history.panel(organisation, *officers, *changes, labels=LABELS, reveal=reveal),
    )  # fmt: skip


def _difference(change: OrganisationChange, *, reveal: bool) -> list[tuple[object, str, str]]:
    """(label, before, after) in words; the phone whole only for those who verify."""
    return [
        (LABELS[field], _in_words(field, change.before.get(field), reveal), _in_words(field, value, reveal))
        for field, value in change.proposed.items()
    ]


def _in_words(field: str, value: Any, reveal: bool) -> str:
    if field == "contact_phone" and value and not reveal:
        return mask_phone(str(value))
    if field == "kinds":
        return _("、").join(str(Kind(v).label) for v in value or [])
    if field == "province":
        return str(PROVINCES.get(value, value or ""))
    return str(value or "")


@bp.route("/<int:id>/ask/", methods=["GET", "POST"])
@decided_inside
def ask(id: int) -> ResponseReturnValue:  # noqa: A002
    """Please change these fields, because."""
    organisation = find(Organisation, id, P.VERIFY)
    steps.ready(ORGANISATION, "ask", organisation)
    form = AskForm()
    if form.accepts():
        actions.ask(organisation, asked=form.asked, reason=form.reason.data or "", actor=actor())
        flash(_("已请对方修改。"), "done")
        return back_to("organisation_file.show", id=id)
    return form_page(
        form, heading=_("请对方修改"), button=_("发给对方"), back=address(organisation), crumbs=_trail(organisation), asks=True,
        lede=_("勾选要改的项目，写明怎样改、为什么。对方会收到信函，改好后由签署人再次确认。"),
    )  # fmt: skip


@bp.route("/<int:id>/code/", methods=["GET", "POST"])
@decided_inside
def code(id: int) -> ResponseReturnValue:  # noqa: A002
    """Another code for the same organisation."""
    organisation = find(Organisation, id, P.CLOSE)
    form = CodeForm()
    if form.accepts():
        actions.change_code(organisation, **form.values, actor=actor())
        flash(_("代码已变更，旧代码的地址指向新代码。"), "done")
        return back_to("organisation_file.show", id=id)
    return form_page(
        form, heading=_("变更代码"), button=_("变更"), back=address(organisation), crumbs=_trail(organisation), danger=True,
        lede=_("旧代码的地址会指向新代码；变更记入公开日志。"),
    )  # fmt: skip


@bp.route("/<int:id>/end/", methods=["GET", "POST"])
@decided_inside
def end(id: int) -> ResponseReturnValue:  # noqa: A002
    """The organisation is no more."""
    organisation = find(Organisation, id, P.CLOSE)
    steps.ready(ORGANISATION, "end", organisation)
    form = EndForm()
    if form.accepts():
        values = form.values | {"kind": SuccessionKind(form.kind.data)}
        actions.end(organisation, **values, actor=actor())
        flash(_("已登记终止。"), "done")
        return back_to("organisation_file.show", id=id)
    return form_page(
        form, heading=_("登记终止"), button=_("登记终止"), back=address(organisation), crumbs=_trail(organisation), danger=True,
        lede=_("公开记录保留并注明已终止；有承继单位的，旧代码的地址指向承继单位。此操作不能取消。"),
    )  # fmt: skip


@bp.route("/<int:id>/public-basis/", methods=["GET", "POST"])
@decided_inside
def public_basis(id: int) -> ResponseReturnValue:  # noqa: A002
    """Why a natural person in business is shown in public."""
    organisation = find(Organisation, id, P.VERIFY)
    form = PublicBasisForm(data={"basis": organisation.public_basis})
    if form.accepts():
        actions.give_public_basis(organisation, basis=form.basis.data or "", actor=actor())
        flash(_("已登记。"), "done")
        return back_to("organisation_file.show", id=id)
    return form_page(
        form, heading=_("公开的依据"), button=_("保存"), back=address(organisation), crumbs=_trail(organisation),
        lede=_("个体工商户和个体经纪人是自然人，没有依据不设公开页。"),
    )  # fmt: skip
