"""Changes of verified organisations: the officers' form, and the difference staff accept."""

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue

from association.kernel import steps
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.organisations import actions
from association.organisations.forms import ChangeForm
from association.organisations.models import Organisation, OrganisationChange
from association.organisations.policy import P
from association.organisations.views.file import address
from association.organisations.workflow import CHANGE

bp = Blueprint("changing", __name__, url_prefix="/my/organisations")

steps.add_steps(
    bp, OrganisationChange, CHANGE, see=P.READ_FILE, page_of=lambda c: address(c.organisation),
    title_of=lambda c: str(c.organisation.name),
)  # fmt: skip


@bp.route("/<int:id>/change/", methods=["GET", "POST"])
@decided_inside
def ask_change(id: int) -> ResponseReturnValue:  # noqa: A002
    """Officers propose other values; staff see the difference."""
    organisation = find(Organisation, id, P.PREPARE)
    if opening():
        actions.check_changeable(organisation)
    form = ChangeForm.about(organisation)
    if form.accepts():
        actions.ask_change(organisation, facts=form.facts, because=form["because"].data, actor=actor())
        flash(_("变更已提交；采用之前，公开的仍是原来的资料。"), "done")
        return back_to("organisation_file.show", id=id)
    return form_page(
        form, heading=_("申请变更资料"), button=_("提交变更"), back=address(organisation),
        crumbs=[(organisation.name, address(organisation))],
        lede=_("只改要变的项目。秘书处核对采用之前，公开的仍是原来的资料。代码变更请联系秘书处。"),
    )  # fmt: skip
