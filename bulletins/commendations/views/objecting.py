"""Objecting to what is laid out, and reading the answer under the receipt's code. Nobody is asked who they are."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import pace
from association.kernel.pagecache import uncached
from association.kernel.pages import form_page
from association.kernel.web import find_by, needs, opening, public
from association.kernel.words import _
from bulletins.commendations import actions, queries
from bulletins.commendations.effects import entry_address
from bulletins.commendations.forms import ObjectionForm, ReceiptForm
from bulletins.commendations.models import Nomination
from bulletins.commendations.policy import P

bp = Blueprint("commendation_objecting", __name__, url_prefix="/commendations")

PER_MINUTE = 10
"""Objections, and receipts tried, of one machine; counted in memory alone, so that no address is kept."""


@bp.route("/entries/<int:id>/object/", methods=["GET", "POST"])
@needs(P.OBJECT)
@uncached
def object_to(id: int) -> ResponseReturnValue:  # noqa: A002
    """Say something against an entry. The code of the receipt is shown once, on the answer itself."""
    nomination = find_by(queries.nominations().where(Nomination.id == id), P.SEE_NOMINATION)
    if opening():
        actions.check_laid_out(nomination)
    form = ObjectionForm()
    if form.is_submitted():
        pace.count("commendations.object", per_minute=PER_MINUTE)
    if form.accepts():
        code = actions.object_to(nomination, **form.values, token=form.once.data or "")
        return render_template("bulletins/commendations/receipt.html", code=code, nomination=nomination)
    return form_page(
        form, heading=_("对公示提出异议"), button=_("提出异议"), back=entry_address(nomination),
        crumbs=[(nomination.round.title, url_for("commendations.show", slug=nomination.round.slug)), (nomination.called, entry_address(nomination))],
        lede=_("任何人都可以提出，不必登录，也可以不留姓名。不记录你的账户和网络地址。提出后给一个回执码，凭它看答复。"),
    )  # fmt: skip


@bp.route("/objections/", methods=["GET", "POST"])
@public
@uncached
def receipt() -> ResponseReturnValue:
    """The answer to an objection. A POST, so that no code stands in an address."""
    form = ReceiptForm()
    if form.is_submitted():
        pace.count("commendations.receipt", per_minute=PER_MINUTE)
    found = queries.by_receipt(form.code.data or "") if form.accepts() else None
    return render_template(
        "bulletins/commendations/answer.html", form=form, objection=found, is_tried=form.is_submitted() and not form.faults,
    )  # fmt: skip
