"""For an organisation: what its business needs, who is there, what is missing, and where to book."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.coverage import actions, queries, reckoning
from association.coverage.forms import DepartForm, FiguresForm
from association.coverage.policy import P
from association.kernel import clock, dated
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.training.models import Enrolment

bp = Blueprint("own_coverage", __name__, url_prefix="/my/coverage")


def page_of(organisation_id: int) -> str:
    return url_for("own_coverage.show", id=organisation_id)


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """My organisations that may be looked at."""
    mine = [o for o in organisations.mine(actor()) if can(actor(), P.SEE, o)]
    return render_template("association/coverage/index.html", organisations=mine)


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Needed, there, missing; people; sessions; what was declared before."""
    organisation = find(Organisation, id, P.SEE)
    today = clock.today()
    history = queries.figures_of(organisation)
    return render_template(
        "association/coverage/show.html", organisation=organisation, coverage=reckoning.coverage_for(organisation),
        people=queries.people_of(organisation, today), departures=queries.departures_of(organisation), until=reckoning.until(),
        sessions=reckoning.sessions_that_help(), may_declare=can(actor(), P.DECLARE, organisation),
        is_staff=can(actor(), P.LIST_ALL), days=int(dated.value("coverage.expiring_days")), today=today,
        past=[(row, reckoning.needed_by(reckoning.needs_of(row, on=row.from_on), on=row.from_on)) for row in history],
        bases=[(need, dated.row_in_force(need.setting)) for need in reckoning.needs_of(history[0], on=today)] if history else [],
    )  # fmt: skip


@bp.route("/<int:id>/declare/", methods=["GET", "POST"])
@decided_inside
def declare(id: int) -> ResponseReturnValue:  # noqa: A002
    """Figures from a day on."""
    organisation = find(Organisation, id, P.DECLARE)
    known = queries.figures_on(id, clock.today())
    form = FiguresForm(
        data={"from_on": clock.today(), "videos": known.videos if known else None, "rooms": known.rooms if known else None}
        if opening() else None
    )  # fmt: skip
    if form.accepts():
        actions.declare(organisation, **form.values, actor=actor())
        flash(_("已填报，配备按新的业务量计算。"), "done")
        return back_to("own_coverage.show", id=id)
    return form_page(
        form, heading=_("填报业务量"), button=_("填报"), back=page_of(id), crumbs=_crumbs(organisation),
        lede=_("只用来计算本单位需要的审核人员；只有本单位经办的人和协会培训工作人员看得到，不公开，不用于评价。"),
    )  # fmt: skip


def _crumbs(organisation: Organisation) -> list[tuple[object, str | None]]:
    return [(_("审核人员配备"), url_for("own_coverage.index")), (organisation.name, page_of(organisation.id))]


@bp.route("/people/<int:id>/depart/", methods=["GET", "POST"])
@decided_inside
def depart(id: int) -> ResponseReturnValue:  # noqa: A002
    """Somebody no longer reviews for us."""
    enrolment = find(Enrolment, id, P.DEPART)
    if opening():
        actions.check_counted(enrolment)
    form = DepartForm(data={"left_on": clock.today()} if opening() else None)
    if form.accepts():
        actions.depart(enrolment, **form.values, actor=actor())
        flash(_("已登记，不再计入配备；证书仍属本人，照旧有效。"), "done")
        return back_to("own_coverage.show", id=enrolment.organisation_id)
    return form_page(
        form, heading=_("%(name)s不再承担审核", name=enrolment.name), button=_("登记"), back=page_of(enrolment.organisation_id or 0),
        crumbs=_crumbs(enrolment.organisation) if enrolment.organisation else [],
    )  # fmt: skip


@bp.route("/people/<int:id>/back/", methods=["GET", "POST"])
@decided_inside
def come_back(id: int) -> ResponseReturnValue:  # noqa: A002
    """They do again."""
    enrolment, form = find(Enrolment, id, P.DEPART), ButtonForm()
    if opening():
        actions.check_counted(enrolment)
    if form.accepts():
        actions.come_back(enrolment, actor=actor())
        flash(_("已登记，重新计入配备。"), "done")
        return back_to("own_coverage.show", id=enrolment.organisation_id)
    return form_page(
        form, heading=_("%(name)s恢复承担审核", name=enrolment.name), button=_("登记"), back=page_of(enrolment.organisation_id or 0),
        crumbs=_crumbs(enrolment.organisation) if enrolment.organisation else [],
    )  # fmt: skip
