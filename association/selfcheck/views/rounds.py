"""Staff: rounds, one with who has finished and who has not, its end and its results."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.errors import Refused
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.selfcheck import actions, labels, queries
from association.selfcheck.forms import RoundForm
from association.selfcheck.models import Part, Round, RoundState
from association.selfcheck.policy import P
from association.selfcheck.workflow import ROUND

bp = Blueprint("selfcheck_rounds", __name__, url_prefix="/desk/selfcheck/rounds")

COLUMNS = (
    Column("title", labels.COLUMNS["title"], lambda r: r.title),
    Column("topic", labels.COLUMNS["topic"], lambda r: r.topic),
    Column("due_on", labels.COLUMNS["due_on"], lambda r: r.due_on),
    Column("state", labels.COLUMNS["state"], lambda r: str(r.state.label)),
)


def page_of(round_: Round) -> str:
    return url_for("selfcheck_rounds.show", id=round_.id)


steps.add_steps(bp, Round, ROUND, see=P.READ_ROUND, page_of=page_of, title_of=lambda r: str(r.title))


def _crumbs(round_: Round | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")), (_("自查的办理"), url_for("selfcheck_desk.index")),
        (_("专项自查"), url_for("selfcheck_rounds.index")),
    ]  # fmt: skip
    return trail if round_ is None else [*trail, (round_.title, page_of(round_))]


@bp.get("/")
@needs(P.READ_ROUND)
def index() -> ResponseReturnValue:
    """All rounds, drafts too."""
    listing = Listing(
        queries.rounds.rounds(), columns=COLUMNS, url_of=page_of,
        orders={"newest": (_l("最近起草"), (Round.id.desc(),)), "due": (_l("截止日"), (Round.due_on, Round.id))},
        filters=[
            Words("q", _l("名称"), lambda rows, words: rows.where(Round.title.contains(words, autoescape=True))),
            Choice("state", _l("状态"), lambda rows, value: rows.where(Round.state == RoundState(value)),
                   pairs=[(state.value, state.label) for state in RoundState]),
        ],
    )  # fmt: skip
    return listing.answer(
        "association/selfcheck/all_rounds.html", may_draft=can(actor(), P.DRAFT_ROUND), crumbs=_crumbs()
    )


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.DRAFT_ROUND)
def new() -> ResponseReturnValue:
    """Begin one."""
    form = RoundForm(usable=queries.questionnaires.usable())
    if form.accepts():
        round_ = actions.draft_round(**form.values, actor=actor())
        flash(_("已存为草稿，可以选题，或送另一人发起。"), "done")
        return back_to("selfcheck_rounds.show", id=round_.id)
    return form_page(
        form, heading=_("起草专项自查"), button=_("存为草稿"), back=url_for("selfcheck_rounds.index"), crumbs=_crumbs(),
        lede=_("由另一人发起。协会只知道每家单位哪一天完成，看不到回答，除非单位自己共享。"),
    )  # fmt: skip


@bp.route("/<int:id>/change/", methods=["GET", "POST"])
@decided_inside
def change(id: int) -> ResponseReturnValue:  # noqa: A002
    """Write a draft anew, and choose questions."""
    round_ = find(Round, id, P.DRAFT_ROUND)
    if opening() and round_.state is not RoundState.DRAFT:
        raise Refused(_("已经送另一人发起，不能再改；要改请先退回。"))
    form = RoundForm(data=_typed(round_), usable=queries.questionnaires.usable(), chosen=round_.version)
    if form.accepts():
        actions.change_round(round_, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("selfcheck_rounds.show", id=id)
    return form_page(
        form, heading=_("修改专项自查"), button=_("保存"), back=page_of(round_), crumbs=_crumbs(round_)
    )


def _typed(round_: Round) -> dict[str, object]:
    named = organisations.named(round_.named)
    return {
        "title": round_.title, "topic": round_.topic, "purpose": round_.purpose, "version": round_.version_id, "due_on": round_.due_on,
        "keys": [q.key for q in round_.version.questions if q.id in set(round_.asked)], "kinds": round_.kinds,
        "provinces": round_.provinces, "only_named": round_.only_named,
        "named": "\n".join(named[id_].uscc for id_ in round_.named if id_ in named),
    }  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """A round with who must take part: finished on which day, or late. What they answered is not here."""
    round_ = find(Round, id, P.READ_ROUND)
    shared: dict[int, str] = {}
    listing = Listing(
        queries.rounds.parts_of(round_), url_of=lambda p: shared.get(p.organisation_id, page_of(round_)),
        prepare=lambda parts: shared.update(_shared(round_, [p.organisation_id for p in parts])),
        columns=(
            Column("organisation", labels.COLUMNS["organisation"], lambda p: p.organisation.name),
            Column("uscc", _l("统一社会信用代码"), lambda p: p.organisation.uscc),
            Column("finished_at", labels.COLUMNS["finished_on"], lambda p: p.finished_at),
            Column("standing", labels.COLUMNS["standing"], lambda p: str(standing_of(p))),
        ),
        orders={"name": (_l("按单位名称"), (Organisation.name_key, Part.id))},
        filters=[
            Words("q", _l("单位名称或代码"), organisations.called),
            Choice("standing", _l("完成情况"), queries.rounds.in_standing, as_links=True,
                   pairs=[("finished", _l("已完成")), ("waiting", _l("未完成")), ("late", _l("逾期"))]),
        ],
    )  # fmt: skip
    named = organisations.named(round_.named)
    return listing.answer(
        "association/selfcheck/work.html", round=round_, whom=organisations.whom(round_), concerned=queries.rounds.how_many(round_),
        named=[o.name for o in named.values()], standing=queries.rounds.standing(round_), figures=queries.rounds.figures(round_),
        shared=shared, standing_of=standing_of, is_draft=round_.state is RoundState.DRAFT and can(actor(), P.DRAFT_ROUND, round_),
        buttons=steps.buttons(ROUND, round_, endpoint="selfcheck_rounds.step_self_check_round"), lines=history.panel(round_),
        crumbs=_crumbs(),
    )  # fmt: skip


def _shared(round_: Round, organisation_ids: list[int]) -> dict[int, str]:
    """Addresses of what is shared of these, for whoever may read it."""
    checks = queries.checks.in_round(round_.id, organisation_ids)
    return {
        id_: url_for("own_selfcheck.show", id=check.id)
        for id_, check in checks.items()
        if check.is_shared and can(actor(), P.SEE_CHECK, check)
    }


def standing_of(part: Part) -> object:
    """In words."""
    if part.finished_at is not None:
        return _l("已完成")
    return _l("逾期") if part.is_late else _l("未完成")
