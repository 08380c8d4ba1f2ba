"""The desk: the executor's own motion, all motions, a revision put to the vote."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.amendments import actions, queries
from association.amendments.forms import ProposeForm, PutToVoteForm
from association.amendments.labels import LABELS
from association.amendments.models import Ballot, Motion, MotionState
from association.amendments.policy import P
from association.amendments.settings import how_many, part_of
from association.amendments.views.own import page_of
from association.amendments.workflow import BALLOT
from association.kernel import clock, steps
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.pledges import actions as pledges
from association.pledges.models import PledgeVersion
from association.pledges.pages import pledge_called
from association.pledges.workflow import VERSION

bp = Blueprint("amendment_desk", __name__, url_prefix="/desk/pledges")

COLUMNS = (
    Column("pledge", LABELS["pledge"], lambda m: m.pledge.title),
    Column("number", LABELS["number"], lambda m: m.number),
    Column("mover", LABELS["mover"], lambda m: m.name or _("协会")),
    Column("state", LABELS["state"], lambda m: str(m.state.label)),
    Column("made_on", LABELS["made_on"], lambda m: clock.day_of(m.made_at)),
    Column("until_on", LABELS["until_on"], lambda m: m.until_on),
)

steps.add_steps(
    bp, Ballot, BALLOT, see=P.READ,
    page_of=lambda b: url_for("amendments.ballot", slug=b.pledge.document.slug, number=b.number),
    title_of=lambda b: _("《%(title)s》第%(n)d次表决", title=b.pledge.title, n=b.number),
)  # fmt: skip


def _crumbs() -> list[tuple[object, str | None]]:
    return [(_("工作台"), url_for("desk.index")), (_("公约的办理"), url_for("pledge_desk.index"))]


@bp.get("/motions/")
@needs(P.LIST)
def index() -> ResponseReturnValue:
    """All motions, in every state."""
    listing = Listing(
        queries.all_motions(), columns=COLUMNS, url_of=page_of, orders={"newest": (_l("最近提出"), (Motion.id.desc(),))},
        filters=[
            Words("q", _l("公约、单位或理由"), queries.called),
            Choice(
                "state", LABELS["state"], lambda rows, value: rows.where(Motion.state == MotionState(value)),
                pairs=[(s.value, s.label) for s in MotionState], as_links=True,
            ),
        ],
    )  # fmt: skip
    return listing.answer("association/amendments/all.html")


@bp.route("/<slug>/propose/", methods=["GET", "POST"])
@needs(P.PROPOSE)
def propose(slug: str) -> ResponseReturnValue:
    """The executor proposes; the revision begins at once."""
    pledge = pledge_called(slug)
    if opening():
        pledges.check_revisable(pledge)
    form = ProposeForm()
    if form.accepts():
        motion = actions.propose(
            pledge, reason=form.reason.data or "", wording=form.wording.data or "", actor=actor()
        )
        flash(_("已开始修订，正文从现行文本开始。"), "done")
        return back_to("pledge_desk.show", id=motion.version_id)
    return form_page(
        form, heading=_("修订《%(title)s》", title=pledge.title), button=_("提出并开始修订"), back=url_for("pledges.show", slug=slug),
        crumbs=_crumbs(), lede=_("协会是公约的执行机构，可以直接提出修订。理由和建议的文字公开；有签署单位的，修订文本须经签署单位表决。"),
    )  # fmt: skip


@bp.route("/<int:id>/vote/", methods=["GET", "POST"])
@decided_inside
def put_to_vote(id: int) -> ResponseReturnValue:  # noqa: A002
    """The text as it is now, to everybody who has signed."""
    version = find(PledgeVersion, id, P.PUT_TO_VOTE)
    steps.ready(VERSION, "put_to_vote", version)
    form = PutToVoteForm()
    if form.accepts():
        ballot = actions.put_to_vote(version, note=form.note.data or "", actor=actor())
        flash(_("表决已开始，签署单位会收到信函。"), "done")
        return back_to("amendments.ballot", slug=version.pledge.document.slug, number=ballot.number)
    entitled = len(queries.bound(version.pledge))
    return form_page(
        form, heading=_("交签署单位表决：《%(title)s》", title=version.title), button=_("开始表决"), crumbs=_crumbs(),
        back=url_for("pledge_desk.show", id=id),
        lede=_(
            "现在的正文就是表决的文本，表决期间不能改。今天受公约约束的%(entitled)d家各投一票，为期%(days)d天；"
            "同意的达到%(needed)d家即为通过，单位数和票数要求就此固定。截止前谁也看不到怎样投票。",
            entitled=entitled, days=how_many("vote_days"), needed=part_of("consent_share", entitled),
        ),
    )  # fmt: skip
