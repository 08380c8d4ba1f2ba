"""The desk: all sessions; one session with everybody who signed up, the waiting list in its order and every movement with its reason."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.training import actions, queries
from association.training.forms import MoveForm, PlacesForm, SessionForm
from association.training.models import CourseSession, Enrolment, EnrolmentState, SessionState
from association.training.policy import P
from association.training.views import public
from association.training.views.courses import crumbs
from association.training.views.own import page_of as enrolment_page
from association.training.workflow import SESSION

bp = Blueprint("training_desk", __name__, url_prefix="/desk/training")

COLUMNS = (
    Column("name", _l("姓名"), lambda e: e.name),
    Column("organisation", _l("单位"), lambda e: e.organisation.name if e.organisation else ""),
    Column("post", _l("岗位"), lambda e: e.facts.get("post", "")),
    Column("state", _l("状态"), lambda e: str(e.state.label)),
    Column("line", _l("候补编号"), lambda e: e.line),
    Column("made_at", _l("报名"), lambda e: e.made_at),
    Column("invoice_title", _l("发票抬头"), lambda e: e.invoice_title),
    Column("invoice_number", _l("税号"), lambda e: e.invoice_number),
)


def page_of(row: CourseSession) -> str:
    return url_for("training_desk.show", id=row.id)


steps.add_steps(bp, CourseSession, SESSION, see=P.SEE_SESSION, page_of=page_of, title_of=lambda s: s.called)


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """All sessions, courses beside them."""
    state = Choice(
        "state", _l("状态"), lambda rows, v: rows.where(CourseSession.state == SessionState(v)),
        pairs=[(s.value, s.label) for s in SessionState], as_links=True,
    )  # fmt: skip
    orders = {"newest": public.ORDERS["newest"], "coming": public.ORDERS["coming"]}
    listing = Listing(
        queries.all_sessions(), columns=public.COLUMNS, url_of=page_of, orders=orders,
        filters=[Words("q", _l("课程或地点"), queries.called), state],
    )  # fmt: skip
    return listing.answer(
        "association/training/all.html", courses=queries.courses(), may_draft=can(actor(), P.DRAFT),
        counts=queries.counts([s.id for s in listing.items]),
    )  # fmt: skip


@bp.get("/<int:id>/")
@needs(P.LIST_ALL)
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One session: everybody in it, the list, the movements."""
    row = find(CourseSession, id, P.SEE_SESSION)
    state = Choice(
        "state", _l("状态"), lambda rows, v: rows.where(Enrolment.state == EnrolmentState(v)),
        pairs=[(s.value, s.label) for s in EnrolmentState], as_links=True, counted=Enrolment.state,
    )  # fmt: skip
    listing = Listing(
        queries.enrolments(row), columns=COLUMNS, url_of=enrolment_page,
        filters=[Words("q", _l("单位"), queries.of_organisation_called), state],
        orders={
            "list": (_l("报名先后"), (Enrolment.id,)),
            "line": (_l("候补先后"), (Enrolment.line.is_(None), Enrolment.line, Enrolment.id)),
        },
    )  # fmt: skip
    return listing.answer(
        "association/training/session_file.html", row=row, ranks=queries.ranks(listing.items), movements=queries.movements(row),
        count=queries.counts([id])[id], lines=history.panel(row), may_draft=can(actor(), P.DRAFT, row),
        buttons=steps.buttons(SESSION, row, endpoint="training_desk.step_training_session"),
    )  # fmt: skip


@bp.route("/<int:id>/edit/", methods=["GET", "POST"])
@decided_inside
def edit(id: int) -> ResponseReturnValue:  # noqa: A002
    """Change it while it is not announced."""
    row = find(CourseSession, id, P.DRAFT)
    if opening():
        actions.check_session_draft(row)
    form = SessionForm(data=SessionForm.shown(row))
    if form.accepts():
        actions.change_session(row, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("training_desk.show", id=id)
    return form_page(
        form, heading=_("修改这一期"), button=_("保存"), back=page_of(row), crumbs=crumbs(row.course)
    )


@bp.route("/<int:id>/move/", methods=["GET", "POST"])
@decided_inside
def move(id: int) -> ResponseReturnValue:  # noqa: A002
    """Another time or place; everybody is told."""
    row = find(CourseSession, id, P.DRAFT)
    form = MoveForm(data={name: getattr(row, name) for name in ("starts_at", "ends_at", "place", "access")})
    if form.accepts():
        actions.move_session(row, **form.values, actor=actor())
        flash(_("已改期，并写信告知每个人。"), "done")
        return back_to("training_desk.show", id=id)
    return form_page(
        form, heading=_("改期"), button=_("改期并告知"), back=page_of(row), crumbs=crumbs(row.course),
        lede=_("有名额的和候补的都会收到信，可以改到另一期。"),
    )  # fmt: skip


@bp.route("/<int:id>/places/", methods=["GET", "POST"])
@decided_inside
def places(id: int) -> ResponseReturnValue:  # noqa: A002
    """More places, to the waiting list first."""
    row = find(CourseSession, id, P.DRAFT)
    form = PlacesForm(data={"places": row.places})
    if form.accepts():
        offered = actions.add_places(row, **form.values, actor=actor())
        flash(_("已增加，%(n)d个名额已按次序递补。", n=offered), "done")
        return back_to("training_desk.show", id=id)
    return form_page(
        form, heading=_("增加名额"), button=_("增加"), back=page_of(row), crumbs=crumbs(row.course)
    )
