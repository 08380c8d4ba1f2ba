"""The desk: what the exam of a course is made of."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.exams import actions, gates, queries
from association.exams.forms import plan_form
from association.exams.models import ExamPlan, PlanState
from association.exams.policy import P
from association.exams.workflow import PLAN
from association.kernel import dated, history, steps
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _
from association.training.models import Course
from association.training.policy import P as TrainingP

bp = Blueprint("exam_plans", __name__, url_prefix="/desk/exams")


def page_of(plan: ExamPlan) -> str:
    return url_for("exam_plans.show", id=plan.course_id)


steps.add_steps(bp, ExamPlan, PLAN, see=P.SEE_BANK, page_of=page_of, title_of=lambda p: p.called)


def crumbs(course: Course) -> list[tuple[object, str | None]]:
    return [
        (_("工作台"), url_for("desk.index")), (_("培训"), url_for("training_desk.index")), (course.title, url_for("training_courses.show", id=course.id)),
        (_("考试"), url_for("exam_plans.show", id=course.id)),
    ]  # fmt: skip


@bp.get("/of/<int:id>/")
@needs(P.SEE_BANK)
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """The plan in force and the draft of the next; what the dated settings say today."""
    course = find(Course, id, TrainingP.SEE_COURSE)
    plans = [p for state in (PlanState.IN_FORCE, PlanState.DRAFT) if (p := queries.plan_of(id, state))]
    settings = ("exams.pass_mark", "exams.attempts", "exams.wait_days", "exams.window_days", "exams.appeal_days")  # fmt: skip
    return render_template(
        "association/exams/plan.html", course=course, plans=plans, may_write=can(actor(), P.WRITE), short={p.id: gates.fits_the_bank(p) for p in plans},
        buttons={p.id: steps.buttons(PLAN, p, endpoint="exam_plans.step_exam_plan") for p in plans}, crumbs_=crumbs(course)[:-1],
        settings=[(dated.definition(key), dated.value(key), dated.row_in_force(key)) for key in settings],
        lines=history.panel(plans[-1]) if plans else [],
    )  # fmt: skip


@bp.route("/of/<int:id>/edit/", methods=["GET", "POST"])
@decided_inside
def edit(id: int) -> ResponseReturnValue:  # noqa: A002
    """Write the draft; it takes the other's place when somebody else puts it into force."""
    course = find(Course, id, P.WRITE)
    before = queries.plan_of(id, PlanState.DRAFT) or queries.plan_of(id)
    minutes = before.minutes if before else int(dated.value("exams.minutes"))
    form = plan_form(before.parts if before else [], minutes)
    if form.accepts():
        actions.plan_exam(course, **form.values, actor=actor())
        flash(_("已保存，请签发人看过后启用。"), "done")
        return back_to("exam_plans.show", id=id)
    return render_template(
        "association/exams/plan_form.html", form=form, course=course, crumbs_=crumbs(course)
    )
