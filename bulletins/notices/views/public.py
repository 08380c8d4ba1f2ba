"""What everybody reads: the list, a notice, the notice on paper."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import extract

from association.kernel import clock, dated, documents, faces
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, find_by, public
from association.kernel.words import _l
from bulletins.notices import companions, queries
from bulletins.notices.labels import LABELS
from bulletins.notices.models import CorrectionState, Notice, NoticeKind, NoticeState
from bulletins.notices.policy import P
from bulletins.notices.workflow import NOTICE

bp = Blueprint("bulletins", __name__, url_prefix="/bulletins")

ORDERS = {
    "newest": (_l("最近发布"), (Notice.published_at.desc(), Notice.id.desc())),
    "title": (_l("标题"), (Notice.title, Notice.id)),
}
FEED = Feed(
    title=_l("通报和公告"), newest=(Notice.published_at.desc(), Notice.id.desc()), at=lambda n: n.published_at,
    called=lambda n: n.title, says=lambda n: f"{n.kind.label} {n.source_number if n.is_forwarded else n.number}",
)  # fmt: skip
COLUMNS = (
    Column("number", LABELS["number"], lambda n: n.source_number if n.is_forwarded else n.number),
    Column("title", LABELS["title"], lambda n: n.title),
    Column("kind", LABELS["kind"], lambda n: str(n.kind.label)),
    Column("topic", LABELS["topic"], lambda n: n.topic),
    Column(
        "published_on", _l("发布日期"), lambda n: clock.day_of(n.published_at) if n.published_at else None
    ),
    Column("source_issuer", LABELS["source_issuer"], lambda n: n.source_issuer),
    Column("source_url", LABELS["source_url"], lambda n: n.source_url),
)


def address(notice: Notice) -> str:
    return url_for("bulletins.show", slug=notice.slug)


def filters() -> list[Words | Choice]:
    return [
        Words("q", _l("标题或文号"), queries.with_words),
        Choice(
            "kind", LABELS["kind"], lambda rows, value: rows.where(Notice.kind == NoticeKind(value)),
            pairs=[(k.value, k.label) for k in NoticeKind],
        ),
        Choice(
            "topic", LABELS["topic"], lambda rows, value: rows.where(Notice.topic == value),
            pairs=lambda: [(topic, topic) for topic in dated.value("notices.topics")],
        ),
        Choice(
            "year", _l("年份"), lambda rows, value: rows.where(extract("year", Notice.published_at) == int(value)),
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
    return listing.answer("bulletins/notices/index.html")


@bp.get("/<slug>/")
@public
def show(slug: str) -> ResponseReturnValue:
    """A notice as it was issued, with what was corrected since; of a withdrawn one, why."""
    notice = find_by(queries.by_slug(slug), P.READ)
    withdrawn, companion = notice.state is NoticeState.WITHDRAWN, companions.of(notice)
    return render_template(
        "bulletins/notices/show.html", notice=notice, withdrawn=withdrawn, labels=LABELS,
        corrections=queries.corrections_of(notice, CorrectionState.ISSUED), chain=queries.chain_of(notice),
        word=lambda deed: str(NOTICE.by_deed[deed].label), may_keep=can(actor(), P.READ_FILE, notice), companion=companion,
        paper_faces=None if withdrawn else _faces_of(notice), **(companion.public_facts(notice) if companion else {}),
    )  # fmt: skip


def _faces_of(notice: Notice) -> tuple[list[str], list[str]] | None:
    """The type faces its PDF is set in, and those of the layout that others stand in for; None while it is not printed."""
    paper = documents.document_of(notice, "notice")
    if paper is None or paper.faces is None:
        return None
    return faces.words_of(paper.faces), faces.stood_in_for(paper.faces)


@bp.get("/<slug>/document.pdf")
@public
def pdf(slug: str) -> ResponseReturnValue:
    """On paper, as it was printed when it was issued."""
    notice = find_by(queries.by_slug(slug), P.READ)
    return documents.answer(documents.document_of(notice, "notice"), public=True)
