"""The demo's renewal: a course taught the edition before the one in force; its certificate says so, somebody looked, and its holder is invited to a session."""

from datetime import datetime, time, timedelta

from association.kernel import clock
from association.kernel.db import session
from association.organisations import queries as organisations
from association.renewals import actions, spreading
from association.renewals.models import CourseRenewal
from association.renewals.workflow import RENEWAL
from association.rules import queries as rules
from association.rules.models import EditionState
from association.rules.reading.normal import normal
from association.training import actions as training
from association.training.models import Course, CourseSession, Enrolment, SessionState
from association.training.workflow import COURSE, ENROLMENT, SESSION
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who
from demo.papers import scan
from demo.standards import CONDUCT
from demo.training import person

SLUG = "conduct-clauses"


def tell(scene: Scene, who: Who) -> None:
    with scene(76, 2):
        _drafted(who)
    with scene(75, 2):
        COURSE.take("publish", _course(), actor=who("issuer"))
    with scene(74, 2):
        begins = datetime.combine(clock.today() + timedelta(days=9), time(9), tzinfo=clock.CHINA)
        training.plan_session(
            _course(), starts_at=begins, ends_at=begins + timedelta(hours=8), place="线上（演示）", access="有字幕。", places=10, shares=[],
            shares_until=None, opens_on=clock.today(), closes_on=clock.today() + timedelta(days=6), swap_until=clock.today() + timedelta(days=7),
            fee=0, fee_basis="", contact="training@demo.example", actor=who("courses"),
        )  # fmt: skip
    with scene(74, 3):
        SESSION.take("publish", _session(), actor=who("courses"))
    with scene(72, 2):
        firm = organisations.living(code(next(f.serial for f in FIRMS if f.word == "aurora")))
        if firm is None:
            raise LookupError(SLUG)
        training.enrol_one(
            _session(),
            firm,
            facts=person(61, "佘样例"),
            files=[scan("工作证明", "演示")],
            actor=who("clerk@aurora.example"),
        )
    with scene(71, 2):
        ENROLMENT.take("approve", _enrolment(), actor=who("courses"))
    with scene(65, 9):
        training.enter_attendance(
            _session(), day=clock.today(), present=[_enrolment().id], actor=who("courses")
        )
    with scene(63, 2):
        training.issue_certificates(_session(), actor=who("issuer"))
    with scene(50, 2):
        spreading.recheck(_course())
    with scene(48, 2):
        RENEWAL.take(
            "review",
            _renewal(),
            actor=who("courses"),
            reason="新版增加了素材核对的要求；讲义第二讲已改，另安排更新培训（演示）。",
        )
    with scene(5, 2):
        to = (
            session.query(CourseSession)
            .join(Course)
            .filter(Course.slug == "reviewers-basic", CourseSession.state == SessionState.PUBLISHED)
        )
        actions.invite(
            _renewal(),
            to=to.order_by(CourseSession.starts_at.desc()).first() or _session(),
            actor=who("courses"),
        )


def _drafted(who: Who) -> None:
    course = training.draft_course(
        slug=SLUG, title="自律规则逐条讲解（演示）", audience="制作机构送审人员", level="初级", hours=6, mode="online",
        text="1. 自律规则逐条讲解（演示）\n2. 常见问题与改法", conditions="", wants_evidence=False, actor=who("courses"),
    )  # fmt: skip
    session.flush()
    document = rules.by_title(normal(CONDUCT))
    if document is None:
        raise LookupError(CONDUCT)
    published = [e for e in rules.editions_of(document.id) if e.state is EditionState.PUBLISHED]
    training.add_clause(course, edition=published[0], path="6", actor=who("courses"))


def _course() -> Course:
    return session.query(Course).filter_by(slug=SLUG).one()


def _session() -> CourseSession:
    return session.query(CourseSession).join(Course).filter(Course.slug == SLUG).one()


def _enrolment() -> Enrolment:
    return session.query(Enrolment).filter_by(session_id=_session().id).one()


def _renewal() -> CourseRenewal:
    return session.query(CourseRenewal).filter_by(course_id=_course().id).one()
