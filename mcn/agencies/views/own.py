"""For an agency's officers: what there is, and beginning an application, a change, a review."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.organisations.policy import P as OrganisationP
from mcn.agencies import actions, queries
from mcn.agencies.actions.filing import MAKERS, check_applicable, check_beginnable
from mcn.agencies.forms import BecauseForm
from mcn.agencies.models import Agency
from mcn.agencies.policy import P

bp = Blueprint("own_agencies", __name__, url_prefix="/my/mcn")


@bp.get("/")
@needs(P.APPLY)
def index() -> ResponseReturnValue:
    """The agencies one acts for, and organisations that could apply."""
    ids = actor().ids("organisation", "clerk", "signer")
    agencies = queries.of_organisations(ids)
    living = {a.organisation_id for a in agencies if queries.is_living(a)}
    mine = [o for o in organisations.mine(actor()) if o.id in ids]
    return render_template(
        "mcn/agencies/own.html",
        agencies=agencies,
        could_apply=[o for o in mine if o.is_verified and o.id not in living and set(MAKERS) & set(o.kinds)],
        others=[o for o in mine if not set(MAKERS) & set(o.kinds)],
    )


@bp.route("/apply/<int:id>/", methods=["GET", "POST"])
@decided_inside
def apply(id: int) -> ResponseReturnValue:  # noqa: A002
    """Begin an application for the organisation with this id."""
    organisation = find(Organisation, id, OrganisationP.PREPARE)
    if opening():
        check_applicable(organisation)
    form = ButtonForm()
    if form.accepts():
        filing = actions.begin_application(organisation, actor=actor())
        flash(_("已开始。可以分几天填，每一节都会保存。"), "done")
        return back_to("agency_file.filing", id=filing.id)
    return form_page(
        form, heading=_("申请机构登记"), button=_("开始填写"), back=url_for("own_agencies.index"),
        crumbs=[(_("机构登记"), url_for("own_agencies.index"))],
        lede=_("%(name)s：逐节填写，可以分几天填；经办人填好后由授权签署人确认提交，秘书处核验、面谈后登记。登记自愿，不构成行政许可。", name=organisation.name),
    )  # fmt: skip


@bp.route("/<int:id>/change/", methods=["GET", "POST"])
@decided_inside
def change(id: int) -> ResponseReturnValue:  # noqa: A002
    """Something is no longer as the file says."""
    agency = find(Agency, id, P.PREPARE)
    if opening():
        check_beginnable(agency)
    form = BecauseForm()
    if form.accepts():
        filing = actions.begin_change(agency, because=form.because.data or "", actor=actor())
        flash(_("已开始。改好要变的各节，再请签署人确认。"), "done")
        return back_to("agency_file.filing", id=filing.id)
    return form_page(
        form, heading=_("申请变更登记资料"), button=_("开始填写"), back=url_for("agency_file.show", id=id),
        crumbs=[(agency.name, url_for("agency_file.show", id=id))],
        lede=_("只改要变的各节；采用之前，登记的仍是原来的资料。名称、代码和住所在单位资料里变更，机构登记随之更新。"),
    )  # fmt: skip


@bp.route("/<int:id>/review/", methods=["GET", "POST"])
@decided_inside
def review(id: int) -> ResponseReturnValue:  # noqa: A002
    """The annual review."""
    agency = find(Agency, id, P.PREPARE)
    if opening():
        check_beginnable(agency)
    form = ButtonForm()
    if form.accepts():
        filing = actions.begin_review(agency, actor=actor())
        flash(_("已开始。请逐节核对，有变的就改。"), "done")
        return back_to("agency_file.filing", id=filing.id)
    return form_page(
        form, heading=_("办理年度复核"), button=_("开始复核"), back=url_for("agency_file.show", id=id),
        crumbs=[(agency.name, url_for("agency_file.show", id=id))],
        lede=_("逐节核对登记的资料：没有变的确认一下，有变的改好。签署人确认后由秘书处核对。"),
    )  # fmt: skip
