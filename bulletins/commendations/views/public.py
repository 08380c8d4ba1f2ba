"""What everybody reads: the rounds, a round with its entries, an entry."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find_by, public
from association.kernel.words import _l
from bulletins.commendations import queries
from bulletins.commendations.effects import entry_address
from bulletins.commendations.models import Nomination, NominationState, Round, RoundState, Stage, Subject
from bulletins.commendations.policy import P
from bulletins.notices.models import Notice, NoticeState

bp = Blueprint("commendations", __name__, url_prefix="/commendations")

COLUMNS = (
    Column("title", _l("名称"), lambda r: r.title),
    Column("state", _l("状态"), lambda r: str(r.state.label)),
    Column("basis", _l("依据"), lambda r: f"{r.basis_kind}：{r.basis}"),
    Column("opened_on", _l("开始征集"), lambda r: r.opened_on),
    Column("nominate_by", _l("提名截止日"), lambda r: r.nominate_by),
    Column("publicity_from", _l("公示自"), lambda r: r.publicity_from),
    Column("publicity_to", _l("公示至"), lambda r: r.publicity_to),
    Column("announced_on", _l("公布日期"), lambda r: r.announced_on),
)
ENTRY_COLUMNS = (
    Column("organisation", _l("单位"), lambda n: n.organisation.name),
    Column("uscc", _l("统一社会信用代码"), lambda n: n.organisation.uscc),
    Column("called", _l("作品或做法"), lambda n: n.called),
    Column("subject", _l("类别"), lambda n: str(n.subject.label)),
    Column("state", _l("状态"), lambda n: str(n.state.label)),
    Column("listed_on", _l("公布日期"), lambda n: n.listed_on),
    Column("grounds", _l("提名理由"), lambda n: n.grounds),
)
ORDERS = {"newest": (_l("最近征集"), (Round.opened_on.desc(), Round.id.desc()))}
FEED = Feed(
    title=_l("推优"), newest=(Round.opened_on.desc(), Round.id.desc()), at=lambda r: r.opened_on, called=lambda r: r.title,
    says=lambda r: str(r.state.label),
)  # fmt: skip


def address(round_: Round) -> str:
    return url_for("commendations.show", slug=round_.slug)


def part(notice: Notice) -> Mapping[str, Any]:
    """What a notice's public page shows of its round."""
    paper = queries.paper_of(notice)
    laid_out = paper is not None and paper.stage is not Stage.CALL
    shown = (NominationState.PROPOSED, NominationState.LISTED, NominationState.REVOKED)
    return {
        "round_paper": paper, "Stage": Stage,
        "entries": [n for n in queries.entries(paper.round, *shown) if n.is_shown] if paper and laid_out else [],
    }  # fmt: skip


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """All rounds that were called for, the newest first."""
    states = [s for s in RoundState if s not in (RoundState.PREPARED, RoundState.CLEARED)]
    listing = Listing(
        queries.in_public(), columns=COLUMNS, url_of=address, orders=ORDERS, feed=FEED,
        filters=[
            Words("q", _l("名称"), queries.with_words),
            Choice(
                "state", _l("状态"), lambda rows, value: rows.where(Round.state == RoundState(value)),
                pairs=[(s.value, s.label) for s in states],
            ),
        ],
    )  # fmt: skip
    return listing.answer("bulletins/commendations/index.html")


@bp.get("/<slug>/")
@public
def show(slug: str) -> ResponseReturnValue:
    """A round: what it rests on, its papers, and every entry that is laid out or listed."""
    round_ = find_by(queries.by_slug(slug), P.READ)
    listing = Listing(
        queries.of_round(round_).where(queries.shown()), columns=ENTRY_COLUMNS, url_of=entry_address,
        orders={"name": (_l("单位名称"), queries.BY_NAME)},
        filters=[
            Words("q", _l("单位、作品或做法"), queries.named_so),
            Choice(
                "subject", _l("类别"), lambda rows, value: rows.where(Nomination.subject == Subject(value)),
                pairs=[(s.value, s.label) for s in Subject],
            ),
        ],
    )  # fmt: skip
    papers = [p for p in queries.papers_of(round_) if p.notice.state in (NoticeState.PUBLISHED, NoticeState.WITHDRAWN)]  # fmt: skip
    return listing.answer(
        "bulletins/commendations/show.html", round=round_, papers=papers, may_keep=can(actor(), P.READ_FILE)
    )


@bp.get("/entries/<int:id>/")
@decided_inside
def entry(id: int) -> ResponseReturnValue:  # noqa: A002
    """A work or practice with the grounds; of a revoked one, why."""
    nomination = find_by(queries.nominations().where(Nomination.id == id), P.SEE_NOMINATION)
    return render_template(
        "bulletins/commendations/entry.html", nomination=nomination, round=nomination.round,
        is_revoked=nomination.state is NominationState.REVOKED, may_object=_may_object(nomination),
    )  # fmt: skip


def _may_object(nomination: Nomination) -> bool:
    return nomination.round.takes_objections and nomination.state is NominationState.PROPOSED
