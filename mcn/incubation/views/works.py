"""The showcase: works whose makers have consented. Nobody is named whole."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.feeds import Feed
from association.kernel.lists import Column, Listing, Words
from association.kernel.web import decided_inside, find, public
from association.kernel.words import _l
from mcn.incubation import queries
from mcn.incubation.models import IncubatedWork
from mcn.incubation.policy import P

bp = Blueprint("incubation_works", __name__, url_prefix="/incubation/works")

COLUMNS = (
    Column("title", _l("作品名称"), lambda w: w.title),
    Column("maker", _l("作者"), lambda w: w.shown_maker),
    Column("organisation", _l("单位"), lambda w: w.organisation.name if w.organisation else ""),
    Column("shown_at", _l("展示"), lambda w: w.shown_at),
)
FEED = Feed(
    title=_l("孵化作品"), newest=(IncubatedWork.shown_at.desc(), IncubatedWork.id.desc()), at=lambda w: clock.day_of(w.shown_at), called=lambda w: w.title,
    says=lambda w: w.text,
)  # fmt: skip


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """What is shown now, the newest first."""
    listing = Listing(
        queries.works(), columns=COLUMNS, url_of=lambda w: url_for("incubation_works.show", id=w.id), feed=FEED,
        filters=[Words("q", _l("作品或介绍"), queries.works_called)],
        orders={"newest": (_l("最新在前"), (IncubatedWork.shown_at.desc(), IncubatedWork.id.desc()))},
    )  # fmt: skip
    return listing.answer("mcn/incubation/works.html")


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One work, as the public reads it; its maker and staff read it so before."""
    return render_template("mcn/incubation/work.html", work=find(IncubatedWork, id, P.SEE_WORK))
