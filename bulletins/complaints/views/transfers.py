"""移送: preparing, sending, its package, and the authority's receipt."""

import os

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments, documents, history, steps
from association.kernel.attachments.sending import handed_out
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from bulletins.complaints import actions, queries
from bulletins.complaints.actions.transferring import RECEIPT
from bulletins.complaints.effects import LETTER
from bulletins.complaints.forms import ReceiptForm, SendForm, TransferForm
from bulletins.complaints.models import Complaint, ComplaintTransfer
from bulletins.complaints.policy import P
from bulletins.complaints.views.file import crumbs, page_of
from bulletins.complaints.workflow import TRANSFER

bp = Blueprint("complaint_transfers", __name__, url_prefix="/desk/complaints")


def _page(transfer: ComplaintTransfer) -> str:
    return url_for("complaint_transfers.show", id=transfer.id)


steps.add_steps(
    bp, ComplaintTransfer, TRANSFER, see=P.TRANSFER, page_of=_page, title_of=lambda t: t.number or _("移送")
)


def _crumbs(transfer: ComplaintTransfer) -> list[tuple[object, str | None]]:
    return [*crumbs(transfer.complaint), (transfer.number or _("移送"), _page(transfer))]


@bp.route("/<int:id>/transfer/", methods=["GET", "POST"])
@decided_inside
def prepare(id: int) -> ResponseReturnValue:  # noqa: A002
    """What goes to whom."""
    complaint = find(Complaint, id, P.TRANSFER)
    if opening():
        actions.check_open(complaint)
    form = TransferForm()
    form.offer(queries.evidence_of(complaint))
    if form.accepts():
        typed = {"evidence": (), **form.values}
        transfer = actions.prepare_transfer(complaint, **typed, actor=actor())
        flash(_("已拟好，等待另一人审核移送。"), "done")
        return back_to("complaint_transfers.show", id=transfer.id)
    return form_page(
        form, heading=_("移送主管部门"), button=_("拟移送"), back=page_of(complaint), crumbs=crumbs(complaint),
        lede=_("协会没有处罚权的事项，移送有权处理的机关。案卷里只有移送函、目录和所选证据的副本，没有投诉人的原话和身份。"),
    )  # fmt: skip


@bp.get("/transfers/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One transfer: what goes along, and how far it is."""
    transfer = find(ComplaintTransfer, id, P.TRANSFER)
    pages = {deed: url_for(f"complaint_transfers.{deed}", id=id) for deed in ("send", "receive")}
    return render_template(
        "bulletins/complaints/transfer.html", transfer=transfer, crumbs=_crumbs(transfer), lines=history.panel(transfer), size_words=attachments.size_words,
        receipts=attachments.attachments_of(transfer, RECEIPT), letter=documents.document_of(transfer, LETTER),
        buttons=steps.buttons(TRANSFER, transfer, endpoint="complaint_transfers.step_complaint_transfer", own_pages=pages),
    )  # fmt: skip


@bp.route("/transfers/<int:id>/send/", methods=["GET", "POST"])
@decided_inside
def send(id: int) -> ResponseReturnValue:  # noqa: A002
    """The second hand."""
    transfer = find(ComplaintTransfer, id, P.TRANSFER)
    steps.ready(TRANSFER, "send", transfer)
    form = SendForm()
    if form.accepts():
        actions.send(transfer, **form.values, actor=actor())
        flash(_("已移送，请下载案卷送达。"), "done")
        return back_to("complaint_transfers.show", id=id)
    return steps.form_page_of(TRANSFER, "send", form, back=_page(transfer), crumbs=_crumbs(transfer))


@bp.route("/transfers/<int:id>/receive/", methods=["GET", "POST"])
@decided_inside
def receive(id: int) -> ResponseReturnValue:  # noqa: A002
    """What the authority's receipt says."""
    transfer = find(ComplaintTransfer, id, P.TRANSFER)
    steps.ready(TRANSFER, "receive", transfer)
    form = ReceiptForm()
    if form.accepts():
        actions.receive(transfer, **form.values, actor=actor())
        flash(_("回执已登记。"), "done")
        return back_to("complaint_transfers.show", id=id)
    return steps.form_page_of(TRANSFER, "receive", form, back=_page(transfer), crumbs=_crumbs(transfer))


@bp.get("/transfers/<int:id>/letter.pdf")
@decided_inside
def letter(id: int) -> ResponseReturnValue:  # noqa: A002
    """The letter that goes along."""
    return documents.answer(documents.document_of(find(ComplaintTransfer, id, P.TRANSFER), LETTER))


@bp.get("/transfers/<int:id>/package.zip")
@decided_inside
def package(id: int) -> ResponseReturnValue:  # noqa: A002
    """Letter, list of contents, copies."""
    transfer = find(ComplaintTransfer, id, P.TRANSFER)
    zipped = actions.package(transfer, actor=actor())
    if zipped is None:
        return documents.answer(documents.document_of(transfer, LETTER))
    size = zipped.seek(0, os.SEEK_END)
    zipped.seek(0)
    return handed_out(zipped, media_type="application/zip", name=f"{transfer.number}.zip", size=size)
