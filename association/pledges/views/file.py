"""The desk: a version from its first draft to its issue, and its repeal."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association import drafting
from association.consultations import queries as consultations
from association.kernel import clock, history, steps
from association.kernel.errors import Refused
from association.kernel.lists import Choice, Column, Listing
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _, _l
from association.organisations import queries as organisations
from association.organisations import uscc
from association.pledges import actions, gates, queries
from association.pledges.forms import (
    AdoptForm,
    BeginForm,
    InviteForm,
    LayOutForm,
    RepealForm,
    SignatoriesForm,
)
from association.pledges.labels import LABELS
from association.pledges.models import WRITTEN_IN, PledgeVersion, VersionState
from association.pledges.policy import P
from association.pledges.views.reading import words_of_kinds
from association.pledges.workflow import VERSION

bp = Blueprint("pledge_desk", __name__, url_prefix="/desk/pledges")

COLUMNS = (
    Column("title", LABELS["title"], lambda v: v.title),
    Column("number", _l("第几版"), lambda v: v.number),
    Column("state", _l("进展"), lambda v: str(v.state.label)),
    Column("effective_on", LABELS["effective_on"], lambda v: v.effective_on),
)


def page_of(version: PledgeVersion) -> str:
    return url_for("pledge_desk.show", id=version.id)


steps.add_steps(bp, PledgeVersion, VERSION, see=P.READ_FILE, page_of=page_of, title_of=lambda v: v.title)


def _crumbs(version: PledgeVersion | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")), (_("公约的办理"), url_for("pledge_desk.index")),
    ]  # fmt: skip
    return [*trail, (version.title, page_of(version))] if version else trail


@bp.get("/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """All versions, in every state."""
    listing = Listing(
        queries.all_versions(), columns=COLUMNS, url_of=page_of,
        orders={"newest": (_l("最近起草"), (PledgeVersion.id.desc(),))},
        filters=[
            Choice(
                "state", _l("进展"), lambda rows, value: rows.where(PledgeVersion.state == VersionState(value)),
                pairs=[(s.value, s.label) for s in VersionState],
            )
        ],
    )  # fmt: skip
    return listing.answer("association/pledges/all.html", may_begin=can(actor(), P.DRAFT))


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.DRAFT)
def begin() -> ResponseReturnValue:
    """A pledge to be written."""
    form = BeginForm()
    if form.accepts():
        version = actions.begin(
            title=form.title.data or "", code=form.code.data or "", **form.signatories, actor=actor()
        )
        flash(_("已开始起草，请写正文。"), "done")
        return back_to("pledge_desk.show", id=version.id)
    return form_page(
        form, heading=_("起草公约"), button=_("开始起草"), back=url_for("pledge_desk.index"), crumbs=_crumbs()
    )


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What is missing, and the steps that are open."""
    version = find(PledgeVersion, id, P.READ_FILE)
    own_pages = {deed: url_for(f"pledge_desk.{deed}", id=id) for deed in ("lay_out", "adopt", "repeal")}
    own_pages["put_to_vote"] = url_for("amendment_desk.put_to_vote", id=id)
    may_draft = can(actor(), P.DRAFT, version)
    return render_template(
        "association/pledges/file.html", version=version, pledge=version.pledge, labels=LABELS, missing=gates.missing(version),
        draft=drafting.latest(version), risky=_risky(version), kinds=words_of_kinds(version.pledge.kinds),
        consultations=consultations.of(version), invitations=queries.invitations_of(version.pledge), may_draft=may_draft,
        may_write=may_draft and version.state in WRITTEN_IN,
        may_revise=may_draft and version.is_signable and queries.version_under_way(version.pledge) is None,
        buttons=steps.buttons(VERSION, version, endpoint="pledge_desk.step_pledge_version", own_pages=own_pages),
        lines=history.panel(version, labels=LABELS),
    )  # fmt: skip


def _risky(version: PledgeVersion) -> list[tuple[str, str]]:
    """Where it speaks of price or boycott, while that can still be changed."""
    try:
        return gates.risky(version)
    except Refused:
        return []


@bp.route("/<int:id>/write/", methods=["GET", "POST"])
@decided_inside
def write(id: int) -> ResponseReturnValue:  # noqa: A002
    """The writing desk."""
    version = find(PledgeVersion, id, P.DRAFT)
    actions.check_writable(version)
    return drafting.page(
        version, title=version.title, heading=_("起草正文"), back=page_of(version), crumbs=_crumbs(version)
    )


@bp.route("/<int:id>/signatories/", methods=["GET", "POST"])
@decided_inside
def signatories(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who may sign."""
    version = find(PledgeVersion, id, P.DRAFT)
    form = SignatoriesForm(obj=version.pledge)
    if form.accepts():
        actions.change_signatories(version.pledge, **form.signatories, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("pledge_desk.show", id=id)
    return form_page(
        form, heading=_("可以签署的单位"), button=_("保存"), back=page_of(version), crumbs=_crumbs(version),
        lede=_("从现在起有效；已经签署的单位不受影响。"),
    )  # fmt: skip


@bp.route("/<int:id>/invite/", methods=["GET", "POST"])
@decided_inside
def invite(id: int) -> ResponseReturnValue:  # noqa: A002
    """Ask an organisation to sign."""
    version = find(PledgeVersion, id, P.DRAFT)
    form = InviteForm()
    if form.accepts():
        asked = actions.invite(
            version.pledge, organisations.living(uscc.tidy(form.code.data or "")), actor=actor()
        )
        flash(_("已邀请%(name)s。", name=asked.organisation.name), "done")
        return back_to("pledge_desk.show", id=id)
    return form_page(
        form, heading=_("邀请单位签署"), button=_("邀请"), back=page_of(version), crumbs=_crumbs(version)
    )


@bp.route("/<int:id>/lay-out/", methods=["GET", "POST"])
@decided_inside
def lay_out(id: int) -> ResponseReturnValue:  # noqa: A002
    """Everybody's comments, for some days; members are written to."""
    version = find(PledgeVersion, id, P.DRAFT)
    steps.ready(VERSION, "lay_out", version)
    form = LayOutForm(title=_("《%(title)s》征求意见", title=version.title))
    if form.accepts():
        actions.lay_out(version, **form.values, actor=actor())
        flash(_("已开始征求意见，会员单位会收到信函。"), "done")
        return back_to("pledge_desk.show", id=id)
    return form_page(
        form, heading=_("公开征求意见"), button=_("开始征求意见"), back=page_of(version), crumbs=_crumbs(version),
        lede=_("现在的正文成为征求意见稿；截止以前正文不能改。会员单位会收到信函，任何人都可以逐条提出意见。"),
    )  # fmt: skip


@bp.route("/<int:id>/adopt/", methods=["GET", "POST"])
@decided_inside
def adopt(id: int) -> ResponseReturnValue:  # noqa: A002
    """The body's decision."""
    version = find(PledgeVersion, id, P.ADOPT)
    steps.ready(VERSION, "adopt", version)
    form = AdoptForm(note=version.note)
    if version.voted_on is not None:
        form.is_voted(version.voted_on)
    if form.accepts():
        actions.adopt(version, **form.values, actor=actor())
        flash(_("已登记通过，请起草人送初审。"), "done")
        return back_to("pledge_desk.show", id=id)
    return form_page(
        form, heading=_("登记通过"), button=_("登记"), back=page_of(version), crumbs=_crumbs(version),
        lede=_("登记后正文定稿。公约只约束自愿签署的单位。"),
    )  # fmt: skip


@bp.route("/<int:id>/repeal/", methods=["GET", "POST"])
@decided_inside
def repeal(id: int) -> ResponseReturnValue:  # noqa: A002
    """It is no longer in force from a day on."""
    version = find(PledgeVersion, id, P.REPEAL)
    steps.ready(VERSION, "repeal", version)
    form = RepealForm()
    if form.accepts():
        actions.repeal(
            version, on=form.on.data or clock.today(), reason=form.reason.data or "", actor=actor()
        )
        flash(_("已登记废止。"), "done")
        return back_to("pledge_desk.show", id=id)
    return form_page(
        form, heading=_("登记废止"), button=_("登记废止"), back=page_of(version), crumbs=_crumbs(version), danger=True,
        lede=_("自所填的日期起，签署单位不再受约束，证书失效，都会收到信函。"),
    )  # fmt: skip
