"""Who was there: the code of the room by phone, the sheet of the desk."""

from datetime import timedelta

import pytest
from flask import Flask

from association.kernel import clock
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.transactions import writing
from association.training import actions, presence, queries
from association.training.models import Attendance, CourseSession
from association.training.workflow import ENROLMENT
from tests import cast
from tests.association.training import school
from tests.page import Page


def begun(count: int = 2) -> tuple[int, cast.Firm, list[int]]:
    """A session held today and tomorrow; the first was signed up by an organisation, the others alone."""
    held, firm = school.announced(school.course(), places=9), cast.verified()
    with writing():
        row = session.get_one(CourseSession, held)
        one = actions.enrol_one(row, firm.organisation, facts=school.person(1), files=[], actor=firm.clerk)
        ids = [int(one.id)]
    ids += [school.signed_up(held, n, cast.somebody(email=f"p{n}@demo.example")) for n in range(2, count + 1)]
    with writing():
        for id_ in ids:
            ENROLMENT.take("approve", school.enrolment(id_), actor=cast.staff("courses"))
        row = session.get_one(CourseSession, held)
        row.starts_at, row.ends_at = clock.now() - timedelta(hours=1), clock.now() + timedelta(days=1)
    return held, firm, ids


def address(held: int) -> str:
    found = f"/training/check-in/{held}/{presence.code_now(session.get_one(CourseSession, held))}/"
    session.rollback()
    return found


def test_a_phone_signs_in_by_number_and_an_account_by_itself(app: Flask) -> None:
    held, _firm, (by_firm, alone) = begun()
    phone = Page(app).get(address(held))
    phone.submit("签到", number=school.number(9))
    assert phone.status == 409
    assert phone.errors == ["没有找到已录取的报名，请核对证件号码，或请现场工作人员登记。"]
    phone.submit("签到", number=school.number(1).lower())
    assert "已签到。" in phone.text
    again = Page(app).get(address(held)).submit("签到", number=school.number(1))
    assert "今天已经签到过了。" in again.text
    own = cast.signed_in(app, "p2@demo.example").get(address(held)).submit("签到", number="")
    assert "已签到。" in own.text
    assert queries.attended([by_firm, alone]) == {by_firm: [clock.today()], alone: [clock.today()]}
    trail = [str(line.details) for line in session.query(AuditEntry).filter_by(deed="check_in")]
    assert len(trail) == 2
    assert not any(school.number(1) in line for line in trail)


def test_the_screen_of_the_room_changes_its_picture_and_does_not_reload(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, _firm, _ids = begun()
    desk = cast.signed_in(app, cast.somebody("courses").email).get(f"/desk/training/{held}/code/")
    assert "http-equiv" not in desk.html
    assert desk.links()["换一个"] == desk.path
    picture = f"/desk/training/{held}/code/picture.svg"
    first, now = desk.client.get(picture), clock.now()
    assert first.mimetype == "image/svg+xml"
    assert first.headers["Cache-Control"] == "no-store"
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=3))
    assert desk.client.get(picture).data != first.data
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=2))
    again = cast.signed_in(app, cast.somebody("courses").email)
    assert again.client.get(picture).status_code == 404, "nobody learns there today"
    assert Page(app).get(picture).path.startswith("/account/login")


def test_an_old_code_a_foreign_one_and_another_day_sign_nobody_in(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, _firm, _ids = begun()
    row = session.get_one(CourseSession, held)
    code, now = presence.code_now(row), clock.now()
    assert presence.is_right(row, code)
    assert not presence.is_right(row, "0" * presence.LENGTH)
    for minutes, holds in ((2, True), (-2, True), (7, False), (-7, False)):
        monkeypatch.setattr(clock, "now", lambda minutes=minutes: now + timedelta(minutes=minutes))
        assert presence.is_right(row, code) is holds, minutes
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=5))
    assert not presence.is_right(row, presence.code_now(row)), "the session is over"
    monkeypatch.undo()
    session.rollback()
    page = Page(app).get(f"/training/check-in/{held}/{'0' * presence.LENGTH}/")
    assert page.status == 409
    assert "请重新扫描教室里显示的二维码" in page.text


def test_staff_show_the_code_and_enter_the_sheet(app: Flask) -> None:
    held, _firm, ids = begun(3)
    desk = cast.signed_in(app, cast.somebody("courses").email).get("/desk/")
    assert "已经开班，请登记签到。" in desk.text
    assert "<svg" in desk.get(f"/desk/training/{held}/code/").html
    today = clock.today()
    desk.get(f"/desk/training/{held}/attendance/{today.isoformat()}/").submit(
        "保存", present=[str(ids[0]), str(ids[1])]
    )
    assert "已保存，改动2人。" in desk.text
    desk.get(f"/desk/training/{held}/attendance/{today.isoformat()}/").submit("保存", present=[str(ids[1])])
    assert "已保存，改动1人。" in desk.text
    assert [e.enrolment_id for e in session.query(Attendance)] == [ids[1]]
    session.rollback()
    tomorrow = (today + timedelta(days=1)).isoformat()
    assert "这一天还没有到" in desk.get(f"/desk/training/{held}/attendance/{tomorrow}/").text
    assert desk.get(f"/desk/training/{held}/attendance/never/").status == 404
    assert "已经开班，请登记签到。" not in desk.get("/desk/").text


def test_only_the_office_enters_and_the_auditor_reads(app: Flask) -> None:
    held, firm, ids = begun()
    auditor = cast.signed_in(app, cast.somebody("auditor").email)
    assert auditor.get(f"/desk/training/{held}/attendance/").status == 200
    assert auditor.get(f"/desk/training/{held}/code/").status == 403
    officer = cast.signed_in(app, firm.clerk_account.email)
    assert officer.get(f"/desk/training/{held}/attendance/").status == 403
    with writing():
        row = session.get_one(CourseSession, held)
        actions.enter_attendance(row, day=clock.today(), present=ids, actor=cast.staff("courses"))
    assert "到场" in officer.get(f"/my/training/{ids[0]}/").text
    with writing(), pytest.raises(Refused, match="没有上课"):
        row = session.get_one(CourseSession, held)
        actions.enter_attendance(
            row, day=clock.today() - timedelta(days=3), present=ids, actor=cast.staff("courses")
        )
