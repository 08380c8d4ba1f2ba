"""The secretary's desk of experts, and the desk of whoever appoints."""

from datetime import timedelta

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.experts import actions, effects, papers, queries
from association.experts.forms import AppointForm, RenewForm
from association.experts.models import ConsentKind, Expert, ExpertState, Objection
from association.experts.policy import P
from association.experts.views.public import _in_field
from association.experts.workflow import EXPERT, OBJECTION
from association.kernel import clock, history, steps
from association.kernel.day_words import day_words
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l

bp = Blueprint("expert_desk", __name__, url_prefix="/desk/experts")

LABELS: dict[str, object] = {
    "employer": _l("工作单位"), "title": _l("职务、职称"), "level": _l("职称级别"), "profile": _l("简介"), "fields": _l("专业领域"),
    "load_limit": _l("同时最多承担几件"),
}  # fmt: skip
COLUMNS = (
    Column("name", _l("姓名"), lambda e: e.name),
    Column("number", _l("专家编号"), lambda e: e.number),
    Column("state", _l("状态"), lambda e: str(e.state.label)),
    Column("fields", _l("专业领域"), lambda e: "、".join(e.fields)),
    Column("employer", _l("工作单位"), lambda e: e.employer),
    Column("level", _l("职称级别"), lambda e: e.level),
    Column("load_limit", _l("同时最多承担几件"), lambda e: e.load_limit),
    Column("to_on", _l("聘期至"), lambda e: e.to_on),
)


def page_of(expert: Expert) -> str:
    """Where its reader keeps it: the desk, or their own page."""
    if can(actor(), P.LIST_ALL, expert):
        return url_for("expert_desk.show", id=expert.id)
    return url_for("own_expert.show", id=expert.id)


steps.add_steps(bp, Expert, EXPERT, see=P.SEE_FILE, page_of=page_of, title_of=lambda e: e.name)
steps.add_steps(
    bp, Objection, OBJECTION, see=P.KEEP, page_of=lambda o: url_for("expert_desk.objection", id=o.id), title_of=lambda o: o.expert.name
)  # fmt: skip


def _crumbs(expert: Expert | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")),
        (_("专家库"), url_for("expert_desk.index")),
    ]
    return trail if expert is None else [*trail, (expert.name, url_for("expert_desk.show", id=expert.id))]


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """Candidates and experts in every state; calls beside them."""
    state = Choice(
        "state", _l("状态"), lambda rows, v: rows.where(Expert.state == ExpertState(v)), pairs=[(s.value, s.label) for s in ExpertState],
        as_links=True,
    )  # fmt: skip
    listing = Listing(
        queries.everybody(), columns=COLUMNS, url_of=lambda e: url_for("expert_desk.show", id=e.id),
        filters=[Words("q", _l("姓名、单位或编号"), queries.called), _in_field(), state],
        orders={"newest": (_l("最近提交"), (Expert.id.desc(),)), "term": (_l("聘期最早届满"), (Expert.to_on, Expert.id))},
    )  # fmt: skip
    return listing.answer("association/experts/all.html", calls=queries.all_calls())


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Everything on record of one, with what is open to do."""
    expert = find(Expert, id, P.LIST_ALL)
    pages = {deed: url_for(f"expert_desk.{deed}", id=id) for deed in ("appoint", "renew")}
    return render_template(
        "association/experts/file.html", expert=expert, objections=queries.objections_to(expert), certificate=papers.of(expert),
        buttons=steps.buttons(EXPERT, expert, endpoint="expert_desk.step_expert", own_pages=pages), labels=LABELS,
        consents=[k for k in ConsentKind if expert.consents_to(k)], may_answer=can(actor(), P.KEEP, expert),
        lines=history.panel(expert, labels=LABELS),
    )  # fmt: skip


@bp.get("/objections/<int:id>/")
@decided_inside
def objection(id: int) -> ResponseReturnValue:  # noqa: A002
    """One objection. Who made it stands nowhere."""
    found = find(Objection, id, P.KEEP)
    return render_template(
        "association/experts/objection.html", objection=found,
        buttons=steps.buttons(OBJECTION, found, endpoint="expert_desk.step_expert_objection"),
    )  # fmt: skip


@bp.route("/<int:id>/appoint/", methods=["GET", "POST"])
@decided_inside
def appoint(id: int) -> ResponseReturnValue:  # noqa: A002
    """For a term."""
    expert = find(Expert, id, P.APPOINT)
    steps.ready(EXPERT, "appoint", expert)
    today = clock.today()
    form = AppointForm(data={"from_on": today, "to_on": effects.last_day(today)} if opening() else None)
    if form.accepts():
        actions.appoint(expert, **form.values, actor=actor())
        flash(_("已聘任，编号%(number)s，聘书随后生成。", number=expert.number), "done")
        return back_to("expert_desk.show", id=id)
    return form_page(
        form, heading=_("聘任"), button=_("聘任"), back=url_for("expert_desk.show", id=id), crumbs=_crumbs(expert),
        lede=_("聘任后取得专家角色，列入名册，发给聘书；聘期届满自动结束。"),
    )  # fmt: skip


@bp.route("/<int:id>/renew/", methods=["GET", "POST"])
@decided_inside
def renew(id: int) -> ResponseReturnValue:  # noqa: A002
    """The next term."""
    expert = find(Expert, id, P.APPOINT)
    steps.ready(EXPERT, "renew", expert)
    following_day = (expert.to_on or clock.today()) + timedelta(days=1)
    form = RenewForm(data={"to_on": effects.last_day(following_day)} if opening() else None)
    if form.accepts():
        actions.renew(expert, **form.values, actor=actor())
        flash(_("已续聘，新的聘书随后生成。"), "done")
        return back_to("expert_desk.show", id=id)
    return form_page(
        form, heading=_("续聘"), button=_("续聘"), back=url_for("expert_desk.show", id=id), crumbs=_crumbs(expert),
        lede=_("新的聘期接着这一期：从%(day)s起。", day=day_words(following_day)),
    )  # fmt: skip
