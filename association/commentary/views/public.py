"""What everybody reads: the list, a commentary, the same on paper."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import extract

from association.commentary import queries
from association.commentary.labels import LABELS
from association.commentary.models import Commentary, CommentaryKind, CommentaryState, Finding, FindingKind
from association.commentary.policy import P
from association.commentary.settings import said
from association.kernel import clock, documents
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, find_by, public
from association.kernel.words import _l

bp = Blueprint("commentary", __name__, url_prefix="/commentary")

ORDERS = {
    "newest": (_l("最近发布"), (Commentary.published_at.desc(), Commentary.id.desc())),
    "title": (_l("标题"), (Commentary.title, Commentary.id)),
}
FEED = Feed(
    title=_l("阅评"), newest=(Commentary.published_at.desc(), Commentary.id.desc()), at=lambda c: c.published_at,
    called=lambda c: c.title, says=lambda c: f"{c.kind.label} {c.number}",
)  # fmt: skip
COLUMNS = (
    Column("number", LABELS["number"], lambda c: c.number),
    Column("title", LABELS["title"], lambda c: c.title),
    Column("kind", LABELS["kind"], lambda c: str(c.kind.label)),
    Column("work", LABELS["work"], lambda c: c.work),
    Column("topic", LABELS["topic"], lambda c: c.topic),
    Column(
        "published_on", _l("发布日期"), lambda c: clock.day_of(c.published_at) if c.published_at else None
    ),
    Column("byline", LABELS["byline"], lambda c: c.byline),
)


def address(commentary: Commentary) -> str:
    return url_for("commentary.show", slug=commentary.slug)


def filters() -> list[Words | Choice]:
    return [
        Words("q", _l("标题、作品或编号"), queries.with_words),
        Choice(
            "kind", LABELS["kind"], lambda rows, value: rows.where(Commentary.kind == CommentaryKind(value)),
            pairs=[(k.value, k.label) for k in CommentaryKind],
        ),
        Choice(
            "topic", LABELS["topic"], lambda rows, value: rows.where(Commentary.topic == value),
            pairs=lambda: [(topic, topic) for topic in said("topics")],
        ),
        Choice(
            "year", _l("年份"), lambda rows, value: rows.where(extract("year", Commentary.published_at) == int(value)),
            pairs=lambda: [(str(year), str(year)) for year in queries.years()],
        ),
    ]  # fmt: skip


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Everything issued, the newest first."""
    listing = Listing(
        queries.in_public(), columns=COLUMNS, url_of=address, orders=ORDERS, filters=filters(), feed=FEED
    )
    return listing.answer("association/commentary/index.html")


@bp.get("/<slug>/")
@public
def show(slug: str) -> ResponseReturnValue:
    """A commentary as it was issued; of a withdrawn one, why."""
    commentary = find_by(queries.by_slug(slug), P.READ)
    return render_template(
        "association/commentary/show.html", commentary=commentary, withdrawn=commentary.state is CommentaryState.WITHDRAWN,
        labels=LABELS, chain=queries.chain_of(commentary), by_kind=by_kind(commentary),
        may_read_file=can(actor(), P.READ_FILE, commentary),
    )  # fmt: skip


def by_kind(commentary: Commentary) -> list[tuple[FindingKind, list[Finding]]]:
    """What was found, merits first, each kind in the order of writing."""
    return [
        (kind, found) for kind in FindingKind if (found := [f for f in commentary.findings if f.kind is kind])
    ]


@bp.get("/<slug>/document.pdf")
@public
def pdf(slug: str) -> ResponseReturnValue:
    """On paper, as it was printed when it was issued."""
    commentary = find_by(queries.by_slug(slug), P.READ)
    return documents.answer(documents.document_of(commentary, "commentary"), public=True)
