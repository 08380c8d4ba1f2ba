"""重点目录: the works that are followed, for staff and experts."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.commentary import actions, queries
from association.commentary.forms import TrackForm
from association.commentary.labels import LABELS
from association.commentary.models import TrackedState, TrackedWork
from association.commentary.policy import P
from association.commentary.workflow import TRACKED
from association.kernel import steps
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, needs
from association.kernel.words import _, _l

bp = Blueprint("tracked_works", __name__, url_prefix="/review/tracked")

COLUMNS = (
    Column("work", LABELS["work"], lambda t: t.work),
    Column("work_number", LABELS["work_number"], lambda t: t.work_number),
    Column("maker", LABELS["maker"], lambda t: t.maker),
    Column("topic", LABELS["topic"], lambda t: t.topic),
    Column("note", LABELS["note"], lambda t: t.note),
    Column("since_on", LABELS["since_on"], lambda t: t.since_on),
    Column("until_on", LABELS["until_on"], lambda t: t.until_on),
    Column("state", _l("状态"), lambda t: str(t.state.label)),
)

steps.add_steps(
    bp, TrackedWork, TRACKED, see=P.READ_TRACKED, page_of=lambda _t: url_for("tracked_works.index"), title_of=lambda t: t.work
)  # fmt: skip


@bp.get("/")
@needs(P.READ_TRACKED)
def index() -> ResponseReturnValue:
    """Those that are followed, and those that were."""
    listing = Listing(
        queries.tracked(), columns=COLUMNS, url_of=lambda _t: url_for("tracked_works.index"),
        orders={"newest": (_l("最近列入"), (TrackedWork.id.desc(),)), "work": (LABELS["work"], (TrackedWork.work, TrackedWork.id))},
        filters=[
            Words("q", LABELS["work"], lambda rows, words: rows.where(TrackedWork.work.contains(words, autoescape=True))),
            Choice(
                "state", _l("状态"), lambda rows, value: rows.where(TrackedWork.state == TrackedState(value)),
                pairs=[(s.value, s.label) for s in TrackedState], as_links=True, counted=TrackedWork.state,
            ),
        ],
    )  # fmt: skip
    open_to = {
        t.id: steps.buttons(TRACKED, t, endpoint="tracked_works.step_commentary_tracked_work")
        for t in listing.items
    }
    return listing.answer(
        "association/commentary/tracked.html", open_to=open_to, may_track=can(actor(), P.TRACK)
    )


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.TRACK)
def track() -> ResponseReturnValue:
    """Follow a work from today on."""
    form = TrackForm()
    if form.accepts():
        actions.track(**form.values, actor=actor())
        flash(_("已列入重点目录。"), "done")
        return back_to("tracked_works.index")
    return form_page(
        form, heading=_("列入重点目录"), button=_("列入"), back=url_for("tracked_works.index"),
        crumbs=[(_("重点目录"), url_for("tracked_works.index"))],
        lede=_("列入只表示协会在跟踪，不是评价；目录只供工作人员和专家使用，不公开。"),
    )  # fmt: skip
