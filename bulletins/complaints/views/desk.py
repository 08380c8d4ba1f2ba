"""The desk of complaints. Lists and exports hold numbers and states; words are read one by one, who complained for a logged reason."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, dated, history, steps
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from bulletins.complaints import actions, queries
from bulletins.complaints.forms import ConcernForm, LookForm, ReplyForm, WrittenDownForm
from bulletins.complaints.models import Channel, Complaint, ComplaintState
from bulletins.complaints.policy import P
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


def page_of(complaint: Complaint) -> str:
    return url_for("complaint_desk.show", id=complaint.id)


steps.add_steps(
    bp, Complaint, COMPLAINT, see=P.READ, page_of=page_of, title_of=lambda c: c.number or _("投诉举报")
)


def _crumbs(complaint: Complaint | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")), (_("投诉举报的办理"), url_for("complaint_desk.index")),
    ]  # fmt: skip
    return trail if complaint is None else [*trail, (complaint.number, page_of(complaint))]


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
        code = actions.write_down(**form.values, token=form.once.data or "", actor=actor())
        return render_template("bulletins/complaints/receipt.html", code=code, is_written_down=True)
    return form_page(
        form, heading=_("登记投诉举报"), button=_("登记"), back=url_for("complaint_desk.index"), crumbs=_crumbs()
    )  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One complaint: how far it is for those who read all, its words for those on duty."""
    return _file(find(Complaint, id, P.LIST_ALL))


def _file(complaint: Complaint, who: str | None = None) -> str:
    return render_template(
        "bulletins/complaints/file.html", complaint=complaint, crumbs=_crumbs(complaint), who=who, may_read=can(actor(), P.READ, complaint),
        lines=history.panel(complaint) if who is None else [],
        buttons=steps.buttons(COMPLAINT, complaint, endpoint="complaint_desk.step_complaint") if who is None else [],
    )  # fmt: skip


@bp.route("/<int:id>/reply/", methods=["GET", "POST"])
@decided_inside
def reply(id: int) -> ResponseReturnValue:  # noqa: A002
    """Ask or tell whoever holds the code."""
    complaint = find(Complaint, id, P.READ)
    if opening():
        actions.check_open(complaint)
    form = ReplyForm()
    if form.accepts():
        actions.reply(complaint, **form.values, actor=actor())
        flash(_("已写下，投诉人凭回执码看到。"), "done")
        return back_to("complaint_desk.show", id=id)
    return form_page(
        form,
        heading=_("问投诉人"),
        button=_("写下"),
        back=page_of(complaint),
        crumbs=_crumbs(complaint),
    )


@bp.route("/<int:id>/concern/", methods=["GET", "POST"])
@decided_inside
def concern(id: int) -> ResponseReturnValue:  # noqa: A002
    """Which organisation it is about."""
    complaint = find(Complaint, id, P.READ)
    if opening():
        actions.check_open(complaint)
    form = ConcernForm()
    if form.accepts():
        actions.concern(complaint, **form.values, actor=actor())
        flash(_("已注明；同这家单位有关联的人员须回避。"), "done")
        return back_to("complaint_desk.index")
    return form_page(
        form,
        heading=_("注明被反映的单位"),
        button=_("注明"),
        back=page_of(complaint),
        crumbs=_crumbs(complaint),
    )


@bp.route("/<int:id>/who/", methods=["GET", "POST"])
@decided_inside
def who(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who complained, on this one answer."""
    complaint = find(Complaint, id, P.SEE_INFORMANT)
    form = LookForm()
    if form.accepts():
        found = actions.look_at_informant(complaint, **form.values, actor=actor())
        return _file(complaint, found or _("没有留下姓名，或已按期限清除"))
    return form_page(
        form, heading=_("查看举报人"), button=_("查看"), back=page_of(complaint), crumbs=_crumbs(complaint),
        lede=_("只在核实确有需要时查看。谁在什么时候为什么看，都留在操作记录里。"),
    )  # fmt: skip
