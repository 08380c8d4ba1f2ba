"""Certificates of training: to whom, what anybody reads of them, how they end."""

from datetime import date, timedelta

import pytest
from flask import Flask

from association.kernel import clock
from association.kernel.certificates import CertificateState, paper_of
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.people.actions import forget
from association.people.models import Person
from association.training import actions, clockwork, papers
from association.training.models import CourseSession, Enrolment
from tests import cast
from tests.association.training import school
from tests.association.training.test_attendance import begun
from tests.page import Page


def over(count: int = 2) -> tuple[int, cast.Firm, list[int]]:
    """A session of one day that is over; everybody but the last was there."""
    held, firm, ids = begun(count)
    with writing():
        row = session.get_one(CourseSession, held)
        row.starts_at, row.ends_at = clock.now() - timedelta(minutes=90), clock.now() - timedelta(minutes=1)
        actions.enter_attendance(row, day=clock.today(), present=ids[:-1], actor=cast.staff("courses"))
    return held, firm, ids


def certified() -> tuple[int, int, str]:
    """The session, somebody who signed up alone and has a certificate, and the address of its check page."""
    held, _firm, ids = over(3)
    with writing():
        actions.issue_certificates(session.get_one(CourseSession, held), actor=cast.staff("issuer"))
    certificate = school.enrolment(ids[1]).certificate
    assert certificate is not None
    address = certificate.address
    session.rollback()
    return held, ids[1], address


def test_the_issuer_issues_to_those_who_were_there_and_the_check_page_says_so(app: Flask) -> None:
    held, _firm, ids = over()
    assert (
        "签发证书"
        not in cast.signed_in(app, cast.somebody("courses").email)
        .get(f"/desk/training/{held}/attendance/")
        .links()
    )
    desk = cast.signed_in(app, cast.somebody("issuer").email).get("/desk/")
    assert "已经结束，请签发证书。" in desk.text
    desk.get(f"/desk/training/{held}/attendance/").press("签发证书").submit("签发证书")
    assert "已签发1份证书" in desk.text
    certificate, other = school.enrolment(ids[0]).certificate, school.enrolment(ids[1]).certificate
    assert certificate is not None
    assert other is None
    assert certificate.valid_until == papers.ends_on(clock.today(), 2)
    address = certificate.address
    assert session.query(Letter).filter_by(template="training/certified").count() >= 1
    session.rollback()
    page = Page(app).get(address)
    assert "有效" in page.text
    assert "内容审核员基础班" in page.text
    assert "持有人样某某" in page.text
    assert not cast.is_named("样例1", page.html)
    assert "没有达到出勤要求" in desk.get(f"/desk/training/{held}/certify/").text
    assert "样例1" in desk.get("/desk/training/certificates/?state=valid").text


def test_pressed_twice_it_issues_nothing_twice_and_not_before_the_end(app: Flask) -> None:
    held, _firm, _ids = over()
    with writing():
        assert (
            actions.issue_certificates(session.get_one(CourseSession, held), actor=cast.staff("issuer")) == 1
        )
    with writing(), pytest.raises(Refused, match="没有达到出勤要求"):
        actions.issue_certificates(session.get_one(CourseSession, held), actor=cast.staff("issuer"))
    with writing():
        session.get_one(CourseSession, held).ends_at = clock.now() + timedelta(hours=2)
    with writing(), pytest.raises(Refused, match="还没有结束"):
        actions.issue_certificates(session.get_one(CourseSession, held), actor=cast.staff("issuer"))


def test_a_revoked_certificate_says_so_and_why(app: Flask) -> None:
    _held, id_, address = certified()
    desk = cast.signed_in(app, cast.somebody("issuer").email).get(f"/my/training/{id_}/").press("撤销证书")
    desk.submit("撤销证书", reason="")
    assert desk.status == 422
    desk.submit("撤销证书", reason="冒名顶替")
    assert "已被撤销" in desk.text
    assert "冒名顶替" in Page(app).get(address).text
    assert session.query(Letter).filter_by(template="training/revoked").count() == 1
    session.rollback()
    assert desk.get(f"/desk/training/places/{id_}/revoke/").status == 409
    holder = cast.signed_in(app, "p2@demo.example").get(f"/my/training/{id_}/")
    assert "撤销证书" not in holder.links()
    assert holder.get(f"/desk/training/places/{id_}/revoke/").status == 403


def test_whoevers_certificate_ends_soon_hears_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    certified()
    with writing():
        assert clockwork.tell_of_expiry() == 0
    later = clock.now() + timedelta(days=700)
    monkeypatch.setattr(clock, "now", lambda: later)
    with writing():
        assert clockwork.tell_of_expiry() == 2
    with writing():
        assert clockwork.tell_of_expiry() == 0
    assert session.query(Letter).filter_by(template="training/expiring").count() >= 1


def test_the_paper_of_a_forgotten_person_goes_and_the_check_page_stays(app: Flask) -> None:
    _held, id_, address = certified()
    enrolment = school.enrolment(id_)
    assert enrolment.certificate is not None
    assert papers.name_of(enrolment.certificate) == "样例2"
    assert paper_of(enrolment.certificate) is not None
    with writing():
        forget(
            session.get_one(Person, school.enrolment(id_).person_id),
            because="本人要求",
            actor=cast.staff("admin"),
        )
    enrolment = session.get_one(Enrolment, id_)
    assert enrolment.certificate is not None
    assert paper_of(enrolment.certificate) is None
    assert papers.name_of(enrolment.certificate) == enrolment.certificate.holder != "样例2"
    assert enrolment.certificate.state is CertificateState.VALID
    session.rollback()
    assert "样例2" not in Page(app).get(address).html


def test_two_years_from_a_leap_day() -> None:
    assert papers.ends_on(date(2028, 2, 29), 2) == date(2030, 2, 28)
