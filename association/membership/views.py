"""Membership: the public list, the application, staff's decisions."""

from datetime import date

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, dated, history, steps
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening, public
from association.kernel.words import _, _l
from association.membership import actions, queries
from association.membership.forms import ApproveForm, AskForm, MembershipForm, RemoveForm, RepresentativeForm
from association.membership.labels import LABELS
from association.membership.models import Membership, MembershipState
from association.membership.policy import P
from association.membership.workflow import MEMBERSHIP
from association.organisations.models import Organisation
from association.organisations.policy import P as OrganisationP

bp = Blueprint("membership", __name__, url_prefix="/members")

history.describe(change_representative=_l("更换单位代表"))


def _page(membership: Membership) -> str:
    return url_for("membership.show", id=membership.id)


steps.add_steps(
    bp, Membership, MEMBERSHIP, see=P.READ, page_of=_page, title_of=lambda m: str(m.organisation.name)
)

COLUMNS = (
    Column("name", _l("单位"), lambda m: m.organisation.name),
    Column("uscc", _l("统一社会信用代码"), lambda m: m.organisation.uscc),
    Column("kind", LABELS["kind"], lambda m: m.kind),
    Column("number", _l("会员编号"), lambda m: m.number),
    Column("from_on", _l("入会日期"), lambda m: m.from_on),
    Column("state", _l("状态"), lambda m: str(m.state.label)),
)
FEED = Feed(
    title=_l("会员"), newest=(Membership.from_on.desc(), Membership.id.desc()), at=lambda m: m.from_on,
    called=lambda m: m.organisation.name, says=lambda m: f"{m.kind} {m.number}",
)  # fmt: skip
ORDERS = {
    "name": (_l("名称"), (Organisation.name_key, Membership.id)),
    "since": (_l("入会日期"), (Membership.from_on, Membership.id)),
}


def _kind_filter() -> Choice:
    return Choice(
        "kind", LABELS["kind"], lambda rows, kind: rows.where(Membership.kind == kind),
        pairs=lambda: [(kind, kind) for kind in dated.value("membership.kinds")],
    )  # fmt: skip


def _asked_day() -> tuple[date, str]:
    """The day the reader asks about (today if none or not a day) and what was wrong with it."""
    typed = request.args.get("on", "")
    try:
        return (date.fromisoformat(typed), "") if typed else (clock.today(), "")
    except ValueError:
        return clock.today(), _("日期请写成2026-11-23这样，已按今天显示。")


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Members on a day (today), by name."""
    day, fault = _asked_day()
    listing = Listing(
        queries.members_on(day), columns=COLUMNS, orders=ORDERS,
        url_of=lambda m: url_for("record.show", uscc=m.organisation.uscc),
        filters=[Words("q", _l("名称或代码"), queries.called_so), _kind_filter()], feed=FEED,
    )  # fmt: skip
    return listing.answer("association/membership/index.html", day=day, fault=fault)


@bp.get("/all/")
@needs(P.DECIDE)
def all_applications() -> ResponseReturnValue:
    """Staff: every application and stay, in every state."""
    state = Choice(
        "state", _l("状态"), lambda rows, value: rows.where(Membership.state == MembershipState(value)),
        pairs=[(s.value, s.label) for s in MembershipState], as_links=True, counted=Membership.state,
    )  # fmt: skip
    listing = Listing(
        queries.all_applications(), columns=COLUMNS, url_of=_page,
        orders={"newest": (_l("最近提交"), (Membership.id.desc(),)), **ORDERS},
        filters=[Words("q", _l("名称或代码"), queries.called_so), _kind_filter(), state],
    )  # fmt: skip
    return listing.answer("association/membership/all.html")


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One membership: its facts, what is open to do, its history."""
    membership = find(Membership, id, P.READ)
    own_pages = {deed: url_for(f"membership.{deed}", id=id) for deed in ("approve", "ask", "amend", "remove")}
    return render_template(
        "association/membership/show.html",
        membership=membership,
        labels=LABELS,
        buttons=steps.buttons(
            MEMBERSHIP, membership, endpoint="membership.step_membership", own_pages=own_pages
        ),
        lines=history.panel(membership, labels=LABELS),
    )


@bp.get("/organisation/<int:id>/")
@decided_inside
def of_organisation(id: int) -> ResponseReturnValue:  # noqa: A002
    """All stays of one organisation, and the way to apply when there is none that is not over."""
    organisation = find(Organisation, id, OrganisationP.READ_FILE)
    stays = queries.memberships_of(organisation)
    may_apply = (
        organisation.is_verified and can(actor(), P.PREPARE, organisation) and all(m.is_over for m in stays)
    )
    return render_template(
        "association/membership/of_organisation.html",
        organisation=organisation,
        stays=stays,
        may_apply=may_apply,
    )


@bp.route("/apply/<int:id>/", methods=["GET", "POST"])
@decided_inside
def apply(id: int) -> ResponseReturnValue:  # noqa: A002
    """A clerk applies for the organisation with this id."""
    organisation = find(Organisation, id, OrganisationP.PREPARE)
    form = MembershipForm()
    if form.accepts():
        membership = actions.prepare(organisation, **form.values, actor=actor())
        flash(_("已保存，请授权签署人确认后提交。"), "done")
        return back_to("membership.show", id=membership.id)
    return form_page(
        form, heading=_("申请入会"), button=_("保存"), back=url_for("membership.of_organisation", id=id),
        crumbs=[(organisation.name, url_for("organisation_file.show", id=id))], lede=_("由经办人填报，授权签署人确认后提交。入会自愿，退会自由。"),
    )  # fmt: skip


@bp.route("/<int:id>/amend/", methods=["GET", "POST"])
@decided_inside
def amend(id: int) -> ResponseReturnValue:  # noqa: A002
    """Change what was asked."""
    membership = find(Membership, id, P.PREPARE)
    if opening():
        actions.check_amendable(membership)
    form = MembershipForm(obj=membership)
    if form.accepts():
        actions.amend(membership, **form.values, actor=actor())
        flash(_("已保存，等待授权签署人确认。"), "done")
        return back_to("membership.show", id=id)
    return form_page(
        form, heading=_("修改入会申请"), button=_("保存，再请签署人确认"), back=_page(membership),
        crumbs=[(membership.organisation.name, _page(membership))],
    )  # fmt: skip


@bp.route("/<int:id>/ask/", methods=["GET", "POST"])
@decided_inside
def ask(id: int) -> ResponseReturnValue:  # noqa: A002
    """Please change these fields, because."""
    membership = find(Membership, id, P.DECIDE)
    steps.ready(MEMBERSHIP, "ask", membership)
    form = AskForm()
    if form.accepts():
        actions.ask(membership, asked=form.asked, reason=form.reason.data or "", actor=actor())
        flash(_("已请对方修改。"), "done")
        return back_to("membership.show", id=id)
    return form_page(
        form, heading=_("请对方修改"), button=_("发给对方"), back=_page(membership),
        crumbs=[(membership.organisation.name, _page(membership))], asks=True,
    )  # fmt: skip


@bp.route("/<int:id>/approve/", methods=["GET", "POST"])
@decided_inside
def approve(id: int) -> ResponseReturnValue:  # noqa: A002
    """Enter what the approving body decided."""
    membership = find(Membership, id, P.DECIDE)
    steps.ready(MEMBERSHIP, "approve", membership)
    form = ApproveForm()
    if form.accepts():
        actions.approve(membership, **form.values, actor=actor())
        flash(_("已登记批准结果，会员编号为%(number)s。", number=membership.number), "done")
        return back_to("membership.show", id=id)
    return form_page(
        form, heading=_("登记批准结果"), button=_("登记"), back=_page(membership),
        crumbs=[(membership.organisation.name, _page(membership))], lede=_("按批准机构的决定填写。登记后单位成为会员，取得会员编号。"),
    )  # fmt: skip


@bp.route("/<int:id>/remove/", methods=["GET", "POST"])
@decided_inside
def remove(id: int) -> ResponseReturnValue:  # noqa: A002
    """Enter the decision to remove a member."""
    membership = find(Membership, id, P.DECIDE)
    steps.ready(MEMBERSHIP, "remove", membership)
    form = RemoveForm()
    if form.accepts():
        actions.remove(membership, **form.values, actor=actor())
        flash(_("已登记除名。"), "done")
        return back_to("membership.show", id=id)
    return form_page(
        form, heading=_("除名"), button=_("登记除名"), back=_page(membership),
        crumbs=[(membership.organisation.name, _page(membership))], danger=True, lede=_("自所填日期起不再是会员；单位会收到信函和依据。"),
    )  # fmt: skip


@bp.route("/<int:id>/representative/", methods=["GET", "POST"])
@decided_inside
def representative(id: int) -> ResponseReturnValue:  # noqa: A002
    """The signer names another representative."""
    membership = find(Membership, id, P.SIGN)
    if opening():
        actions.check_is_member(membership)
    form = RepresentativeForm(obj=membership)
    if form.accepts():
        actions.change_representative(membership, **form.values, actor=actor())
        flash(_("已更换单位代表。"), "done")
        return back_to("membership.show", id=id)
    return form_page(
        form, heading=_("更换单位代表"), button=_("更换"), back=_page(membership),
        crumbs=[(membership.organisation.name, _page(membership))],
    )  # fmt: skip
