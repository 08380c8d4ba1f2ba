"""Works of the organisations one acts for; the page of a work, which staff on duty read too, each with their own buttons."""

from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import dated, history, steps
from association.kernel.lists import Choice, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, signed_in
from association.kernel.words import _, _l
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.works import actions, queries, reckoning
from association.works.classing import in_wan
from association.works.defining import length
from association.works.forms import WorkForm
from association.works.models import DramaClass, Making, Work, WorkState
from association.works.policy import P
from association.works.views.columns import COLUMNS, LABELS, ORDERS
from association.works.workflow import WORK

bp = Blueprint("own_works", __name__, url_prefix="/my/works")
SIDE = ("clerk", "signer")

history.describe(enter_work=_l("填报作品"), change_work=_l("修改作品资料"))


def page_of(work: Work) -> str:
    return url_for("own_works.show", id=work.id)


steps.add_steps(bp, Work, WORK, see=P.SEE_WORK, page_of=page_of, title_of=lambda w: w.title)


def crumbs(work: Work | None = None) -> list[tuple[object, str | None]]:
    """The way to a work, from the reader's own list or from the desk's."""
    if can(actor(), P.LIST_WORKS) and not (work and can(actor(), P.KEEP_WORK, work)):
        trail = [(_("工作台"), url_for("desk.index")), (_("作品登记"), url_for("work_desk.index"))]
    else:
        trail = [(_("我的"), url_for("my.index")), (_("我单位的作品"), url_for("own_works.index"))]
    return trail if work is None else [*trail, (work.title, page_of(work))]  # type: ignore[return-value]


def filters() -> list[Any]:
    return [
        Words("q", _l("名称、别名或号码"), queries.with_words),
        Choice("state", _l("状态"), lambda rows, value: rows.where(Work.state == WorkState(value)),
               pairs=[(s.value, s.label) for s in WorkState]),
        Choice("class", _l("类别提示"), lambda rows, value: rows.where(Work.drama_class == DramaClass(value)),
               pairs=[(c.value, c.label) for c in DramaClass]),
        Choice("making", _l("制作方式"), lambda rows, value: rows.where(Work.making == Making(value)),
               pairs=[(m.value, m.label) for m in Making]),
    ]  # fmt: skip


def _mine() -> list[Organisation]:
    """Those one may enter a work for."""
    ids = actor().ids("organisation", *SIDE)
    return [o for o in organisations.mine(actor()) if o.id in ids]


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """All works of one's organisations, with the same set as CSV and JSON."""
    mine = _mine()
    narrow = [
        Choice("organisation", _l("单位"), lambda rows, value: rows.where(Work.organisation_id == int(value)),
               pairs=[(str(o.id), o.name) for o in mine])
    ] if len(mine) > 1 else []  # fmt: skip
    listing = Listing(
        queries.of_organisations([o.id for o in mine]), columns=COLUMNS, orders=ORDERS, url_of=page_of,
        filters=[*filters(), *narrow],
    )  # fmt: skip
    return listing.answer("association/works/own.html", mine=mine, crumbs=[(_("我的"), url_for("my.index"))])


@bp.route("/enter/<int:id>/", methods=["GET", "POST"])
@decided_inside
def enter(id: int) -> ResponseReturnValue:  # noqa: A002
    """A new work of an organisation."""
    organisation = find(Organisation, id, P.ENTER_WORK)
    form = WorkForm()
    if form.accepts():
        work = actions.enter(organisation, facts=form.values, actor=actor())
        flash(_("已存为草稿，只有本单位能看到。核对以后登记在册。"), "done")
        return back_to("own_works.show", id=work.id)
    return form_page(
        form, heading=_("填报作品"), button=_("存为草稿"), back=url_for("own_works.index"), crumbs=crumbs(),
        lede=_("%(name)s的作品。登记在册的作品可以送评议；登记不是备案，也不是许可。", name=organisation.name),
    )  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Its facts, the class with its period and reasons, and what became of it."""
    work = find(Work, id, P.SEE_WORK)
    return render_template(
        "association/works/work.html", work=work, crumbs=crumbs(work), now=reckoning.reckoned(work),
        kept=reckoning.explained(work), moved=work.is_live and reckoning.has_moved(work),
        buttons=steps.buttons(WORK, work, endpoint="own_works.step_work"),
        may_change=work.is_live and can(actor(), P.KEEP_WORK, work),
        missing=_missing(work), lines=history.panel(work, labels=LABELS), deciding_day=_deciding_day(), in_wan=in_wan, lasting=length,
    )  # fmt: skip


def _missing(work: Work) -> object | None:
    step = WORK.by_deed["keep_work"]
    return step.blocked(work) if step.blocked and work.state is WorkState.DRAFT else None


def _deciding_day() -> object:
    key = "works.deciding_day"
    return dated.definition(key).choices[str(dated.value(key))]


@bp.route("/<int:id>/change/", methods=["GET", "POST"])
@decided_inside
def change(id: int) -> ResponseReturnValue:  # noqa: A002
    """Correct what was entered."""
    work = find(Work, id, P.KEEP_WORK)
    form = WorkForm(
        data={name: getattr(work, name) for name in actions.FACTS} | {"making": work.making.value}
    )
    if form.accepts():
        changed = actions.change(work, facts=form.values, actor=actor())
        flash(_("已修改，类别提示也重新判断过。") if changed else _("没有改动。"), "done")
        return back_to("own_works.show", id=id)
    return form_page(
        form, heading=_("修改作品资料"), button=_("保存"), back=page_of(work), crumbs=crumbs(work)
    )
