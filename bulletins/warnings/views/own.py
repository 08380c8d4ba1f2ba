"""What concerns one's own organisations, and what they did about it."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments, history, steps
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, signed_in
from association.kernel.words import _
from bulletins.warnings import actions, queries
from bulletins.warnings.forms import ReportForm
from bulletins.warnings.models import WarningReceipt
from bulletins.warnings.policy import P
from bulletins.warnings.workflow import RECEIPT

bp = Blueprint("own_warnings", __name__, url_prefix="/my/warnings")


def page_of(receipt: WarningReceipt) -> str:
    return url_for("own_warnings.show", id=receipt.id)


steps.add_steps(
    bp, WarningReceipt, RECEIPT, see=P.SEE_RECEIPT, page_of=page_of,
    title_of=lambda r: f"{r.warning.title} {r.organisation.name}",
)  # fmt: skip


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """Every warning in force that concerns one's organisations, with the reasons; then what is over."""
    ids = actor().ids("organisation", "clerk", "signer")
    return render_template(
        "bulletins/warnings/own.html",
        concerns=queries.concerns_of(ids),
        over=queries.concerns_of(ids, ended=True),
    )


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """The warning as this organisation has it: why, by when, what was confirmed and reported."""
    receipt = find(WarningReceipt, id, P.SEE_RECEIPT)
    return render_template(
        "bulletins/warnings/receipt.html", receipt=receipt, warning=receipt.warning,
        why=queries.applies_to(receipt.warning, receipt.organisation),
        papers=attachments.of_many([receipt], actions.EVIDENCE)[receipt.id],
        buttons=steps.buttons(
            RECEIPT, receipt, endpoint="own_warnings.step_warning_receipt",
            own_pages={"report": url_for("own_warnings.report", id=id)},
        ),
        lines=history.panel(receipt),
    )  # fmt: skip


@bp.route("/<int:id>/report/", methods=["GET", "POST"])
@decided_inside
def report(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was done, with evidence."""
    receipt = find(WarningReceipt, id, P.CONFIRM)
    steps.ready(RECEIPT, "report", receipt)
    form = ReportForm(data={"statement": receipt.statement})
    if form.accepts():
        actions.report(
            receipt, statement=form.statement.data or "", evidence=form.evidence.data or [], actor=actor()
        )
        flash(_("已报送，秘书处会看。"), "done")
        return back_to("own_warnings.show", id=id)
    return form_page(
        form, heading=_("报送处置说明"), button=_("报送"), back=page_of(receipt),
        crumbs=[(_("与我有关的预警"), url_for("own_warnings.index")), (receipt.warning.title, page_of(receipt))],
        lede=_("写明做了什么、结果如何；请不要写个人信息。说明只有你单位和秘书处能看到。"),
    )  # fmt: skip
