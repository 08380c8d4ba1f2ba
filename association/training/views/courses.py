"""The desk: courses, their clauses, teachers and materials."""

from functools import partial
from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.consultations import citing
from association.kernel import attachments, history, steps
from association.kernel.forms import Form
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _
from association.training import actions, prerequisites, queries
from association.training.forms import CourseForm, MaterialForm, NumberForm, SessionForm
from association.training.gates import MATERIAL
from association.training.models import Course, CourseState
from association.training.policy import P
from association.training.workflow import COURSE

bp = Blueprint("training_courses", __name__, url_prefix="/desk/training/courses")


def page_of(course: Course) -> str:
    return url_for("training_courses.show", id=course.id)


steps.add_steps(bp, Course, COURSE, see=P.SEE_COURSE, page_of=page_of, title_of=lambda c: c.title)


def crumbs(course: Course | None = None) -> list[tuple[object, str | None]]:
    above: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")),
        (_("培训"), url_for("training_desk.index")),
    ]
    return [*above, (course.title, page_of(course))] if course else above


def _page(form: Form, course: Course, heading: str, **more: Any) -> str:
    return form_page(
        form, heading=heading, button=heading, back=page_of(course), crumbs=crumbs(course), **more
    )


@bp.get("/<int:id>/")
@needs(P.LIST_ALL)
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """A course at the desk."""
    course = find(Course, id, P.SEE_COURSE)
    return render_template(
        "association/training/course_file.html", course=course, lines=history.panel(course),
        sessions=queries.sessions_of(course, all_states=True), materials=attachments.attachments_of(course, MATERIAL),
        buttons=steps.buttons(COURSE, course, endpoint="training_courses.step_training_course"),
        may_draft=can(actor(), P.DRAFT, course), is_draft=course.state is CourseState.DRAFT,
        also=prerequisites.said_of(course), desks=prerequisites.desks_of(course),
    )  # fmt: skip


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.DRAFT)
def new() -> ResponseReturnValue:
    """Write one."""
    form = CourseForm()
    if form.accepts():
        course = actions.draft_course(**form.values, actor=actor())
        flash(_("已保存。请登记所讲的条款，再请签发人发布。"), "done")
        return back_to("training_courses.show", id=course.id)
    return form_page(
        form, heading=_("起草课程"), button=_("保存"), back=url_for("training_desk.index"), crumbs=crumbs()
    )


def _draft(id_: int) -> Course:
    course = find(Course, id_, P.DRAFT)
    if opening():
        actions.check_draft(course)
    return course


@bp.route("/<int:id>/edit/", methods=["GET", "POST"])
@decided_inside
def edit(id: int) -> ResponseReturnValue:  # noqa: A002
    """Change it while it is a draft."""
    course = _draft(id)
    form = CourseForm(
        data={name: getattr(course, name) for name in ("title", "audience", "level", "hours", "text", "conditions", "wants_evidence")}
        | {"mode": course.mode.value}
    )  # fmt: skip
    del form.slug
    if form.accepts():
        actions.change_course(course, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("training_courses.show", id=id)
    return _page(form, course, _("修改课程"))


@bp.route("/<int:id>/clauses/", methods=["GET", "POST"])
@decided_inside
def clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """A clause it teaches."""
    course = _draft(id)
    return citing.note_clause(
        partial(actions.add_clause, course, actor=actor()), page_of=page_of(course), heading=_("登记所讲条款"), button=_("登记所讲条款"), crumbs=crumbs(course),
    )  # fmt: skip


@bp.route("/<int:id>/clauses/remove/", methods=["GET", "POST"])
@decided_inside
def remove_clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """Begin the list of clauses anew."""
    course = _draft(id)
    return citing.empty_list(
        partial(actions.remove_clauses, course, actor=actor()), page_of=page_of(course), heading=_("清空所讲条款"), button=_("清空所讲条款"), crumbs=crumbs(course),
    )  # fmt: skip


@bp.route("/<int:id>/teachers/", methods=["GET", "POST"])
@decided_inside
def teachers(id: int) -> ResponseReturnValue:  # noqa: A002
    """An expert who teaches."""
    course, form = find(Course, id, P.DRAFT), NumberForm()
    if form.accepts():
        actions.add_teacher(course, **form.values, actor=actor())
        flash(_("已登记。"), "done")
        return back_to("training_courses.show", id=id)
    return _page(form, course, _("登记师资"), lede=_("姓名只在专家本人同意公开时公开。"))


@bp.route("/<int:id>/materials/", methods=["GET", "POST"])
@decided_inside
def materials(id: int) -> ResponseReturnValue:  # noqa: A002
    """Something the admitted read."""
    course, form = find(Course, id, P.DRAFT), MaterialForm()
    if form.accepts():
        actions.add_material(course, **form.values, actor=actor())
        flash(_("已上传，已录取的人可以下载。"), "done")
        return back_to("training_courses.show", id=id)
    return _page(form, course, _("上传学习材料"))


@bp.route("/<int:id>/sessions/new/", methods=["GET", "POST"])
@decided_inside
def plan(id: int) -> ResponseReturnValue:  # noqa: A002
    """The next holding."""
    course, form = find(Course, id, P.DRAFT), SessionForm()
    if form.accepts():
        row = actions.plan_session(course, **form.values, actor=actor())
        flash(_("已保存，看过后公布。"), "done")
        return back_to("training_desk.show", id=row.id)
    return _page(form, course, _("安排一期"))
