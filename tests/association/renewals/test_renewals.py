"""A taught clause has a newer version: the course is marked, certificates say so and stay valid, holders are invited once."""

from datetime import timedelta

import pytest
from flask import Flask

from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.renewals import actions, spreading
from association.renewals.models import CourseRenewal, RenewalInvitation, RenewalState
from association.renewals.workflow import RENEWAL
from association.rules.models import Edition, EditionState
from association.training.models import Course, CourseSession
from tests import cast
from tests.association.coverage.test_coverage import certified, training_contact
from tests.association.rules import texts
from tests.association.training import school
from tests.page import Page


@pytest.fixture
def course(app: Flask) -> int:
    """Teaches a clause of the edition that counts."""
    texts.kept()
    return school.course()


def renewal() -> CourseRenewal:
    session.rollback()
    session.expire_all()
    return session.query(CourseRenewal).one()


def newer() -> None:
    """A newer edition, and the worker has looked."""
    texts.kept(texts.NEW)
    jobs.run_due()


def reviewed() -> None:
    with writing():
        RENEWAL.take(
            "review", renewal(), actor=cast.staff("courses"), reason="第三条改为第四条，期限变长；讲义已改。"
        )


def test_nothing_is_marked_while_the_text_is_what_it_was(app: Flask, course: int) -> None:
    with writing():
        assert spreading.recheck_all() == 0
    assert session.query(CourseRenewal).count() == 0


def test_from_a_new_edition_to_an_invitation(app: Flask, course: int) -> None:
    firm = cast.verified(name="白鹭样例短剧平台有限公司")
    contact = training_contact(firm)
    ids = certified(firm, 2, course=course)
    address = school.enrolment(ids[0]).certificate.address  # type: ignore[union-attr]
    session.rollback()
    assert "更新的版本" not in Page(app).get(address).text
    with clock.telling(clock.now() + timedelta(days=1)):
        newer()
    check = Page(app).get(address)
    assert "有效" in check.text
    assert "所讲的条款自2026年11月24日起有更新的版本；证书仍然有效" in check.text
    desk = cast.signed_in(app, cast.somebody("courses").email).get("/desk/")
    desk.press("课程：内容审核员基础班")
    assert "第三条" in desk.text
    assert "邀请参加更新培训" not in desk.links()
    desk.press("复核完毕").submit("复核完毕", reason="")
    assert desk.status == 422
    desk.submit("复核完毕", reason="期限变长；讲义已改。")
    assert "期限变长" in desk.text
    held = school.announced(course)
    desk.get(desk.path).press("邀请参加更新培训").submit("发出邀请", session=str(held))
    assert "已邀请2人" in desk.text
    assert session.query(Letter).filter_by(template="renewals/invited").count() == 2
    session.rollback()
    desk.press("邀请参加更新培训").submit("发出邀请", session=str(held))
    assert "已邀请0人" in desk.text
    assert session.query(Letter).filter_by(template="renewals/invited").count() == 2
    assert session.query(RenewalInvitation).count() == 2
    session.rollback()
    assert cast.signed_in(app, contact.email).get(f"/my/training/sessions/{held}/").status == 200


def test_it_is_marked_once_and_not_again_for_what_was_reviewed(app: Flask, course: int) -> None:
    newer()
    with writing():
        spreading.recheck_all()
    assert renewal().state is RenewalState.FOUND
    reviewed()
    with writing():
        assert spreading.recheck_all() == 0
    assert renewal().state is RenewalState.REVIEWED


def test_a_newer_edition_that_is_taken_back_takes_the_mark_back(app: Flask, course: int) -> None:
    newer()
    with writing():
        newest = session.query(Edition).order_by(Edition.id.desc()).first()
        assert newest is not None
        newest.state = EditionState.WITHDRAWN
    with writing():
        assert spreading.recheck_all() == 1
    assert renewal().state is RenewalState.GONE


def test_a_certificate_from_after_the_change_says_nothing(app: Flask, course: int) -> None:
    firm = cast.verified(name="白鹭样例短剧平台有限公司")
    newer()
    (id_,) = certified(firm, 1, course=course)
    address = school.enrolment(id_).certificate.address  # type: ignore[union-attr]
    session.rollback()
    assert "更新的版本" not in Page(app).get(address).text


def test_who_may_review_and_invite(app: Flask, course: int) -> None:
    newer()
    id_ = renewal().id
    session.rollback()
    for role in ("issuer", "auditor"):
        page = cast.signed_in(app, cast.somebody(role).email).get(f"/desk/renewals/{id_}/")
        assert page.status == 200
        assert "复核完毕" not in page.links()
        assert page.get(f"/desk/renewals/{id_}/invite/").status == 403
    assert cast.signed_in(app, cast.somebody("editor").email).get(f"/desk/renewals/{id_}/").status == 403
    assert cast.signed_in(app, cast.somebody().email).get("/desk/renewals/").status == 403
    with writing(), pytest.raises(Forbidden):
        RENEWAL.take("review", renewal(), actor=cast.staff("issuer"), reason="x")
    held = school.announced(course)
    with writing(), pytest.raises(Refused, match="先复核"):
        actions.invite(renewal(), to=session.get_one(CourseSession, held), actor=cast.staff("courses"))
    assert session.get_one(Course, course).title
    session.rollback()


def test_the_list_costs_the_same_with_many(app: Flask, course: int) -> None:
    newer()
    desk = cast.signed_in(app, cast.somebody("auditor").email)
    few = desk.get("/desk/renewals/").statements
    for n in range(6):
        school.course(slug=f"more-{n}")
    with writing():
        for each in session.query(Course).filter(Course.id != course):
            session.add(CourseRenewal(course_id=each.id, changes=[], since_on=clock.today()))
    assert desk.get("/desk/renewals/").statements <= few
    assert "7" in desk.text
