"""Verbs of courses required."""

from datetime import date

from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.remedies.models import GuidanceNote
from association.requirements import queries
from association.requirements.models import CourseRequirement, RequirementState
from association.requirements.policy import P
from association.training.models import Course, CourseState

MOST = 999


def require_course(
    note: GuidanceNote, *, course: Course, people: int, whose: str, due_on: date, counts_earlier: bool, actor: Actor
) -> CourseRequirement:  # fmt: skip
    """With a draft; whoever issues the note asks it. Refused for a course that is not published or is asked already, and for a day gone by."""
    require(actor, P.REQUIRE, note)
    lock(note)
    if course.state is not CourseState.PUBLISHED:
        raise Refused(_("这门课程没有发布，或已撤回。"), field="course")
    if not 1 <= people <= MOST:
        raise Refused(_("人数请填1到%(most)d的整数。", most=MOST), field="people")
    if due_on <= clock.today():
        raise Refused(_("期限须在今天之后。"), field="due_on")
    known = next((r for r in queries.of_note(note) if r.course_id == course.id), None)
    if known is not None and known.state is not RequirementState.LIFTED:
        raise Refused(_("这份意见已经要求修这门课程。"), field="course")
    row = known or CourseRequirement(
        note=note, note_id=note.id, organisation=note.organisation, organisation_id=note.organisation_id, course=course, course_id=course.id
    )  # fmt: skip
    row.people, row.whose, row.due_on, row.counts_earlier = people, whose, due_on, counts_earlier
    row.state, row.closed_on, row.because = RequirementState.PLANNED, None, ""
    session.add(row)
    session.flush()
    audit.record(
        "require_course",
        row,
        actor=actor,
        organisation=note.organisation_id,
        course=course.slug,
        people=people,
    )
    return row
