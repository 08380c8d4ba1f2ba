"""Sessions that are over and people who answer, made through the real actions."""

from datetime import timedelta

from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import writing
from association.surveys import actions, clockwork
from association.surveys.models import Survey
from association.training import actions as training
from association.training.models import CourseSession
from association.training.workflow import ENROLMENT
from tests import cast, stages
from tests.association.training import school

CHOSEN = {"answer0": "很同意", "answer1": "比较同意", "answer2": "说不清", "answer3": "很同意"}
SAID = {"内容": "很同意", "讲解": "比较同意", "材料": "说不清", "安排": "很同意"}


def came(*accounts: Account) -> int:
    """A session that is over, with these people there; returns it."""
    held = school.announced(
        school.course(), places=40, starts_at=clock.now() + timedelta(hours=1), ends_at=clock.now() + timedelta(hours=2),
        closes_on=clock.today(), swap_until=clock.today(),
    )  # fmt: skip
    ids = [school.signed_up(held, n, account) for n, account in enumerate(accounts, start=1)]
    with writing():
        row = session.get_one(CourseSession, held)
        for id_ in ids:
            ENROLMENT.take("approve", school.enrolment(id_), actor=cast.staff("courses"))
        row.starts_at, row.ends_at = clock.now() - timedelta(minutes=90), clock.now() - timedelta(minutes=1)
        training.enter_attendance(row, day=clock.today(), present=ids, actor=cast.staff("courses"))
    return held


def opened() -> None:
    with writing():
        clockwork.open_all()


def survey() -> Survey:
    session.rollback()
    session.expire_all()
    return session.query(Survey).one()


def answered(*accounts: Account, words: str = "") -> None:
    for account in accounts:
        with writing():
            said = SAID | ({"建议": words} if words else {})
            actions.answer(survey_here(), said=said, actor=cast.actor(account))


def survey_here() -> Survey:
    return session.query(Survey).one()


def closed() -> None:
    with clock.telling(clock.now() + timedelta(days=30)), writing():
        clockwork.close()


def people(n: int) -> list[Account]:
    return [cast.somebody(email=f"s{i}@people.example", name=f"学员样例{i}") for i in range(n)]


stages.remember(__name__)
