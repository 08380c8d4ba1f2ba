"""What everybody sees: the warnings, one warning, its plain printed form."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import dated, documents
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find_by, public
from association.kernel.words import _l
from association.organisations import queries as organisations
from bulletins.warnings import labels, queries
from bulletins.warnings.models import LISTED, Level, RiskWarning, WarningState
from bulletins.warnings.policy import P

bp = Blueprint("warnings", __name__, url_prefix="/warnings")

ORDERS = {
    "open": (
        _l("生效中的在前"),
        (queries.IN_FORCE_FIRST, RiskWarning.published_at.desc(), RiskWarning.id.desc()),
    ),
    "newest": (_l("最近发布"), (RiskWarning.published_at.desc(), RiskWarning.id.desc())),
    "level": (_l("级别高的在前"), (queries.GRAVEST, RiskWarning.published_at.desc(), RiskWarning.id.desc())),
}
FEED = Feed(
    title=_l("风险预警"), newest=(RiskWarning.published_at.desc(), RiskWarning.id.desc()), at=lambda w: w.closed_at or w.reduced_at or w.published_at,
    called=lambda w: f"{w.level.label} {w.title}", says=lambda w: f"{w.number} {w.state.label}\n{w.happens}\n{w.todo}",
)  # fmt: skip
COLUMNS = (
    Column("number", labels.COLUMNS["number"], lambda w: w.number),
    Column("level", labels.COLUMNS["level"], lambda w: str(w.level.label)),
    Column("title", labels.COLUMNS["title"], lambda w: w.title),
    Column("topic", labels.COLUMNS["topic"], lambda w: w.topic),
    Column("state", labels.COLUMNS["state"], lambda w: str(w.state.label)),
    Column("valid_from", labels.COLUMNS["valid_from"], lambda w: w.valid_from),
    Column("valid_to", labels.COLUMNS["valid_to"], lambda w: w.valid_to),
)


def address(warning: RiskWarning) -> str:
    return url_for("warnings.show", slug=warning.slug)


def filters(states: tuple[WarningState, ...]) -> list[Choice | Words]:
    """By words, level, topic and one of these states."""
    return [
        Words("q", _l("标题、编号或内容"), queries.with_words),
        Choice(
            "level", _l("级别"), lambda rows, value: rows.where(RiskWarning.level == Level(value)),
            pairs=[(level.value, level.label) for level in Level],
        ),
        Choice(
            "topic", _l("主题"), lambda rows, value: rows.where(RiskWarning.topic == value),
            pairs=lambda: [(topic, topic) for topic in dated.value("warnings.topics")],
        ),
        Choice(
            "state", _l("状态"), lambda rows, value: rows.where(RiskWarning.state == WarningState(value)),
            pairs=[(state.value, state.label) for state in states],
        ),
    ]  # fmt: skip


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """All that were issued, those in force first; withdrawn ones are not among them."""
    listing = Listing(
        queries.listed(), columns=COLUMNS, url_of=address, orders=ORDERS, filters=filters(LISTED), feed=FEED
    )
    return listing.answer("bulletins/warnings/index.html")


@bp.get("/<slug>/")
@decided_inside
def show(slug: str) -> ResponseReturnValue:
    """The questions a reader asks, one after the other; a withdrawn one says why and nothing else."""
    warning = find_by(queries.by_slug(slug), P.READ)
    return render_template(
        "bulletins/warnings/show.html", warning=warning, whom=organisations.whom(warning), rate=queries.rate(warning),
        may_see_file=can(actor(), P.READ_FILE), mine=queries.concerns_of(actor().ids("organisation", "clerk", "signer")),
    )  # fmt: skip


@bp.get("/<slug>/document.pdf")
@decided_inside
def pdf(slug: str) -> ResponseReturnValue:
    """Plain form; gone when it is withdrawn."""
    warning = find_by(queries.by_slug(slug), P.READ)
    if warning.state not in LISTED:
        raise Unknown
    return documents.answer(documents.document_of(warning, "warning"), public=True)
