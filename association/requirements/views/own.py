"""A course that is required, as its organisation and staff read it; and an organisation's list."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find, signed_in
from association.organisations.policy import KIND
from association.remedies.policy import P as RemediesP
from association.requirements import queries
from association.requirements.models import CourseRequirement
from association.requirements.policy import P
from association.requirements.workflow import REQUIREMENT
from association.training import queries as training
from association.training.policy import POSTS

bp = Blueprint("own_requirements", __name__, url_prefix="/my/requirements")


def page_of(row: CourseRequirement) -> str:
    return url_for("own_requirements.show", id=row.id)


steps.add_steps(bp, CourseRequirement, REQUIREMENT, see=P.SEE, page_of=page_of, title_of=lambda r: r.called)


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """What my organisations were asked."""
    ids = actor().ids(KIND, *POSTS)
    rows = queries.of_organisations(ids) if ids else []
    return render_template("association/requirements/own.html", rows=rows, passed=queries.passed(rows))


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What is asked, who passed, where to book."""
    row = find(CourseRequirement, id, P.SEE)
    sessions = [s for s in training.sessions_of(row.course) if s.is_open]
    counts = training.counts([s.id for s in sessions])
    is_staff = can(actor(), P.LIST_ALL, row)
    return render_template(
        "association/requirements/show.html", row=row, people=queries.who_passed(row), passed=queries.passed([row])[id], is_staff=is_staff,
        sessions=[(s, max(s.places - counts[s.id][0], 0)) for s in sessions], may_read_note=can(actor(), RemediesP.SEE, row.note),
        buttons=steps.buttons(REQUIREMENT, row, endpoint="own_requirements.step_course_requirement"),
        lines=history.panel(row) if is_staff else None,
    )  # fmt: skip
