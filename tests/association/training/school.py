"""Courses, sessions and trainees, made through the real actions."""

from datetime import timedelta
from typing import Any

from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import writing
from association.rules.models import Edition
from association.training import actions, identity
from association.training.models import Course, CourseSession, Enrolment
from association.training.workflow import COURSE, SESSION
from tests import cast, stages
from tests.association.consultations import laid_out

FACTS: dict[str, Any] = {
    "title": "内容审核员基础班", "audience": "平台内容审核人员", "level": "初级", "hours": 16, "mode": "on_site", "text": "讲条款与案例",
    "conditions": "从事内容审核一年以上", "wants_evidence": False,
}  # fmt: skip


def number(n: int) -> str:
    """A right identity number of the unassigned region."""
    first17 = f"99000019900101{n:03d}"
    return first17 + identity.check_digit(first17)


def person(n: int = 1, **changes: Any) -> dict[str, Any]:
    return {
        "name": f"样例{n}", "number_kind": "resident", "number": number(n), "phone": "", "post": "审核员", "years": 3
    } | changes  # fmt: skip


def typed(n: int = 1, **changes: Any) -> dict[str, Any]:
    """The same as one types it."""
    facts = person(n, **changes)
    return {**facts, "years": str(facts["years"]), "declared": "y"}


def session_facts(**changes: Any) -> dict[str, Any]:
    today, begins = clock.today(), clock.now() + timedelta(days=20)
    return {
        "starts_at": begins, "ends_at": begins + timedelta(days=1), "place": "示例市培训中心", "access": "有坡道", "places": 2, "shares": [],
        "shares_until": None, "opens_on": today, "closes_on": today + timedelta(days=15), "swap_until": today + timedelta(days=18), "fee": 0,
        "fee_basis": "", "contact": "training@demo.example",
    } | changes  # fmt: skip


def course(*, slug: str = "reviewers", **changes: Any) -> int:
    """Published by somebody other than who drafted it; teaches a clause of a text of ours."""
    office = cast.staff("courses")
    with writing():
        edition = session.query(Edition).order_by(Edition.id).first() or laid_out.edition()
        row = actions.draft_course(slug=slug, **FACTS | changes, actor=office)
        actions.add_clause(row, edition=edition, path="3", actor=office)
        id_ = int(row.id)
    published(id_)
    return id_


def published(course_id: int) -> None:
    with writing():
        COURSE.take("publish", session.get_one(Course, course_id), actor=cast.staff("issuer"))


def announced(course_id: int, **changes: Any) -> int:
    with writing():
        row = actions.plan_session(
            session.get_one(Course, course_id), **session_facts(**changes), actor=cast.staff("courses")
        )
        session.flush()
        id_ = int(row.id)
    with writing():
        SESSION.take("publish", session.get_one(CourseSession, id_), actor=cast.staff("courses"))
    return id_


def signed_up(session_id: int, n: int, who: Account | None = None, *, employer: str = "") -> int:
    who = who or cast.somebody()
    with writing():
        return int(
            actions.sign_up(
                session.get_one(CourseSession, session_id),
                facts=person(n),
                employer=employer,
                files=[],
                actor=actor_of(who),
            ).id
        )


def enrolment(id_: int) -> Enrolment:
    return session.get_one(Enrolment, id_)


stages.remember(__name__)
