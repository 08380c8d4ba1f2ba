"""The demo's records of training: two courses the trainee has completed on their own account, a transcript drawn up of them, and a survey that still waits."""

from datetime import datetime, time, timedelta

from association.kernel import clock
from association.kernel.db import session
from association.surveys import clockwork
from association.training import actions as training
from association.training.models import Course, CourseSession, Enrolment
from association.training.workflow import COURSE, ENROLMENT, SESSION
from association.transcripts import actions
from demo.consulting import Scene, Who
from demo.training import drafted, evidence, firm, person

NEW, TITLE = "promotion-records", "推广素材核对与留痕（演示）"
KNOWN = "conduct-clauses"


def tell(scene: Scene, who: Who) -> None:
    with scene(58, 2):
        drafted(NEW, TITLE, "制作机构送审人员", who)
    with scene(57, 2):
        COURSE.take("publish", _course(NEW), actor=who("issuer"))
    _completed(scene, who, NEW, days_ago=42, place="示例市示例路1号培训中心（演示）")
    _completed(scene, who, KNOWN, days_ago=8, place="线上（演示），第二场")
    with scene(3, 1):
        clockwork.close()
    with scene(3, 2):
        actions.draw_up(actor=who("trainee"))


def _completed(scene: Scene, who: Who, slug: str, *, days_ago: int, place: str) -> None:
    """Signed up alone, there on the day, certified; the survey begins."""
    with scene(days_ago + 12, 2):
        begins = datetime.combine(clock.today() + timedelta(days=12), time(9), tzinfo=clock.CHINA)
        training.plan_session(
            _course(slug), starts_at=begins, ends_at=begins + timedelta(hours=7), place=place, access="有字幕。", places=12, shares=[],
            shares_until=None, opens_on=clock.today(), closes_on=clock.today() + timedelta(days=8), swap_until=clock.today() + timedelta(days=10),
            fee=0, fee_basis="", contact="training@demo.example", actor=who("courses"),
        )  # fmt: skip
    with scene(days_ago + 12, 3):
        SESSION.take("publish", _session(slug), actor=who("courses"))
    with scene(days_ago + 10, 2):
        training.sign_up(
            _session(slug), facts=person(1, "毛样例"), employer=firm("platform").uscc, files=[evidence()], actor=who("trainee")
        )  # fmt: skip
    with scene(days_ago + 9, 2):
        ENROLMENT.take("confirm_employer", _enrolment(slug), actor=who("clerk@platform.example"))
    with scene(days_ago + 9, 3):
        ENROLMENT.take("approve", _enrolment(slug), actor=who("courses"))
    with scene(days_ago, 9):
        training.enter_attendance(
            _session(slug), day=clock.today(), present=[_enrolment(slug).id], actor=who("courses")
        )
    with scene(days_ago - 1, 2):
        training.issue_certificates(_session(slug), actor=who("issuer"))
    with scene(days_ago - 1, 3):
        clockwork.open_for(_session(slug))


def _course(slug: str) -> Course:
    return session.query(Course).filter_by(slug=slug).one()


def _session(slug: str) -> CourseSession:
    """The one planned last."""
    rows = session.query(CourseSession).filter_by(course_id=_course(slug).id)
    return rows.order_by(CourseSession.id.desc()).first() or rows.one()


def _enrolment(slug: str) -> Enrolment:
    return session.query(Enrolment).filter_by(session_id=_session(slug).id).one()
