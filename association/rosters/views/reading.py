"""What everybody reads: the rosters of a pledge, one roster, the list of a ceremony."""

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, documents
from association.kernel.day_words import day_words
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find_by, public
from association.kernel.words import _, _l
from association.organisations.models import PROVINCES, Kind
from association.pledges.models import Signature
from association.pledges.pages import pledge_called
from association.rosters import actions, effects, queries
from association.rosters.labels import LABELS
from association.rosters.models import Ceremony, Movement, Roster, RosterRow
from association.rosters.policy import P

bp = Blueprint("rosters", __name__, url_prefix="/pledges")

ROSTERS = (
    Column("number", LABELS["number"], lambda r: r.number),
    Column("as_of", LABELS["as_of"], lambda r: r.as_of),
    Column("bound", LABELS["bound"], lambda r: r.bound),
    Column("joined", LABELS["joined"], lambda r: r.joined),
    Column("gone", LABELS["gone"], lambda r: r.gone),
    Column("sha256", LABELS["sha256"], lambda r: r.sha256),
)
ROWS = (
    Column("movement", LABELS["movement"], lambda r: str(r.movement.label)),
    Column("name", LABELS["name"], lambda r: r.name),
    Column("uscc", LABELS["uscc"], lambda r: r.uscc),
    Column("kinds", LABELS["kinds"], lambda r: _("、").join(str(Kind(k).label) for k in r.kinds)),
    Column("province", LABELS["province"], lambda r: str(PROVINCES.get(r.province, ""))),
    Column("number", LABELS["certificate"], lambda r: r.number),
    Column("version", LABELS["version"], lambda r: r.version),
    Column("since_on", LABELS["since_on"], lambda r: r.since_on),
    Column("standing", LABELS["standing"], lambda r: str(r.standing.label)),
    Column("standing_from", LABELS["standing_from"], lambda r: r.standing_from),
)
ORDERS = {
    "time": (_l("签署时间"), (RosterRow.position,)),
    "name": (_l("名称（拼音）"), (RosterRow.name_key, RosterRow.position)),
}


@bp.get("/<slug>/rosters/")
@public
def index(slug: str) -> ResponseReturnValue:
    """All rosters of a pledge, and its ceremonies."""
    pledge = pledge_called(slug)
    listing = Listing(
        queries.published(pledge), columns=ROSTERS, url_of=effects.address_of,
        orders={"newest": (_l("最近一期"), (Roster.number.desc(),))},
        feed=Feed(
            title=_("%(title)s的名册", title=pledge.title), newest=(Roster.number.desc(),), at=lambda r: r.taken_at,
            called=effects.title_of, says=_said,
        ),
    )  # fmt: skip
    return listing.answer(
        "association/rosters/index.html", pledge=pledge, labels=LABELS, ceremonies=queries.ceremonies_of(pledge),
        may_arrange=can(actor(), P.ARRANGE),
    )  # fmt: skip


def _said(roster: Roster) -> str:
    return _(
        "截至%(day)s：受公约约束%(bound)d家，本期签署%(joined)d家，本期退出%(gone)d家。",
        day=day_words(roster.as_of), bound=roster.bound, joined=roster.joined, gone=roster.gone,
    )  # fmt: skip


@bp.get("/<slug>/rosters/<int:number>/")
@public
def show(slug: str, number: int) -> ResponseReturnValue:
    """One roster as it was written down: page, CSV and JSON are the same rows."""
    pledge = pledge_called(slug)
    roster = find_by(queries.numbered(pledge, number), P.READ)
    listing = Listing(
        queries.rows_of(roster), columns=ROWS, orders=ORDERS, url_of=_checked_at,
        filters=[
            Words("q", _l("单位名称、代码或证书号"), queries.called),
            Choice(
                "movement", LABELS["movement"], lambda rows, value: rows.where(RosterRow.movement == Movement(value)),
                pairs=[(m.value, m.label) for m in Movement], as_links=True,
            ),
        ],
    )  # fmt: skip
    return listing.answer(
        "association/rosters/roster.html", pledge=pledge, roster=roster, labels=LABELS, said=_said(roster),
        paper=documents.document_of(roster, "roster"),
    )  # fmt: skip


def _checked_at(row: RosterRow) -> str:
    """What is true of the certificate today."""
    return url_for("verify.index", q=row.number)


@bp.get("/<slug>/rosters/<int:number>/document.pdf")
@public
def pdf(slug: str, number: int) -> ResponseReturnValue:
    """On paper."""
    roster = find_by(queries.numbered(pledge_called(slug), number), P.READ)
    return documents.answer(documents.document_of(roster, "roster"), public=True)


@bp.get("/<slug>/rosters/<int:number>/roster.json")
@public
def canonical(slug: str, number: int) -> ResponseReturnValue:
    """The very bytes whose SHA-256 is published."""
    roster = find_by(queries.numbered(pledge_called(slug), number), P.READ)
    return Response(effects.canonical(roster), mimetype="application/json")


# Ceremonies

CEREMONY = (
    Column("name", LABELS["name"], lambda s: s.name if s.organisation.has_public_record else ""),
    Column("uscc", LABELS["uscc"], lambda s: s.organisation.uscc if s.organisation.has_public_record else ""),
    Column("number", LABELS["certificate"], lambda s: s.number),
    Column("signed_on", LABELS["since_on"], lambda s: clock.day_of(s.signed_at) if s.signed_at else None),
    Column("state", LABELS["standing"], lambda s: str(s.state.label)),
)
BY_NAME = {
    "name": (_l("名称（拼音）"), (Signature.name_key, Signature.id)),
    "time": (_l("签署时间"), (Signature.signed_at, Signature.id)),
}


@bp.get("/<slug>/ceremonies/<int:number>/")
@decided_inside
def ceremony(slug: str, number: int) -> ResponseReturnValue:
    """集体签署名单, to read and to print: confirmed for everybody, the whole batch for staff."""
    pledge = pledge_called(slug)
    found = find_by(queries.ceremony(pledge, number), P.SEE_CEREMONY)
    whole = can(actor(), P.LIST_CEREMONIES)
    rows = queries.in_batch(found) if whole else queries.confirmed_in_batch(found)
    listing = Listing(
        rows,
        columns=CEREMONY,
        orders=BY_NAME,
        url_of=lambda s: url_for("verify.index", q=s.number),
        per_page=500,
    )
    return listing.answer(
        "association/rosters/ceremony.html", pledge=pledge, ceremony=found, labels=LABELS, whole=whole,
        may_arrange=can(actor(), P.ARRANGE), final=documents.document_of(found, actions.FINAL),
        working=documents.document_of(found, actions.WORKING) if whole else None,
    )  # fmt: skip


@bp.get("/<slug>/ceremonies/<int:number>/document.pdf")
@decided_inside
def ceremony_pdf(slug: str, number: int) -> ResponseReturnValue:
    """The list on paper, once everybody on it was confirmed."""
    found = find_by(queries.ceremony(pledge_called(slug), number), P.SEE_CEREMONY)
    return documents.answer(documents.document_of(found, actions.FINAL), public=True)


@bp.get("/<slug>/ceremonies/<int:number>/working.pdf")
@decided_inside
def working_pdf(slug: str, number: int) -> ResponseReturnValue:
    """The list for the day itself, for staff."""
    found: Ceremony = find_by(queries.ceremony(pledge_called(slug), number), P.LIST_CEREMONIES)
    return documents.answer(documents.document_of(found, actions.WORKING))
