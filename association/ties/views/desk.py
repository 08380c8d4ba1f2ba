"""The secretary's desk of ties, and the second person's."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.walls import Thing
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.ties import actions, queries, things
from association.ties.forms import CloseForm, EnterForm, LiftForm, RecogniseForm
from association.ties.models import Lift, LiftState, Tie, TieKind, TieState
from association.ties.policy import P
from association.ties.workflow import LIFT, TIE

bp = Blueprint("tie_desk", __name__, url_prefix="/desk/ties")


def page_of(tie: Tie) -> str:
    return url_for("tie_desk.show", id=tie.id)


def page_of_lift(lift: Lift) -> str:
    return url_for("tie_desk.lift", id=lift.id)


steps.add_steps(
    bp, Tie, TIE, see=P.SEE, page_of=page_of, title_of=lambda t: f"{t.person.name} {t.kind.label}"
)
steps.add_steps(bp, Lift, LIFT, see=P.SEE, page_of=page_of_lift, title_of=lambda x: x.person.name)


def _crumbs(tie: Tie | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")),
        (_("利害关系"), url_for("tie_desk.index")),
    ]
    return trail if tie is None else [*trail, (tie.person.name, page_of(tie))]


@bp.get("/")
@needs(P.LIST)
def index() -> ResponseReturnValue:
    """All ties, in every state."""
    names: dict[Thing, str] = {}

    def other_side(tie: Tie) -> str:
        return names.get(tie.thing, tie.said) if tie.thing else tie.said

    def prepare(rows: Sequence[Tie]) -> None:
        names.update(things.named(t.thing for t in rows if t.thing))

    listing = Listing(
        queries.all_ties(), url_of=page_of, prepare=prepare,
        columns=(
            Column("person", _l("谁"), lambda t: t.person.name),
            Column("kind", _l("关系"), lambda t: str(t.kind.label)),
            Column("other_side", _l("对方"), other_side),
            Column("from_on", _l("开始日期"), lambda t: t.from_on),
            Column("to_on", _l("结束日期"), lambda t: t.to_on),
            Column("source", _l("来源"), lambda t: str(t.source.label)),
            Column("state", _l("状态"), lambda t: str(t.state.label)),
        ),
        filters=[
            Words("q", _l("姓名"), queries.of_people_called),
            Choice("kind", _l("关系"), lambda rows, v: rows.where(Tie.kind == TieKind(v)), pairs=[(k.value, k.label) for k in TieKind]),
            Choice("state", _l("状态"), lambda rows, v: rows.where(Tie.state == TieState(v)), pairs=[(s.value, s.label) for s in TieState], as_links=True),
        ],
        orders={"newest": (_l("最近登记"), (Tie.id.desc(),))},
    )  # fmt: skip
    return listing.answer("association/ties/all.html", other_side=other_side)


@bp.get("/lifts/")
@needs(P.LIST)
def lifts() -> ResponseReturnValue:
    """All lifts, in every state."""
    names: dict[Thing, str] = {}

    def other_side(lift: Lift) -> str:
        return names.get(lift.thing, "")

    def prepare(rows: Sequence[Lift]) -> None:
        names.update(things.named(x.thing for x in rows))

    listing = Listing(
        queries.all_lifts(), url_of=page_of_lift, prepare=prepare,
        columns=(
            Column("person", _l("谁"), lambda x: x.person.name),
            Column("other_side", _l("对方"), other_side),
            Column("until", _l("最后一天"), lambda x: x.until),
            Column("state", _l("状态"), lambda x: str(x.state.label)),
        ),
        filters=[
            Words("q", _l("姓名"), queries.of_people_called),
            Choice("state", _l("状态"), lambda rows, v: rows.where(Lift.state == LiftState(v)), pairs=[(s.value, s.label) for s in LiftState], as_links=True),
        ],
        orders={"newest": (_l("最近提议"), (Lift.id.desc(),))},
    )  # fmt: skip
    return listing.answer("association/ties/lifts.html", other_side=other_side)


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One tie, the lifts between these two, and its history."""
    tie = find(Tie, id, P.SEE)
    lifts = queries.lifts_between(tie.person_id, tie.thing) if tie.thing else []
    pages = {deed: url_for(f"tie_desk.{deed}", id=id) for deed in ("recognise", "close")}
    return render_template(
        "association/ties/tie.html", tie=tie, lifts=lifts, other_side=_name(tie.thing),
        buttons=steps.buttons(TIE, tie, endpoint="tie_desk.step_tie", own_pages=pages), lines=history.panel(tie),
        may_lift=tie.thing is not None and can(actor(), P.KEEP, tie) and queries.open_lift(tie.person_id, tie.thing) is None
        and bool(queries.kinds_between(tie.person_id, tie.thing)),
    )  # fmt: skip


def _name(thing: Thing | None) -> str:
    return things.named([thing]).get(thing, "") if thing else ""


@bp.route("/enter/", methods=["GET", "POST"])
@needs(P.KEEP)
def enter() -> ResponseReturnValue:
    """A tie of somebody who has not declared it."""
    form = EnterForm()
    if form.accepts():
        tie = actions.enter(**form.values, actor=actor())
        flash(_("已登记，并写信告知本人。"), "done")
        return back_to("tie_desk.show", id=tie.id)
    return form_page(
        form, heading=_("登记利害关系"), button=_("登记"), back=url_for("tie_desk.index"), crumbs=_crumbs(),
        lede=_("登记以后立即回避。本人会收到信函；登记有误的，可以提请撤销，由第二人确认。"),
    )  # fmt: skip


@bp.route("/<int:id>/recognise/", methods=["GET", "POST"])
@decided_inside
def recognise(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who is meant."""
    return _typed(id, "recognise", RecogniseForm(), _("认定对方"), _("本人写的对方："))


@bp.route("/<int:id>/close/", methods=["GET", "POST"])
@decided_inside
def close(id: int) -> ResponseReturnValue:  # noqa: A002
    """The tie's last day."""
    return _typed(id, "close", CloseForm(), _("登记关系结束"), _("结束后的若干年内仍须回避。对方："))


def _typed(id_: int, deed: str, form: Any, heading: str, lede: str) -> ResponseReturnValue:
    tie = find(Tie, id_, P.KEEP)
    steps.ready(TIE, deed, tie)
    if form.accepts():
        getattr(actions, deed)(tie, **form.values, actor=actor())
        flash(_("已登记。"), "done")
        return back_to("tie_desk.show", id=id_)
    return form_page(
        form, heading=heading, button=_("登记"), back=page_of(tie), crumbs=_crumbs(tie), lede=lede + (_name(tie.thing) or tie.said)
    )  # fmt: skip


@bp.route("/<int:id>/lift/", methods=["GET", "POST"])
@decided_inside
def propose(id: int) -> ResponseReturnValue:  # noqa: A002
    """The first of two people asks to lift the wall."""
    tie = find(Tie, id, P.KEEP)
    if opening():
        actions.check_liftable(tie)
    form = LiftForm()
    if form.accepts():
        lift = actions.propose_lift(tie, **form.values, actor=actor())
        flash(_("已提议。第二人同意以前继续回避。"), "done")
        return back_to("tie_desk.lift", id=lift.id)
    return form_page(
        form, heading=_("提议解除回避"), button=_("提议"), back=page_of(tie), crumbs=_crumbs(tie),
        lede=_("%(name)s与%(other)s之间。须由另一人同意；两人都不能是本人，也不能与对方有利害关系。", name=tie.person.name, other=_name(tie.thing)),
    )  # fmt: skip


@bp.get("/lifts/<int:id>/")
@decided_inside
def lift(id: int) -> ResponseReturnValue:  # noqa: A002
    """One lift: between whom, why, until when, who said so."""
    found = find(Lift, id, P.SEE)
    return render_template(
        "association/ties/lift.html", lift=found, other_side=_name(found.thing), kinds=[TieKind(k) for k in found.kinds],
        buttons=steps.buttons(LIFT, found, endpoint="tie_desk.step_tie_lift"), lines=history.panel(found),
    )  # fmt: skip
