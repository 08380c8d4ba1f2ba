"""The desk of complaints. Lists and exports hold numbers and states; words are read one by one, who complained for a logged reason."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, dated, steps
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find, needs
from association.kernel.words import _, _l
from bulletins.complaints import actions, queries
from bulletins.complaints.forms import WrittenDownForm
from bulletins.complaints.models import Channel, Complaint, ComplaintState
from bulletins.complaints.policy import P
from bulletins.complaints.views.file import crumbs, page, page_of
from bulletins.complaints.workflow import COMPLAINT

bp = Blueprint("complaint_desk", __name__, url_prefix="/desk/complaints")

COLUMNS = (
    Column("number", _l("编号"), lambda c: c.number),
    Column("kind", _l("类别"), lambda c: c.kind),
    Column("channel", _l("怎样收到的"), lambda c: str(c.channel.label)),
    Column("state", _l("状态"), lambda c: str(c.state.label)),
    Column("received_on", _l("收到日期"), lambda c: clock.day_of(c.received_at).isoformat()),
    Column("due_on", _l("期限"), lambda c: c.due_on.isoformat() if c.due_on else ""),
)


steps.add_steps(
    bp, Complaint, COMPLAINT, see=P.READ, page_of=page_of, title_of=lambda c: c.number or _("投诉举报")
)


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """All complaints this person is not walled off from."""
    listing = Listing(
        queries.everything(), columns=COLUMNS, url_of=page_of,
        orders={"newest": (_l("最近收到"), queries.NEWEST), "due": (_l("期限"), queries.OLDEST_DUE)},
        filters=[
            Words("q", _l("编号"), queries.with_number),
            Choice(
                "state", _l("状态"), lambda rows, value: rows.where(Complaint.state == ComplaintState(value)),
                pairs=[(s.value, s.label) for s in ComplaintState],
            ),
            Choice(
                "kind", _l("类别"), lambda rows, value: rows.where(Complaint.kind == value),
                pairs=[(kind, kind) for kind in dated.value("complaints.kinds")],
            ),
            Choice(
                "channel", _l("怎样收到的"), lambda rows, value: rows.where(Complaint.channel == Channel(value)),
                pairs=[(c.value, c.label) for c in Channel],
            ),
            Choice("late", _l("期限"), lambda rows, _v: rows.where(queries.late()), pairs=[("yes", _l("已逾期"))]),
        ],
    )  # fmt: skip
    return listing.answer("bulletins/complaints/all.html", may_take_in=can(actor(), P.TAKE_IN))


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.TAKE_IN)
def new() -> ResponseReturnValue:
    """For somebody who called or wrote."""
    form = WrittenDownForm()
    if form.accepts():
        typed = form.values
        received = {name: typed.pop(name) for name in ("channel", "authority", "authority_number")}
        told = actions.Told(**typed)
        code = actions.write_down(told, **received, token=form.once.data or "", actor=actor())
        return render_template("bulletins/complaints/receipt.html", code=code, is_written_down=True)
    return form_page(
        form, heading=_("登记投诉举报"), button=_("登记"), back=url_for("complaint_desk.index"), crumbs=crumbs()
    )  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One complaint: how far it is for those who read all, its words for those on duty."""
    return page(find(Complaint, id, P.LIST_ALL))
