"""One signature with its evidence, for those who signed and for staff; the desk's list; the association's confirmation."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _, _l
from association.organisations.models import Kind
from association.pledges import actions, doors, papers, queries
from association.pledges.forms import ConfirmForm
from association.pledges.labels import LABELS
from association.pledges.models import Signature, SignatureState
from association.pledges.policy import P
from association.pledges.views.own import page_of
from association.pledges.workflow import SIGNATURE

bp = Blueprint("pledge_signatures", __name__)

COLUMNS = (
    Column("pledge", _l("公约"), lambda s: s.pledge.title),
    Column("name", LABELS["name"], lambda s: s.name),
    Column("uscc", LABELS["uscc"], lambda s: s.organisation.uscc),
    Column("state", LABELS["standing"], lambda s: str(s.state.label)),
    Column("signed_at", LABELS["signed_at"], lambda s: s.signed_at),
    Column("number", LABELS["number"], lambda s: s.number),
    Column("batch", LABELS["batch"], lambda s: s.batch),
)


@bp.get("/desk/pledges/signatures/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """All signatures, in every state."""
    listing = Listing(
        queries.all_signatures(), columns=COLUMNS, url_of=page_of,
        orders={"newest": (_l("最近填报"), (Signature.id.desc(),))},
        filters=[
            Words("q", _l("单位名称、代码或证书号"), queries.called_so),
            Choice(
                "state", LABELS["standing"], lambda rows, value: rows.where(Signature.state == SignatureState(value)),
                pairs=[(s.value, s.label) for s in SignatureState], as_links=True, counted=Signature.state,
            ),
        ],
    )  # fmt: skip
    return listing.answer("association/pledges/signatures.html")


@bp.get("/my/pledges/signatures/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Everything that is kept of one signature."""
    signature = find(Signature, id, P.SEE_SIGNATURE)
    return render_template(
        "association/pledges/signature.html", signature=signature, labels=LABELS, certificate=papers.of(signature),
        kinds=[str(Kind(value).label) for value in signature.as_it_was.get("kinds", [])],
        method=papers.METHODS[signature.method][0] if signature.method else "",
        spells=queries.spells_of(signature) if signature.number else [],
        is_ours=can(actor(), P.CANCEL, signature),
        buttons=steps.buttons(
            SIGNATURE, signature, endpoint="own_pledges.step_pledge_signature",
            own_pages={
                "sign": url_for("own_pledges.sign", id=id), "confirm": url_for("pledge_signatures.confirm", id=id),
                "leave": url_for("own_pledges.leave", id=id),
            },
        ),
        around=doors.of_signature(signature), lines=history.panel(signature, labels=LABELS),
    )  # fmt: skip


@bp.route("/desk/pledges/signatures/<int:id>/confirm/", methods=["GET", "POST"])
@decided_inside
def confirm(id: int) -> ResponseReturnValue:  # noqa: A002
    """The association's side: number, certificate, register."""
    signature = find(Signature, id, P.CONFIRM)
    steps.ready(SIGNATURE, "confirm", signature)
    form = ConfirmForm(batch=signature.batch)
    if form.accepts():
        actions.confirm(signature, batch=form.batch.data or "", actor=actor())
        flash(_("已确认：%(number)s。证书随后印好。", number=signature.number), "done")
        return back_to("pledge_signatures.show", id=id)
    return form_page(
        form, heading=_("确认%(name)s的签署", name=signature.name), button=_("确认签署"), back=page_of(signature),
        crumbs=[(_("公约的签署"), url_for("pledge_signatures.index"))],
        lede=_("确认后编号、发证，列入公开名单。协会的确认只表明签署手续齐全，不构成评价。"),
    )  # fmt: skip
