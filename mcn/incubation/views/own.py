"""One young person's way: their own page, their mentors', and staff's. What each may do are the buttons."""

from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _
from mcn.incubation import actions, ages, queries
from mcn.incubation.forms import ApplyForm, ReportForm, WorkForm, guardian_facts
from mcn.incubation.models import TAKEN, IncubatedWork, Mentor, MentorState, Milestone, Talent
from mcn.incubation.policy import P
from mcn.incubation.workflow import MENTOR, MILESTONE, TALENT, WORK

bp = Blueprint("own_incubation", __name__, url_prefix="/my/incubation")


def page_of(talent: Talent) -> str:
    return url_for("own_incubation.show", id=talent.id)


def _page_of_part(part: Mentor | Milestone | IncubatedWork) -> str:
    return page_of(part.talent)


steps.add_steps(bp, Talent, TALENT, see=P.SEE, page_of=page_of, title_of=lambda t: t.name)
steps.add_steps(bp, Mentor, MENTOR, see=P.SEE, page_of=_page_of_part, title_of=lambda m: m.name)
steps.add_steps(bp, Milestone, MILESTONE, see=P.SEE, page_of=_page_of_part, title_of=lambda m: m.title)
steps.add_steps(bp, IncubatedWork, WORK, see=P.SEE_WORK, page_of=_page_of_part, title_of=lambda w: w.title)


def _crumbs(talent: Talent) -> list[tuple[object, str | None]]:
    return [(_("青年人才孵化"), url_for("own_incubation.index")), (talent.call.title, page_of(talent))]


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """What I have applied for, and whom I guide."""
    guided = queries.guided_by(actor(), MentorState.ASKED, MentorState.ACTIVE)
    return render_template("mcn/incubation/own.html", talents=queries.own(actor()), guided=guided)


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Application, mentors, milestones, works."""
    talent = find(Talent, id, P.SEE)
    is_staff = can(actor(), P.LIST_ALL, talent)
    works = [w for w in queries.works_of(talent) if can(actor(), P.SEE_WORK, w)]
    return render_template(
        "mcn/incubation/talent.html", talent=talent, works=works, minor=ages.minor(talent), lines=history.panel(talent) if is_staff else [],
        buttons=steps.buttons(
            TALENT, talent, endpoint="own_incubation.step_incubation_talent",
            own_pages={"resubmit": url_for("own_incubation.resubmit", id=id)},
        ),
        mentors=[(m, steps.buttons(MENTOR, m, endpoint="own_incubation.step_incubation_mentor")) for m in talent.mentors],
        milestones=[(m, _buttons_of(m)) for m in talent.milestones],
        work_buttons={w.id: steps.buttons(WORK, w, endpoint="own_incubation.step_incubation_work") for w in works},
        may_offer=talent.state in TAKEN and can(actor(), P.OWN, talent), may_keep=can(actor(), P.KEEP, talent),
        may_reveal=can(actor(), P.REVEAL, talent), is_staff=is_staff,
    )  # fmt: skip


def _buttons_of(milestone: Milestone) -> list[Any]:
    return steps.buttons(
        MILESTONE, milestone, endpoint="own_incubation.step_incubation_milestone",
        own_pages={"report": url_for("own_incubation.report", id=milestone.id)},
    )  # fmt: skip


@bp.route("/<int:id>/resubmit/", methods=["GET", "POST"])
@decided_inside
def resubmit(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was missing."""
    talent = find(Talent, id, P.OWN)
    steps.ready(TALENT, "resubmit", talent)
    days = {name: talent.day(name) for name in ("born_on", "consented_on")}
    form = ApplyForm(data={**talent.facts, **days})
    if form.accepts():
        actions.resubmit(talent, facts=form.facts, actor=actor())
        flash(_("已重新提交。"), "done")
        return back_to("own_incubation.show", id=id)
    return form_page(
        form, heading=_("补充资料"), button=_("重新提交"), back=page_of(talent), crumbs=_crumbs(talent), lede=talent.decided_because,
    )  # fmt: skip


@bp.route("/milestones/<int:id>/report/", methods=["GET", "POST"])
@decided_inside
def report(id: int) -> ResponseReturnValue:  # noqa: A002
    """How far it is."""
    milestone = find(Milestone, id, P.OWN)
    steps.ready(MILESTONE, "report", milestone)
    form = ReportForm(data={"report": milestone.report})
    if form.accepts():
        actions.report(milestone, **form.values, actor=actor())
        flash(_("已报送。"), "done")
        return back_to("own_incubation.show", id=milestone.talent_id)
    return form_page(
        form, heading=_("报送进展"), button=_("报送"), back=page_of(milestone.talent), crumbs=_crumbs(milestone.talent), lede=milestone.title,
    )  # fmt: skip


@bp.route("/<int:id>/works/new/", methods=["GET", "POST"])
@decided_inside
def offer(id: int) -> ResponseReturnValue:  # noqa: A002
    """Let the public read of a work."""
    talent = find(Talent, id, P.OWN)
    if opening():
        actions.check_may_offer(talent)
    form = WorkForm()
    if form.accepts():
        typed = {name: form[name].data for name in ("title", "text", "url", "code", "credit")}
        actions.offer(talent, **typed, guardian=guardian_facts(form), actor=actor())
        flash(_("已提交，看过后展示。"), "done")
        return back_to("own_incubation.show", id=id)
    return form_page(
        form, heading=_("提交作品"), button=_("同意并提交"), back=page_of(talent), crumbs=_crumbs(talent),
        lede=_("公众只看到作品的介绍和你选择的写法；不公开全名。"),
    )  # fmt: skip
