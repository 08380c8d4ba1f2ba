"""The demo's survey: a session that was held, five people who were there and said so without a name, and what the office reads after the end."""

from datetime import datetime, time, timedelta

from association.kernel import clock
from association.kernel.db import session
from association.surveys import actions, clockwork, queries
from association.surveys.models import Survey
from association.training import actions as training
from association.training.models import Course, CourseSession, Enrolment
from association.training.workflow import ENROLMENT, SESSION
from demo.consulting import Scene, Who
from demo.training import firm, person

SLUG = "conduct-clauses"
PLACE = "示例市示例路2号培训教室（演示）"
NAMES = ("仉样例", "亓样例", "佴样例", "逯样例", "厍样例")
AGREES, RATHER, UNSURE = "很同意", "比较同意", "说不清"
SAID = (
    ((AGREES, AGREES, RATHER, AGREES), "希望多讲改词前后的对照（演示）。"),
    ((AGREES, RATHER, RATHER, RATHER), ""),
    ((RATHER, RATHER, UNSURE, AGREES), "练习的时间可以再长一些（演示）。"),
    ((AGREES, AGREES, AGREES, UNSURE), ""),
    ((RATHER, AGREES, RATHER, AGREES), "材料能提前两天发就更好（演示）。"),
)


def tell(scene: Scene, who: Who) -> None:
    with scene(47, 2):
        begins = datetime.combine(clock.today() + timedelta(days=8), time(9), tzinfo=clock.CHINA)
        training.plan_session(
            session.query(Course).filter_by(slug=SLUG).one(), starts_at=begins, ends_at=begins + timedelta(hours=8), place=PLACE,
            access="有坡道和字幕屏。", places=8, shares=[], shares_until=None, opens_on=clock.today(), closes_on=clock.today() + timedelta(days=6),
            swap_until=clock.today() + timedelta(days=7), fee=0, fee_basis="", contact="training@demo.example", actor=who("courses"),
        )  # fmt: skip
    with scene(47, 3):
        SESSION.take("publish", _session(), actor=who("courses"))
    with scene(46, 2):
        for n, name in enumerate(NAMES):
            training.enrol_one(
                _session(), firm("shiguang"), facts=person(71 + n, name), files=[], actor=who("clerk@shiguang.example"),
            )  # fmt: skip
    with scene(45, 2):
        for enrolment in _enrolments():
            ENROLMENT.take("approve", enrolment, actor=who("courses"))
    with scene(39, 9):
        training.enter_attendance(
            _session(), day=clock.today(), present=[e.id for e in _enrolments()], actor=who("courses")
        )
    with scene(37, 2):
        training.issue_certificates(_session(), actor=who("issuer"))
    with scene(37, 3):
        clockwork.open_for(_session())
    with scene(35, 2):
        for n, (words, text) in enumerate(SAID):
            said = dict(zip((q["code"] for q in _survey().questions), (*words, text), strict=True))
            actions.answer(
                _survey(), said=said, number=person(71 + n, NAMES[n])["number"], actor=who("trainee")
            )
    with scene(15, 2):
        clockwork.close()


def _session() -> CourseSession:
    return session.query(CourseSession).filter_by(place=PLACE).one()


def _enrolments() -> list[Enrolment]:
    return session.query(Enrolment).filter_by(session_id=_session().id).order_by(Enrolment.id).all()


def _survey() -> Survey:
    found = queries.of_session(_session().id)
    if found is None:
        raise LookupError(PLACE)
    return found
