"""Signing up alone and by an organisation; conditions, duplicates, payment."""

import io
from datetime import timedelta

import pytest
from flask import Flask
from openpyxl import Workbook, load_workbook

from association.accounts.actors import actor_of
from association.kernel import clock, jobs
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.training import actions, identity, queries, workbook
from association.training.labels import NUMBER_KINDS
from association.training.models import CourseSession, Enrolment, EnrolmentState
from association.training.workflow import ENROLMENT
from demo.papers import scan
from tests import cast
from tests.association.training import school
from tests.page import Page

E = EnrolmentState


def test_the_check_digit_of_an_identity_number() -> None:
    right = school.number(1)
    assert identity.is_right(right)
    wrong = right[:-1] + ("1" if right[-1] != "1" else "2")
    assert not identity.is_right(wrong)
    assert identity.tidy("９９00 0019900101001x") == "990000199001010 01X".replace(" ", "")


def test_from_the_calendar_to_admitted(app: Flask) -> None:
    held = school.announced(school.course(wants_evidence=True), fee=300, fee_basis="成本核算")
    who = cast.somebody()
    page = Page(app).get("/training/")
    assert "内容审核员基础班 第1期" in page.text
    page = cast.signed_in(app, who.email).get("/training/reviewers/").press("报名第1期").press("为自己报名")
    wrong = school.number(1)[:-1] + ("1" if school.number(1)[-1] != "1" else "2")
    page.submit("报名", **school.typed(number=wrong))
    assert page.status == 409
    assert page.errors == ["证件号码的校验码不对，请对照证件看有没有输错。"]
    page.submit("报名", **school.typed())
    assert "正在审核报名条件" in page.text
    assert school.number(1) not in page.html
    (id_,) = [e.id for e in session.query(Enrolment)]
    session.rollback()
    office = cast.signed_in(app, cast.somebody("courses").email).get("/desk/")
    assert "请审核报名条件" in office.text
    office.get(f"/my/training/{id_}/")
    assert "审核通过" not in office.links()
    page.press("提交证明材料").submit("提交", files=scan("工作证明", "样例"))
    office.get(f"/my/training/{id_}/").press("审核通过").submit("审核通过")
    page.get(f"/my/training/{id_}/").press("报送缴费凭证")
    page.submit(
        "报送", slip=scan("缴费凭证", "样例"), invoice_title="样例", invoice_number="91990000MA0000007Y"
    )
    assert page.errors == ["税号（统一社会信用代码）的校验码不对，请核对；个人抬头可以不填。"]
    page.submit("报送", slip=scan("缴费凭证", "样例"), invoice_title="样例", invoice_number="")
    office.get(f"/my/training/{id_}/").press("确认到账，录取").submit("确认到账，录取")
    assert "已录取，请按时参加" in page.get(f"/my/training/{id_}/").text
    assert "SUMMARY:内容审核员基础班 第1期" in page.get("/my/training/calendar.ics").html
    assert held


def test_one_person_under_two_spellings_has_one_place(app: Flask) -> None:
    held = school.announced(school.course())
    first = school.signed_up(held, 1)
    with writing(), pytest.raises(Refused, match="一人只占一个名额"):
        actions.sign_up(
            session.get_one(CourseSession, held), facts=school.person(1, name="樣例1"), employer="", files=[], actor=actor_of(cast.somebody())
        )  # fmt: skip
    kept = school.enrolment(first)
    assert kept.number_key != kept.facts["number"]
    raw = session.connection().exec_driver_sql("select facts, number_key from training_enrolment").one()
    assert school.number(1) not in str(raw)


def test_an_officer_books_ten_places_names_some_and_swaps_one_until_the_cut_off(app: Flask) -> None:
    held, firm = school.announced(school.course(), places=20), cast.verified()
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/my/training/sessions/{held}/")
    page.press("先订名额，以后填人员").submit("订名额", places="10")
    assert "10个名额已为单位保留" in page.text
    assert "请填写参加的人员" in page.get("/my/").text
    row = session.get_one(CourseSession, held)
    ids = [e.id for e in queries.unnamed(row, firm.organisation)]
    session.rollback()
    assert len(ids) == 10
    for n, id_ in enumerate(ids[:2], 1):
        page.get(f"/my/training/{id_}/").press("填写人员").submit("保存", **school.typed(n))
    page.get(f"/my/training/{ids[0]}/").press("更换人员").submit("保存", **school.typed(2))
    assert page.errors == ["这个证件号码已经报了这一期，一人只占一个名额；姓名写法不同也算同一人。"]
    page.submit("保存", **school.typed(3))
    assert "样例3" in page.text
    with writing():
        session.get_one(CourseSession, held).swap_until = clock.today() - timedelta(days=1)
    assert "更换人员" not in page.get(f"/my/training/{ids[0]}/").links()
    assert "更换人员的截止日期已过" in page.get(f"/my/training/{ids[0]}/swap/").text


class Book:
    """A workbook as somebody uploads it."""

    filename = "people.xlsx"

    def __init__(self, rows: list[dict[str, object]]) -> None:
        book = Workbook()
        book.worksheets[0].append([str(c.words) for c in workbook.COLUMNS])
        for row in rows:
            kind = str(NUMBER_KINDS.get(str(row["number_kind"]), row["number_kind"]))
            book.worksheets[0].append(
                [kind if c.name == "number_kind" else row[c.name] for c in workbook.COLUMNS]
            )
        out = io.BytesIO()
        book.save(out)
        self.body = out.getvalue()
        self.stream = io.BytesIO(self.body)


def test_a_list_with_faults_changes_nothing_and_names_each_row(app: Flask) -> None:
    held, firm = school.announced(school.course(), places=5), cast.verified()
    page = (
        cast.signed_in(app, firm.clerk_account.email).get(f"/my/training/sessions/{held}/").press("按名单报")
    )
    rows = [
        school.person(1),
        school.person(2, number="990000199001010010"),
        school.person(1, name="又一个"),
        school.person(4, post=""),
    ]
    page.submit("上传并试读", file=Book(rows), declared="y")
    assert "正在试读" in page.text
    jobs.run_due()
    page.get(page.path)
    assert "表里有3处要改，没有导入任何人。" in page.text
    assert "3证件号码的校验码不对" in page.text
    assert "4证件号码与第2行重复。" in page.text
    assert "5岗位：没有填。" in page.text
    assert session.query(Enrolment).count() == 0


def test_three_thousand_rows_of_which_two_hundred_are_faulty_are_read_and_named(site: Flask) -> None:
    with site.test_request_context():
        rows = [school.person(n % 1000, post="" if n % 15 == 0 else "审核员") for n in range(3000)]
        for n, row in enumerate(rows):
            first17 = f"990000{1950 + n // 1000}0101{n % 1000:03d}"
            row["number"] = first17 + identity.check_digit(first17)
        read, faults = workbook.read(Book(rows).body)
        assert len(read) == 3000
        assert len(faults) == 200
        assert faults[0] == (2, "岗位：没有填。")
        template = load_workbook(io.BytesIO(workbook.template()))
        assert template.worksheets[0].max_row == 2


def test_a_list_fills_booked_places_first_and_the_rest_waits(app: Flask) -> None:
    held, firm = school.announced(school.course(), places=3), cast.verified()
    with writing():
        actions.book(session.get_one(CourseSession, held), firm.organisation, places=2, actor=firm.clerk)
    page = (
        cast.signed_in(app, firm.clerk_account.email).get(f"/my/training/sessions/{held}/").press("按名单报")
    )
    page.submit("上传并试读", file=Book([school.person(n) for n in range(1, 6)]), declared="y")
    jobs.run_due()
    page.get(page.path)
    assert "先填已订的2个名额；这一期现在还空1个名额，超出的排入候补" in page.text
    page.submit("报名")
    assert "3个有名额，2个排入候补" in page.text
    states = sorted(e.state.value for e in session.query(Enrolment))
    assert states == ["checking"] * 3 + ["waiting"] * 2


def test_an_employer_confirms_or_not(app: Flask) -> None:
    held, firm = school.announced(school.course()), cast.verified()
    id_ = school.signed_up(held, 1, employer=cast.code(101))
    with writing(), pytest.raises(Refused, match="所在单位还没有确认"):
        ENROLMENT.take("approve", school.enrolment(id_), actor=cast.staff("courses"))
    page = cast.signed_in(app, firm.clerk_account.email).get("/my/")
    assert "请确认是不是本单位人员" in page.text
    page.get(f"/my/training/{id_}/").press("确认是本单位人员").submit("确认是本单位人员")
    with writing():
        ENROLMENT.take("approve", school.enrolment(id_), actor=cast.staff("courses"))
    assert school.enrolment(id_).state is E.ADMITTED


def test_neither_another_organisation_nor_the_public_sees_a_sign_up(app: Flask) -> None:
    held = school.announced(school.course())
    id_ = school.signed_up(held, 1)
    other = cast.verified(102, name="北辰样例传媒有限公司")
    assert cast.signed_in(app, other.clerk_account.email).get(f"/my/training/{id_}/").status == 403
    assert not cast.is_named("样例1", Page(app).get("/training/reviewers/").text)
    trail = [
        str(line.details) for line in session.query(AuditEntry).filter_by(subject_kind="training_enrolment")
    ]
    assert trail
    assert not any(school.number(1) in line for line in trail)
    assert not session.query(Letter).filter(Letter.body.contains(school.number(1))).count()


def test_a_moved_and_a_cancelled_session_reach_everybody_who_may_change(app: Flask) -> None:
    course = school.course()
    held, other = school.announced(course, places=1), school.announced(course)
    who = cast.somebody()
    first, waits = school.signed_up(held, 1), school.signed_up(held, 2, who)
    office = cast.signed_in(app, cast.somebody("courses").email).get(f"/desk/training/{held}/")
    office.press("改期").submit("改期并告知", place="另一个地方", reason="教室停电")
    assert session.query(Letter).filter_by(template="training/session_moved").count() == 2
    assert "LOCATION:另一个地方" in Page(app).get("/training/calendar.ics").html
    office.get(f"/desk/training/{held}/").press("取消这一期").submit("取消这一期", reason="教室停电")
    assert {school.enrolment(i).state for i in (first, waits)} == {E.CALLED_OFF}
    assert "STATUS:CANCELLED" in Page(app).get("/training/calendar.ics").html
    page = cast.signed_in(app, who.email).get(f"/my/training/{waits}/").press("改到另一期")
    page.submit("改到这一期", to=str(other))
    assert "正在审核报名条件" in page.text
