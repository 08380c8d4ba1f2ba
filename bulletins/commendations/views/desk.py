"""The desk: rounds, their papers and nominations."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.errors import Unknown
from association.kernel.forms import StepForm
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.standing import Standing
from bulletins.commendations import actions, effects, queries
from bulletins.commendations.forms import NominationForm, RoundForm
from bulletins.commendations.models import Nomination, NominationState, Round, RoundState, Stage
from bulletins.commendations.policy import P
from bulletins.commendations.views.own import page_of as page_of_nomination
from bulletins.commendations.views.public import COLUMNS, ENTRY_COLUMNS
from bulletins.commendations.workflow import ROUND
from bulletins.notices.models import Notice

bp = Blueprint("commendation_desk", __name__, url_prefix="/desk/commendations")


def page_of(round_: Round) -> str:
    return url_for("commendation_desk.show", id=round_.id)


steps.add_steps(bp, Round, ROUND, see=P.READ_FILE, page_of=page_of, title_of=lambda r: r.title)


def _crumbs(round_: Round | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")), (_("推优的办理"), url_for("commendation_desk.index")),
    ]  # fmt: skip
    return trail if round_ is None else [*trail, (round_.title, page_of(round_))]


def part(notice: Notice) -> Mapping[str, Any]:
    """What a notice's file shows of its round."""
    return {"round_paper": queries.paper_of(notice)}


@bp.get("/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """All rounds, and what other parts of the house suggest."""
    listing = Listing(
        queries.everything(), columns=COLUMNS, url_of=page_of, orders={"newest": (_l("最近筹备"), (Round.id.desc(),))},
        filters=[
            Words("q", _l("名称"), queries.with_words),
            Choice(
                "state", _l("状态"), lambda rows, value: rows.where(Round.state == RoundState(value)),
                pairs=[(s.value, s.label) for s in RoundState],
            ),
        ],
    )  # fmt: skip
    may_run = can(actor(), P.RUN)
    return listing.answer(
        "bulletins/commendations/all.html", may_run=may_run, suggestions=queries.suggestions(),
        open_rounds=[r for r in queries.at_work() if r.takes_nominations] if may_run else [],
    )  # fmt: skip


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.RUN)
def new() -> ResponseReturnValue:
    """Prepare a round."""
    form = RoundForm()
    if form.accepts():
        round_ = actions.prepare(facts=form.values, actor=actor())
        flash(_("已筹备，等待法务核对依据。"), "done")
        return back_to("commendation_desk.show", id=round_.id)
    return form_page(
        form, heading=_("筹备推优"), button=_("筹备"), back=url_for("commendation_desk.index"), crumbs=_crumbs(), lede=_lede(),
    )  # fmt: skip


def _lede() -> str:
    return _(
        "推优只介绍好作品、好做法：不设奖项，不评分，不排名，不收费，没有商业合作单位。没有依据的不能征集。"
    )


@bp.route("/<int:id>/facts/", methods=["GET", "POST"])
@decided_inside
def facts(id: int) -> ResponseReturnValue:  # noqa: A002
    """What it is for and what it rests on, until the basis is cleared."""
    round_ = find(Round, id, P.RUN)
    if opening():
        actions.check_prepared(round_)
    form = RoundForm(obj=round_)
    if form.accepts():
        actions.change(round_, facts=form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("commendation_desk.show", id=id)
    return form_page(
        form, heading=_("修改推优的事项"), button=_("保存"), back=page_of(round_), crumbs=_crumbs(round_), lede=_lede(),
    )  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """The file of a round: its papers, what is missing for the next, every nomination."""
    round_ = find(Round, id, P.READ_FILE)
    by = Column(
        "by", _l("提名的单位"), lambda n: n.by_organisation.name if n.by_organisation else _("秘书处")
    )
    listing = Listing(
        queries.of_round(round_), columns=(*ENTRY_COLUMNS, by), url_of=page_of_nomination, per_page=50,
        orders={
            "name": (_l("单位名称"), queries.BY_NAME),
            "time": (_l("提名时间"), (Nomination.nominated_at, Nomination.id)),
        },
        filters=[
            Words("q", _l("单位、作品或做法"), queries.named_so),
            Choice(
                "state", _l("状态"), lambda rows, value: rows.where(Nomination.state == NominationState(value)),
                pairs=[(s.value, s.label) for s in NominationState],
            ),
        ],
    )  # fmt: skip
    return listing.answer(
        "bulletins/commendations/file.html", round=round_, papers=queries.papers_of(round_), next=_next_paper(round_),
        buttons=steps.buttons(ROUND, round_, endpoint="commendation_desk.step_commendation_round"),
        may_change=round_.state is RoundState.PREPARED and can(actor(), P.RUN, round_),
        may_nominate=round_.takes_nominations and can(actor(), P.RUN, round_), unanswered=len(queries.unanswered(round_)),
        lines=history.panel(round_),
    )  # fmt: skip


def _next_paper(round_: Round) -> tuple[Stage, object | None] | None:
    """The paper the round waits for and what is missing for it; None where one is begun, or none is wanted."""
    stage = {RoundState.CLEARED: Stage.CALL, RoundState.SELECTING: Stage.PUBLICITY, RoundState.CLOSED: Stage.RESULT}.get(round_.state)  # fmt: skip
    if stage is None or not can(actor(), P.RUN) or queries.living_paper(round_, stage) is not None:
        return None
    return stage, effects.missing_of(round_, stage)


@bp.route("/<int:id>/paper/<stage>/", methods=["GET", "POST"])
@decided_inside
def paper(id: int, stage: str) -> ResponseReturnValue:  # noqa: A002
    """Begin the notice of a stage."""
    round_ = find(Round, id, P.RUN)
    if stage not in {s.value for s in Stage}:
        raise Unknown
    form = StepForm()
    del form.reason
    if form.accepts():
        notice = actions.begin_paper(round_, Stage(stage), actor=actor())
        flash(_("已开始起草，请写正文；名单、日期、依据和声明签发时自动印在正文前后。"), "done")
        return back_to("notice_desk.show", id=notice.id)
    return form_page(
        form, heading=_("起草%(stage)s", stage=str(Stage(stage).label)), button=_("开始起草"), back=page_of(round_), crumbs=_crumbs(round_),
        lede=_("它是一份推优文件，和通报一样三审、编号、发布。"),
    )  # fmt: skip


@bp.route("/<int:id>/nominate/", methods=["GET", "POST"])
@decided_inside
def nominate(id: int) -> ResponseReturnValue:  # noqa: A002
    """The secretariat puts something forward."""
    return _nominate(find(Round, id, P.RUN), None)


@bp.route("/<int:id>/nominate/<int:suggestion>/", methods=["GET", "POST"])
@decided_inside
def take_up(id: int, suggestion: int) -> ResponseReturnValue:  # noqa: A002
    """What another part of the house has suggested."""
    round_ = find(Round, id, P.RUN)
    row = next((row for row in queries.suggestions() if row.id == suggestion), None)
    if row is None:
        raise Unknown
    return _nominate(round_, row)


def _nominate(round_: Round, suggestion: Standing | None) -> ResponseReturnValue:
    if opening():
        actions.check_open(round_)
    known = suggestion.organisation.uscc if suggestion and suggestion.organisation else ""
    form = NominationForm(code=known, grounds=suggestion.title if suggestion else "")
    if form.accepts():
        nomination = actions.nominate(round_, **form.values, suggestion=suggestion, actor=actor())
        flash(_("已提名，等待作品所属单位的授权签署人同意。"), "done")
        return back_to("own_commendations.show", id=nomination.id)
    return form_page(
        form, heading=_("提名"), button=_("提名"), back=page_of(round_), crumbs=_crumbs(round_), lede=_("以秘书处的名义提名，须经作品所属单位的授权签署人同意。"),
    )  # fmt: skip
