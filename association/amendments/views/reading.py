"""What everybody reads: the motions and ballots in the life of a pledge, each on a page of its own."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.amendments import queries
from association.amendments.effects import address_of
from association.amendments.labels import LABELS
from association.amendments.models import Ballot, Motion, MotionState
from association.amendments.policy import P
from association.amendments.settings import part_of
from association.amendments.workflow import BALLOT, MOTION
from association.kernel import clock, history, steps
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find_by, public
from association.kernel.words import _, _l
from association.pledges.models import Pledge
from association.pledges.pages import AT, pledge_called
from association.rules import pages
from association.rules import queries as texts
from association.rules.models import Edition

bp = Blueprint("amendments", __name__, url_prefix="/pledges")


def mover_of(motion: Motion) -> str:
    """Who has made it, as the public reads it; a natural person only while there is a basis for it."""
    if motion.organisation is None:
        return _("协会（公约的执行机构）")
    return motion.name if motion.organisation.has_public_record else _("一家签署单位")


COLUMNS = (
    Column("number", LABELS["number"], lambda m: m.number),
    Column("mover", LABELS["mover"], mover_of),
    Column("reason", LABELS["reason"], lambda m: m.reason),
    Column("wording", LABELS["wording"], lambda m: m.wording),
    Column("state", LABELS["state"], lambda m: str(m.state.label)),
    Column("made_on", LABELS["made_on"], lambda m: clock.day_of(m.made_at)),
    Column("until_on", LABELS["until_on"], lambda m: m.until_on),
)
ORDERS = {"newest": (_l("最近提出"), (Motion.number.desc(),))}


def _shown() -> list[tuple[str, object]]:
    return [(s.value, s.label) for s in MotionState if s not in (MotionState.RECEIVED, MotionState.DECLINED)]


@bp.get("/<slug>/amendments/")
@public
def index(slug: str) -> ResponseReturnValue:
    """Motions as page, CSV, JSON and feed, and the ballots."""
    pledge = pledge_called(slug)
    listing = Listing(
        queries.public_motions(pledge), columns=COLUMNS, url_of=address_of, orders=ORDERS,
        filters=[
            Choice(
                "state", LABELS["state"], lambda rows, value: rows.where(Motion.state == MotionState(value)), pairs=_shown, as_links=True
            )
        ],
        feed=Feed(
            title=_("%(title)s的修订动议", title=pledge.title), newest=(Motion.number.desc(),), at=lambda m: m.made_at,
            called=lambda m: _("第%(n)d号修订动议", n=m.number), says=lambda m: m.reason,
        ),
    )  # fmt: skip
    return listing.answer(
        "association/amendments/index.html", pledge=pledge, ballots=queries.ballots_of(pledge), mover_of=mover_of,
        needed=part_of("support_share", queries.in_good_standing(pledge)), may_move=can(actor(), P.MOVE),
        may_list=can(actor(), P.LIST),
    )  # fmt: skip


@bp.get("/<slug>/motions/<int:number>/")
@decided_inside
def motion(slug: str, number: int) -> ResponseReturnValue:
    """One motion with those who support it."""
    pledge = pledge_called(slug)
    found = find_by(queries.motion(pledge, number), P.SEE_MOTION)
    supports = queries.supports_of(found)
    standing = queries.ids_in_good_standing(pledge.id)
    is_staff = can(actor(), P.LIST)
    return render_template(
        "association/amendments/motion.html", motion=found, pledge=pledge, labels=LABELS, mover=mover_of(found),
        supports=[s for s in supports if s.organisation.has_public_record], hidden=sum(not s.organisation.has_public_record for s in supports),
        counted=sum(s.organisation_id in standing for s in supports), needed=part_of("support_share", len(standing)),
        may_support=_may_support(found), may_list=is_staff, S=MotionState,
        is_ours=bool(found.organisation_id) and found.organisation_id in actor().ids("organisation"),
        takes_back=_takes_back(found), revision_page=_revision_page(found) if is_staff else "",
        buttons=steps.buttons(MOTION, found, endpoint="own_amendments.step_pledge_motion"),
        lines=history.panel(found, labels=LABELS) if is_staff else None,
    )  # fmt: skip


def _revision_page(motion: Motion) -> str:
    return url_for("pledge_desk.show", id=motion.version_id) if motion.version_id else ""


def _may_support(motion: Motion) -> bool:
    """Whether one of the reader's organisations could still support it."""
    ids = actor().ids("organisation", "signer")
    return bool(ids) and any(open_.id == motion.id for open_, _id in queries.motions_to_support(ids))


def _takes_back(motion: Motion) -> bool:
    ids = [i for i in actor().ids("organisation", "signer") if i != motion.organisation_id]
    return motion.state is MotionState.OPEN and bool(ids) and bool(queries.supported([motion.id], ids))


@bp.get("/<slug>/votes/<int:number>/")
@public
def ballot(slug: str, number: int) -> ResponseReturnValue:
    """One ballot: its text, its rules, and after the close its result."""
    pledge = pledge_called(slug)
    found = find_by(queries.ballot(pledge, number), P.READ)
    ids = actor().ids("organisation", "clerk", "signer")
    return render_template(
        "association/amendments/ballot.html", ballot=found, pledge=pledge, labels=LABELS, edition=found.edition, at=AT,
        in_force=texts.in_force_on(pledge.document, clock.today()), seats=_choices(found),
        mine=queries.own_seats(ids, ballot=found) if ids else [], cast=queries.cast(found) if can(actor(), P.LIST) else None,
        may_read_file=can(actor(), P.LIST), reveals=can(actor(), P.SEE_CHOICES, found) and can(actor(), P.LIST),
        buttons=steps.buttons(BALLOT, found, endpoint="amendment_desk.step_pledge_ballot"),
        lines=history.panel(found, labels=LABELS) if can(actor(), P.LIST) else None,
    )  # fmt: skip


def _choices(ballot: Ballot) -> list[object]:
    """Who voted how, for whom it is open; natural persons without a basis are not named."""
    if not can(actor(), P.SEE_CHOICES, ballot):
        return []
    return [
        seat
        for seat in queries.seats_of(ballot)
        if seat.organisation.has_public_record or can(actor(), P.LIST)
    ]


@bp.get("/<slug>/votes/<int:number>/compare/")
@public
def compare(slug: str, number: int) -> ResponseReturnValue:
    """The text put to the vote beside the one in force, clause by clause."""
    pledge = pledge_called(slug)
    found = find_by(queries.ballot(pledge, number), P.READ)
    before = _before(found, pledge)
    return pages.comparison(
        before,
        found.edition,
        at=AT,
        template="association/amendments/compare.html",
        ballot=found,
        pledge=pledge,
    )


def _before(ballot: Ballot, pledge: Pledge) -> Edition:
    """The text that was in force when the vote was opened."""
    return texts.in_force_on(pledge.document, ballot.opened_on) or ballot.edition
