"""Permits of one organisation: for its officers and for staff."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments, history, steps
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from association.organisations.policy import P as OrganisationP
from association.permits import actions, queries
from association.permits.forms import PermitForm
from association.permits.models import Permit
from association.permits.policy import P
from association.permits.workflow import PERMIT

bp = Blueprint("permits", __name__, url_prefix="/organisations/file")

history.describe(report=_l("填报许可证"))

steps.add_steps(
    bp, Permit, PERMIT, see=P.READ_SCAN, page_of=lambda p: url_for("permits.index", id=p.organisation_id),
    title_of=lambda p: f"{p.kind} {p.number}",
)  # fmt: skip


@bp.get("/<int:id>/permits/")
@decided_inside
def index(id: int) -> ResponseReturnValue:  # noqa: A002
    """All on file, with what is open to do."""
    organisation = find(Organisation, id, OrganisationP.READ_FILE)
    permits = queries.permits_of(organisation)
    return render_template(
        "association/permits/index.html",
        organisation=organisation,
        permits=permits,
        scans=attachments.of_many(permits, actions.SCAN),
        buttons={p.id: steps.buttons(PERMIT, p, endpoint="permits.step_permit") for p in permits},
        may_report=can(actor(), P.REPORT, organisation),
        lines=history.panel(*permits) if permits else [],
    )


@bp.route("/<int:id>/permits/report/", methods=["GET", "POST"])
@decided_inside
def report(id: int) -> ResponseReturnValue:  # noqa: A002
    """Enter a permit with its scan."""
    organisation = find(Organisation, id, P.REPORT)
    form = PermitForm()
    if form.accepts():
        actions.report(organisation, **form.values, actor=actor())
        flash(_("已填报，等待秘书处核对。"), "done")
        return back_to("permits.index", id=id)
    return form_page(
        form, heading=_("填报许可证"), button=_("提交核对"), back=url_for("permits.index", id=id),
        crumbs=[(organisation.name, url_for("organisation_file.show", id=id)), (_("许可证"), url_for("permits.index", id=id))],
        lede=_("照许可证抄写并上传扫描件，由秘书处核对。到期前会提醒你。"),
    )  # fmt: skip
