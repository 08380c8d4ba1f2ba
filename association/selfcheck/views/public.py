"""What everybody may read: the questionnaires with what they rest on, and the results of rounds that were published."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import dated
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find_by, public
from association.kernel.words import _l
from association.organisations import queries as organisations
from association.selfcheck import labels, queries
from association.selfcheck.models import PUBLIC, Questionnaire, QuestionnaireVersion, Round
from association.selfcheck.policy import P

bp = Blueprint("selfcheck", __name__, url_prefix="/selfcheck")

ORDERS = {
    "title": (_l("按名称"), (Questionnaire.title, QuestionnaireVersion.id)),
    "newest": (_l("最近发布"), (QuestionnaireVersion.published_at.desc(), QuestionnaireVersion.id.desc())),
}
FEED = Feed(
    title=_l("自查问卷"), newest=(QuestionnaireVersion.published_at.desc(), QuestionnaireVersion.id.desc()), at=lambda v: v.published_at,
    called=lambda v: v.title, says=lambda v: v.note,
)  # fmt: skip
COLUMNS = (
    Column("title", labels.COLUMNS["title"], lambda v: v.title),
    Column("kind", labels.COLUMNS["kind"], lambda v: str(v.questionnaire.kind.label)),
    Column("number", labels.COLUMNS["number"], lambda v: v.number),
    Column("state", labels.COLUMNS["state"], lambda v: str(v.state.label)),
    Column("published_at", labels.COLUMNS["published_on"], lambda v: v.published_at),
)
ROUND_COLUMNS = (
    Column("title", labels.COLUMNS["title"], lambda r: r.title),
    Column("topic", labels.COLUMNS["topic"], lambda r: r.topic),
    Column("due_on", labels.COLUMNS["due_on"], lambda r: r.due_on),
    Column("published_at", labels.COLUMNS["published_on"], lambda r: r.published_at),
)
ROUND_ORDERS = {"newest": (_l("最近公布"), (Round.published_at.desc(), Round.id.desc()))}
ROUND_FEED = Feed(
    title=_l("专项自查的结果"), newest=(Round.published_at.desc(), Round.id.desc()), at=lambda r: r.published_at, called=lambda r: r.title,
    says=lambda r: r.closing_note,
)  # fmt: skip


def address(version: QuestionnaireVersion) -> str:
    return url_for("selfcheck.show", slug=version.questionnaire.slug)


def filters() -> list[Words | Choice]:
    """By words and by kind of organisation."""
    return [
        Words("q", _l("名称或问题"), queries.questionnaires.with_words),
        Choice("kind", _l("适用的单位类别"), queries.questionnaires.of_kind, pairs=organisations.kind_pairs),
    ]


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """The questionnaires in use."""
    listing = Listing(
        queries.questionnaires.in_use(),
        columns=COLUMNS,
        url_of=address,
        orders=ORDERS,
        filters=filters(),
        feed=FEED,
    )
    asked = queries.checks.how_many_asked(v.id for v in listing.items)
    return listing.answer("association/selfcheck/index.html", asked=asked)


@bp.get("/<slug>/")
@decided_inside
def show(slug: str) -> ResponseReturnValue:
    """The version in use, question by question."""
    return _page(find_by(queries.questionnaires.newest_public(_questionnaire(slug)), P.READ))


@bp.get("/<slug>/<int:number>/")
@decided_inside
def version(slug: str, number: int) -> ResponseReturnValue:
    """One version; what was answered to it keeps leading here."""
    return _page(find_by(queries.questionnaires.numbered(_questionnaire(slug), number), P.READ))


def _questionnaire(slug: str) -> Questionnaire:
    found = queries.questionnaires.by_slug(slug)
    if found is None:
        raise Unknown
    return found


def _page(found: QuestionnaireVersion) -> str:
    who = actor()
    return render_template(
        "association/selfcheck/show.html", version=found, places=queries.places(found.questions),
        versions=[v for v in queries.questionnaires.versions_of(found.questionnaire_id) if v.state in PUBLIC],
        mine=[o for o in organisations.mine(who) if found.questionnaire.kind in o.kinds and can(who, P.START, o)],
    )  # fmt: skip


@bp.get("/rounds/")
@public
def rounds() -> ResponseReturnValue:
    """Rounds whose results were published."""
    listing = Listing(
        queries.rounds.published(), columns=ROUND_COLUMNS, orders=ROUND_ORDERS, feed=ROUND_FEED,
        url_of=lambda r: url_for("selfcheck.round_", slug=r.slug),
        filters=[
            Choice("topic", _l("主题"), lambda rows, value: rows.where(Round.topic == value),
                   pairs=lambda: [(topic, topic) for topic in dated.value("selfcheck.topics")]),
        ],
    )  # fmt: skip
    return listing.answer("association/selfcheck/rounds.html")


@bp.get("/rounds/<slug>/")
@decided_inside
def round_(slug: str) -> ResponseReturnValue:
    """What may be said of all together; nobody is named."""
    found = find_by(queries.rounds.by_slug(slug), P.READ)
    return render_template(
        "association/selfcheck/round.html", round=found, whom=organisations.whom(found), standing=queries.rounds.standing(found),
        figures=queries.rounds.figures(found),
    )  # fmt: skip
