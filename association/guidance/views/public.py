"""What everybody reads: the public answers, one answer in its versions, its plain printed form."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.guidance import labels, queries
from association.guidance.models import PublicAnswer, PublicState
from association.guidance.policy import P
from association.kernel import dated, documents
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find_by, public
from association.kernel.words import _, _l

bp = Blueprint("guidance", __name__, url_prefix="/guidance")


def standing(answer: PublicAnswer) -> str:
    """In words: whether its basis has changed, or else its state."""
    return _("待复核") if answer.is_in_doubt else str(answer.state.label)


ORDERS = {
    "newest": (_l("最近公开"), (PublicAnswer.published_at.desc(), PublicAnswer.id.desc())),
    "topic": (_l("按主题"), (PublicAnswer.topic, PublicAnswer.published_at.desc(), PublicAnswer.id.desc())),
}
FEED = Feed(
    title=_l("业务指导"), newest=(PublicAnswer.published_at.desc(), PublicAnswer.id.desc()),
    at=lambda a: max(m for m in (a.published_at, a.doubted_at, a.held_at) if m is not None),
    called=lambda a: a.title, says=lambda a: f"{a.number} {standing(a)}\n{a.asks}\n{a.answers}",
)  # fmt: skip
COLUMNS = (
    Column("number", labels.COLUMNS["number"], lambda a: a.number),
    Column("title", labels.COLUMNS["title"], lambda a: a.title),
    Column("topic", labels.COLUMNS["topic"], lambda a: a.topic),
    Column("state", labels.COLUMNS["state"], standing),
    Column("basis_on", labels.COLUMNS["basis_on"], lambda a: a.basis_on),
    Column("published_at", labels.COLUMNS["published_at"], lambda a: a.published_at),
    Column("clauses", labels.COLUMNS["clauses"], lambda a: "；".join(c["called"] for c in a.clauses)),
    Column("version", labels.COLUMNS["version"], lambda a: a.version),
)


def address(answer: PublicAnswer) -> str:
    return url_for("guidance.show", slug=answer.slug)


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """All that count; withdrawn and older ones are not among them."""
    listing = Listing(
        queries.listed(), columns=COLUMNS, url_of=address, orders=ORDERS, feed=FEED,
        filters=[
            Words("q", _l("问题、答复或编号"), queries.with_words),
            Choice("topic", _l("主题"), lambda rows, value: rows.where(PublicAnswer.topic == value),
                   pairs=lambda: [(topic, topic) for topic in dated.value("guidance.topics")]),
        ],
    )  # fmt: skip
    return listing.answer("association/guidance/index.html")


def _page(answer: PublicAnswer) -> str:
    versions = queries.versions_of(answer)
    return render_template(
        "association/guidance/show.html", answer=answer, older=[v for v in versions if v.version < answer.version],
        newest=versions[0] if versions else None, change=labels.change, may_read_file=can(actor(), P.READ_FILE),
    )  # fmt: skip


@bp.get("/<slug>/")
@decided_inside
def show(slug: str) -> ResponseReturnValue:
    """The version that counts; a withdrawn one says why and nothing else."""
    return _page(find_by(queries.by_slug(slug), P.READ))


@bp.get("/<slug>/<int:version>/")
@decided_inside
def show_version(slug: str, version: int) -> ResponseReturnValue:
    """One version, with what has taken its place."""
    answer = find_by(queries.by_version(slug, version), P.READ)
    if not answer.is_public:
        raise Unknown
    return _page(answer)


@bp.get("/<slug>/document.pdf")
@decided_inside
def pdf(slug: str) -> ResponseReturnValue:
    """Plain form; gone when it is withdrawn."""
    answer = find_by(queries.by_slug(slug), P.READ)
    if answer.state is not PublicState.PUBLISHED:
        raise Unknown
    return documents.answer(documents.document_of(answer, "guidance"), public=True)
