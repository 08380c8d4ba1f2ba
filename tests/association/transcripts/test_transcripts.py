"""What is said of training that is over: to the person, to the organisation, to the office."""

import io
from datetime import datetime, timedelta

import pytest
import time_machine
from flask import Flask
from openpyxl import load_workbook

from association.accounts.actors import actor_of
from association.kernel import clock, jobs
from association.kernel.certificates import CertificateState
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.transactions import writing
from association.people.actions import forget
from association.people.models import Person
from association.training import actions as training
from association.training.models import CourseSession
from association.training.papers import days_words
from association.transcripts import actions, counts
from association.transcripts.models import Transcript
from tests import cast
from tests.association.coverage.test_coverage import certified, training_contact
from tests.association.exams import hall
from tests.association.training import school
from tests.association.training.test_certificates import certified as certified_alone
from tests.page import Page

HOLDER = "p2@demo.example"


def test_a_person_draws_up_their_own_record_and_anybody_checks_it(app: Flask) -> None:
    _held, id_, _address = certified_alone()
    holder = cast.signed_in(app, HOLDER).get("/my/training/transcript/")
    assert "内容审核员基础班 第1期" in holder.text
    assert "共16学时" in holder.text
    holder.submit("开具培训记录")
    assert "已开具" in holder.text
    jobs.run_due()
    number = next(words for words in holder.links() if words.startswith("PXJL-"))
    check = Page(app).get(holder.links()[number])
    assert "有效" in check.text
    assert "1门" in check.text
    assert school.enrolment(id_).name not in check.html
    session.rollback()
    pdf = holder.links()["下载PDF"]
    assert holder.client.get(pdf).data.startswith(b"%PDF")
    other = cast.signed_in(app, cast.somebody("courses", "auditor").email)
    assert other.get(pdf).status in (403, 404)


def test_drawn_up_anew_the_one_before_ends_and_twice_on_a_day_it_is_the_same(app: Flask) -> None:
    certified_alone()
    with writing():
        first = actions.draw_up(actor=actor_of(cast.somebody(email=HOLDER)))
        assert actions.draw_up(actor=actor_of(cast.somebody(email=HOLDER))) is first
        first.rows = []
        newest = actions.draw_up(actor=actor_of(cast.somebody(email=HOLDER)))
        assert newest is not first
        assert first.certificate is not None
        assert first.certificate.state is CertificateState.SUPERSEDED
        assert first.certificate.superseded_by_id == newest.certificate_id


def test_a_course_of_one_day_is_said_with_one_day(app: Flask) -> None:
    nine = datetime(2026, 11, 21, 9, tzinfo=clock.CHINA)
    assert days_words(CourseSession(starts_at=nine, ends_at=nine + timedelta(hours=7))) == "2026年11月21日"
    two_days = CourseSession(starts_at=nine, ends_at=nine + timedelta(days=1))
    assert days_words(two_days) == "2026年11月21日至2026年11月22日"


def test_without_anything_completed_there_is_nothing_to_draw_up(app: Flask) -> None:
    nobody = cast.somebody()
    page = cast.signed_in(app, nobody.email).get("/my/training/transcript/")
    assert "还没有结业的培训" in page.text
    with writing(), pytest.raises(Refused, match="还没有可以写进"):
        actions.draw_up(actor=actor_of(nobody))
    assert Page(app).get("/my/training/transcript/", follow=False).status == 302


def test_it_goes_with_the_person_and_its_check_page_stays(app: Flask) -> None:
    certified_alone()
    with writing():
        made = actions.draw_up(actor=actor_of(cast.somebody(email=HOLDER)))
        assert made.certificate is not None
        address, person_id = made.certificate.address, made.person_id
    with writing():
        forget(session.get_one(Person, person_id), because="本人请求", actor=cast.staff("admin"))
    assert session.query(Transcript).one().rows == []
    session.rollback()
    assert Page(app).get(address).status == 200


def test_an_organisation_exports_those_it_confirmed_and_nobody_else(app: Flask) -> None:
    firm = cast.verified(name="白鹭样例短剧平台有限公司")
    ids = certified(firm, 2)
    stranger = cast.verified(102, name="长桥样例影视有限公司")
    certified(stranger, 1, first=8)
    held = school.announced(school.course(slug="coming"))
    school.signed_up(held, 5, employer=firm.organisation.uscc)
    contact = cast.signed_in(app, training_contact(firm).email).get("/my/training/people/")
    contact.press(firm.organisation.name)
    names = set(contact.links())
    assert {"样例1", "样例2"} <= names
    assert {"样例5", "样例8"}.isdisjoint(names)
    number = school.enrolment(ids[0]).certificate.number  # type: ignore[union-attr]
    session.rollback()
    csv = contact.client.get(f"{contact.path}?format=csv").get_data(as_text=True)
    assert number in csv
    assert school.number(1) not in csv
    book = load_workbook(io.BytesIO(contact.client.get(f"{contact.path}people.xlsx").data))
    assert [row[0] for row in book.worksheets[0].iter_rows(values_only=True)][1:] == ["样例2", "样例1"]
    for who in (stranger.clerk_account.email, firm.signer_account.email, cast.somebody("courses").email):
        other = cast.signed_in(app, who)
        for path in (f"/my/training/people/{firm.id}/", f"/my/training/people/{firm.id}/people.xlsx"):
            assert other.get(path).status == 403


def test_of_an_exam_sat_twice_the_office_counts_one_person_and_that_they_passed(app: Flask) -> None:
    held, (place,) = hall.held()
    for days, right in ((0, False), (4, True)):
        with time_machine.travel(clock.now() + timedelta(days=days), tick=True):
            sitting = hall.started(place)
            hall.answered(sitting, right=right)
            hall.handed_in(sitting)
    found = counts.of_sessions([held])[held]
    assert (found.examined, found.passed) == (1, 1)


def test_the_office_reads_counts_of_sessions_and_months(app: Flask) -> None:
    firm = cast.verified(name="白鹭样例短剧平台有限公司")
    certified(firm, 2)
    course = school.course(slug="full")
    held = school.announced(course, places=1)
    for n in (5, 6):
        school.signed_up(held, n)
    found = counts.of_sessions([held])[held]
    assert (found.applied, found.seated, found.waited, found.attended, found.certified) == (2, 1, 1, 0, 0)
    last = counts.by_month()[-1]
    assert (last.applied, last.certified) == (4, 2)
    session.rollback()
    desk = cast.signed_in(app, cast.somebody("auditor").email).get("/desk/training/statistics/")
    assert "内容审核员基础班 第1期" in desk.text
    assert "2026-11" in desk.text
    few = desk.statements
    for _n in range(6):
        school.announced(course)
    assert desk.get("/desk/training/statistics/").statements <= few
    csv = desk.client.get("/desk/training/statistics/?format=csv").get_data(as_text=True)
    assert "排过候补" in csv
    for who in (cast.somebody("editor").email, firm.clerk_account.email):
        assert cast.signed_in(app, who).get("/desk/training/statistics/").status == 403


def test_the_sheet_to_sign_is_a_pdf_with_everybody_admitted(app: Flask) -> None:
    firm = cast.verified(name="白鹭样例短剧平台有限公司")
    (id_, _other) = certified(firm, 2)
    held = school.enrolment(id_).session_id
    session.rollback()
    office = cast.signed_in(app, cast.somebody("courses").email).get(f"/desk/training/{held}/attendance/")
    office.press("生成签到表").submit("生成签到表")
    jobs.run_due()
    address = office.get(f"/desk/training/{held}/attendance/").links()["下载签到表（PDF）"]
    assert office.client.get(address).data.startswith(b"%PDF")
    assert cast.signed_in(app, firm.clerk_account.email).get(address).status == 403
    empty = school.announced(school.course(slug="empty"))
    with writing(), pytest.raises(Refused, match="还没有录取"):
        training.print_sheet(session.get_one(CourseSession, empty), actor=cast.staff("courses"))
