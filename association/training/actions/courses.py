"""Writing a course; somebody else publishes it."""

from typing import Any

from association.experts import queries as experts
from association.guidance import clauses
from association.kernel import attachments, audit, clock, dated
from association.kernel.attachments import PAPERS, Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.rules.models import Edition
from association.training import queries
from association.training.gates import MATERIAL
from association.training.models import Course, CourseState, Mode, Teacher
from association.training.policy import P

FIELDS = ("title", "audience", "level", "hours", "mode", "text", "conditions", "wants_evidence")


def draft_course(*, slug: str, actor: Actor, **facts: Any) -> Course:
    """Refused for a short name another course has."""
    require(actor, P.DRAFT)
    if session.scalars(queries.by_slug(slug)).one_or_none() is not None:
        raise Refused(_("这个短名已有课程使用。"), field="slug")
    course = Course(slug=slug, **_checked(facts))
    session.add(course)
    audit.record("draft_course", course, actor=actor, title=course.title)
    return course


def _checked(facts: dict[str, Any]) -> dict[str, Any]:
    for field, setting in (("audience", "training.audiences"), ("level", "training.levels")):
        if facts[field] not in dated.value(setting):
            raise Refused(_("请从列出的选项中选择。"), field=field)
    return {name: Mode(facts[name]) if name == "mode" else facts[name] for name in FIELDS}


def check_draft(course: Course) -> None:
    if course.state is not CourseState.DRAFT:
        raise Refused(_("课程已经发布，不能再改；要改请撤回后另起草。"))


def _draft(course: Course, actor: Actor) -> None:
    lock(course)
    require(actor, P.DRAFT, course)
    check_draft(course)


def change_course(course: Course, *, actor: Actor, **facts: Any) -> None:
    """While nobody has seen it."""
    _draft(course, actor)
    changed = [(f, getattr(course, f), v) for f, v in _checked(facts).items() if getattr(course, f) != v]
    for field, _old, new in changed:
        setattr(course, field, new)
    audit.record(
        "draft_course", course, actor=actor, changes=[(f, str(old), str(new)) for f, old, new in changed]
    )


def add_clause(course: Course, *, edition: Edition, path: str, actor: Actor) -> str:
    """A clause it teaches; returns what it is called."""
    _draft(course, actor)
    course.clauses = clauses.with_one_more(course.clauses, edition=edition, path=path)
    audit.record("add_clause", course, actor=actor)
    return str(course.clauses[-1]["called"])


def remove_clauses(course: Course, *, actor: Actor) -> None:
    """Begin the list of clauses anew."""
    _draft(course, actor)
    course.clauses = []
    audit.record("remove_clauses", course, actor=actor)


def add_teacher(course: Course, *, number: str, actor: Actor) -> Teacher:
    """An expert in office who has agreed to teach."""
    lock(course)
    require(actor, P.DRAFT, course)
    expert = session.scalars(experts.by_number(number.strip())).one_or_none()
    if expert is None or not expert.serves_on(clock.today()):
        raise Refused(_("没有这个编号的在聘专家。"), field="number")
    if any(teacher.expert_id == expert.id for teacher in course.teachers):
        raise Refused(_("这位专家已是本课程的师资。"), field="number")
    teacher = Teacher(course_id=course.id, expert=expert)
    course.teachers.append(teacher)
    audit.record("add_teacher", course, actor=actor, expert=expert.id)
    return teacher


def add_material(course: Course, *, file: Upload, actor: Actor) -> None:
    """Something the admitted read."""
    require(actor, P.DRAFT, course)
    attachments.store(file, subject=course, kind=MATERIAL, actor=actor, limits=PAPERS)
    audit.record("add_material", course, actor=actor)
