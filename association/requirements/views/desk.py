"""Staff: all courses required; asking one with a draft of a note."""

from collections.abc import Iterable

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel.errors import Refused
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from association.remedies.doors import Door
from association.remedies.models import GuidanceNote
from association.requirements import actions, queries
from association.requirements.forms import RequireForm
from association.requirements.models import CourseRequirement, RequirementState
from association.requirements.policy import P
from association.requirements.views.own import page_of
from association.training import queries as training
from association.training.models import Course, CourseState

bp = Blueprint("requirement_desk", __name__, url_prefix="/desk/requirements")

COLUMNS = (
    Column("organisation", _l("单位"), lambda r: r.organisation.name),
    Column("course", _l("课程"), lambda r: r.course.title),
    Column("note", _l("指导意见"), lambda r: r.note.number),
    Column("people", _l("须修完（人）"), lambda r: r.people),
    Column("due_on", _l("期限"), lambda r: r.due_on),
    Column("state", _l("状态"), lambda r: str(r.state.label)),
    Column("closed_on", _l("结束"), lambda r: r.closed_on),
)


def doors(note: GuidanceNote) -> Iterable[Door]:
    """On the page of a note: each course it requires, and for whoever drafts it the way to require one."""
    for row in queries.of_note(note):
        if can(actor(), P.SEE, row):
            yield _("须修课程：%(course)s，%(n)d人（%(state)s）", course=row.course.title, n=row.people, state=str(row.state.label)), page_of(row)  # fmt: skip
    if can(actor(), P.REQUIRE, note):
        yield _("要求修课程"), url_for("requirement_desk.new", id=note.id)


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """Every course required; the one due first in front."""
    found: dict[int, int] = {}
    listing = Listing(
        queries.everything(), columns=(*COLUMNS, Column("passed", _l("已修完（人）"), lambda r: found[r.id])), url_of=page_of,
        filters=[
            Words("q", _l("单位或课程"), queries.called),
            Choice("late", _l("逾期"), lambda rows, _v: rows.where(queries.late()), pairs=[("late", _l("逾期"))]),
            Choice(
                "state", _l("状态"), lambda rows, v: rows.where(CourseRequirement.state == RequirementState(v)),
                pairs=[(s.value, s.label) for s in RequirementState], as_links=True,
            ),
        ],
        orders={
            "due": (_l("期限在前"), (CourseRequirement.due_on, CourseRequirement.id)),
            "name": (_l("单位名称"), (Organisation.name_key, CourseRequirement.id)),
        },
        prepare=lambda rows: found.update(queries.passed(rows)),
    )  # fmt: skip
    return listing.answer("association/requirements/all.html", passed=found)


@bp.route("/of/<int:id>/new/", methods=["GET", "POST"])
@decided_inside
def new(id: int) -> ResponseReturnValue:  # noqa: A002
    """With a draft of a note."""
    note = find(GuidanceNote, id, P.REQUIRE)
    courses = [c for c in training.courses() if c.state is CourseState.PUBLISHED]
    if not courses:
        raise Refused(_("现在没有已发布的课程。"))
    form, page = RequireForm(), url_for("own_remedies.show", id=id)
    form.offer(courses)
    if form.accepts():
        actions.require_course(
            note, course=find(Course, int(form.course.data), P.LIST_ALL), **form.facts, actor=actor()
        )
        flash(_("已登记，随指导意见签发时提出。"), "done")
        return back_to("own_remedies.show", id=id)
    return form_page(
        form, heading=_("要求修课程"), button=_("登记"), back=page,
        crumbs=[(_("工作台"), url_for("desk.index")), (_("指导意见"), url_for("remedies_desk.index")), (note.title, page)],
        lede=_("会员和公约签署单位收到的是应办事项，其他单位收到的是建议；证书签发够了自动办结。"),
    )  # fmt: skip
