"""Calls: read by everybody, answered by whoever is signed in."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.feeds import Feed
from association.kernel.lists import Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, public, signed_in
from association.kernel.words import _, _l
from mcn.incubation import actions, queries
from mcn.incubation.forms import ApplyForm
from mcn.incubation.models import IncubationCall
from mcn.incubation.policy import P

bp = Blueprint("incubation", __name__, url_prefix="/incubation")

COLUMNS = (
    Column("title", _l("标题"), lambda c: c.title),
    Column("places", _l("名额"), lambda c: c.places),
    Column("published_at", _l("发布"), lambda c: c.published_at),
    Column("closes_on", _l("申请的最后一天"), lambda c: c.closes_on),
)
FEED = Feed(
    title=_l("孵化征集"), newest=(IncubationCall.published_at.desc(), IncubationCall.id.desc()), at=lambda c: clock.day_of(c.published_at),
    called=lambda c: c.title, says=lambda c: c.text,
)  # fmt: skip


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Published calls, the newest first."""
    listing = Listing(
        queries.calls(), columns=COLUMNS, url_of=lambda c: url_for("incubation.show", id=c.id), feed=FEED,
        filters=[Words("q", _l("标题"), lambda rows, words: rows.where(IncubationCall.title.contains(words, autoescape=True)))],
        orders={"newest": (_l("最新在前"), (IncubationCall.published_at.desc(), IncubationCall.id.desc()))},
    )  # fmt: skip
    return listing.answer("mcn/incubation/index.html")


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One call."""
    call = find(IncubationCall, id, P.SEE_CALL)
    return render_template("mcn/incubation/call.html", wanted=call, may_keep=can(actor(), P.LIST_ALL))


@bp.route("/<int:id>/apply/", methods=["GET", "POST"])
@signed_in
def apply(id: int) -> ResponseReturnValue:  # noqa: A002
    """Answer it for oneself."""
    call = find(IncubationCall, id, P.SEE_CALL)
    form = ApplyForm()
    if form.accepts():
        talent = actions.apply(call, facts=form.facts, actor=actor())
        flash(_("已提交，结果会写信告知。"), "done")
        return back_to("own_incubation.show", id=talent.id)
    return form_page(
        form, heading=_("申请参加孵化"), button=_("提交申请"), back=url_for("incubation.show", id=id),
        crumbs=[(_("青年人才孵化"), url_for("incubation.index")), (call.title, url_for("incubation.show", id=id))],
        lede=_("一人审核，另一人决定，结果都写明理由。未成年人须有监护人同意。"),
    )  # fmt: skip
