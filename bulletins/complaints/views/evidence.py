"""Evidence: adding it, opening a copy, and opening the original for a reason."""

import io

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel.attachments.sending import handed_out
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from bulletins.complaints import actions
from bulletins.complaints.forms import EvidenceForm, LookForm
from bulletins.complaints.models import Complaint, ComplaintEvidence
from bulletins.complaints.policy import P
from bulletins.complaints.views.file import crumbs, page_of

bp = Blueprint("complaint_evidence", __name__, url_prefix="/desk/complaints")


@bp.route("/<int:id>/evidence/", methods=["GET", "POST"])
@decided_inside
def add(id: int) -> ResponseReturnValue:  # noqa: A002
    """What staff have found or taken down themselves."""
    complaint = find(Complaint, id, P.READ)
    if opening():
        actions.check_open(complaint)
        actions.check_room(complaint)
    form = EvidenceForm()
    if form.accepts():
        actions.add_evidence(complaint, **form.values, actor=actor())
        flash(_("证据已保存，不能再修改；副本稍后就好。"), "done")
        return back_to("complaint_desk.show", id=id)
    return form_page(
        form, heading=_("添加证据"), button=_("保存证据"), back=page_of(complaint), crumbs=crumbs(complaint)
    )


def _answer(evidence: ComplaintEvidence, data: bytes) -> ResponseReturnValue:
    """Under a name that says nothing of whom it is from."""
    name = f"{evidence.complaint.number}-{evidence.id}.{evidence.file_type.extension}"
    return handed_out(io.BytesIO(data), media_type=evidence.file_type.media_type, name=name, size=len(data))


@bp.get("/evidence/<int:id>/copy")
@decided_inside
def copy(id: int) -> ResponseReturnValue:  # noqa: A002
    """The copy without traces."""
    evidence = find(ComplaintEvidence, id, P.READ)
    return _answer(evidence, actions.open_copy(evidence, actor=actor()))


@bp.route("/evidence/<int:id>/original/", methods=["GET", "POST"])
@decided_inside
def original(id: int) -> ResponseReturnValue:  # noqa: A002
    """The file as it came."""
    evidence = find(ComplaintEvidence, id, P.SEE_INFORMANT)
    form = LookForm()
    if form.accepts():
        return _answer(evidence, actions.open_original(evidence, **form.values, actor=actor()))
    return form_page(
        form, heading=_("打开证据原件"), button=_("打开"), back=page_of(evidence.complaint), crumbs=crumbs(evidence.complaint),
        lede=_("原件可能带有拍摄地点、设备和作者，看得出是谁提供的。谁在什么时候为什么打开，都留在操作记录里。"),
        links=[(_("看副本就够了？"), _("打开副本"), url_for("complaint_evidence.copy", id=id))],
    )  # fmt: skip
